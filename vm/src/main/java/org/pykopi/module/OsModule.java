package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;

/**
 * {@code os}: folders and files of what is mounted, its environment and its source of random bytes.
 */
public final class OsModule {
  private OsModule() {}

  private static final String ERRNO = "os.errno";
  private static final PyStr MKDIR = PyStr.intern("mkdir");
  private static final PyStr RMDIR = PyStr.intern("rmdir");
  private static final PyStr REMOVE = PyStr.intern("remove");
  private static final PyStr RENAME = PyStr.intern("rename");

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("os")
        .fn("ilistdir", 0, 1, OsModule::ilistdir)
        .fn1("mkdir", OsModule::mkdir)
        .fn1("remove", OsModule::remove)
        .fn2("rename", OsModule::rename)
        .fn("stat", 1, ctx.profile.isPycopy() ? 2 : 1, OsModule::stat)
        .fn1("statvfs", OsModule::statvfs)
        .fn("getenv", 1, ctx.profile.isPycopy() ? 1 : 2, OsModule::getenv)
        .when(ctx.profile.isFull())
        .constant("sep", PyStr.of("/"))
        .fn1("chdir", OsModule::chdir)
        .fn0("getcwd", OsModule::getcwd)
        .fn("listdir", 0, 1, OsModule::listdir)
        .fn1("rmdir", OsModule::rmdir)
        .fn1("unlink", OsModule::remove)
        .fnKw("mount", VfsModule.MOUNT, VfsModule::mount)
        .fn1("umount", VfsModule::umount)
        .constant("VfsPosix", PyVfs.POSIX)
        .constant("VfsFat", PyVfs.FAT)
        .constant("VfsLfs1", PyVfs.LFS1)
        .constant("VfsLfs2", PyVfs.LFS2)
        .when(ctx.profile.isMicropython())
        .fn2("putenv", OsModule::putenv)
        .fn1("unsetenv", OsModule::unsetenv)
        .fn1("urandom", OsModule::urandom)
        .when(ctx.host.environment().hasShell())
        .fn1("system", OsModule::system)
        .fn("errno", 0, 1, OsModule::errno)
        .build();
  }

  /** chdir(path): makes a folder the current one. */
  private static PyObject chdir(PyContext ctx, PyObject path) {
    Mounts.of(ctx).changeFolder(path);
    return PyNone.NONE;
  }

  /** getcwd() -> str: the current folder. */
  private static PyObject getcwd(PyContext ctx) {
    return Mounts.of(ctx).currentFolder();
  }

  /** listdir([path]) -> list: the names in a folder. */
  private static PyObject listdir(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject entries = ilistdir(ctx, args, at, nargs).iter(ctx);
    PyList names = new PyList();
    PyInt zero = PyInt.of(0);
    for (PyObject entry = entries.next(ctx); entry != null; entry = entries.next(ctx)) {
      names.append(ctx, entry.getItem(ctx, zero));
    }
    return names;
  }

  /**
   * ilistdir([path]) -> iterator: (name, type, 0, size) for each entry; type 0x4000 is a folder,
   * 0x8000 a file.
   */
  private static PyObject ilistdir(PyContext ctx, PyObject[] args, int at, int nargs) {
    return Mounts.of(ctx).list(nargs == 0 ? PyStr.of("") : args[at]);
  }

  /** mkdir(path): makes a folder. */
  private static PyObject mkdir(PyContext ctx, PyObject path) {
    return Mounts.of(ctx).makeFolder(MKDIR, path);
  }

  /** rmdir(path): removes an empty folder. */
  private static PyObject rmdir(PyContext ctx, PyObject path) {
    return Mounts.of(ctx).call(RMDIR, path);
  }

  /** remove(path): removes a file; {@code unlink} is the same. */
  private static PyObject remove(PyContext ctx, PyObject path) {
    return Mounts.of(ctx).call(REMOVE, path);
  }

  /** rename(old, new): gives a file or folder another path. */
  private static PyObject rename(PyContext ctx, PyObject from, PyObject to) {
    return Mounts.of(ctx).rename(RENAME, from, to);
  }

  /**
   * stat(path, follow_symlinks=True) -> tuple: mode, 0, 0, 0, 0, 0, size, and the times of access,
   * change of content and change.
   */
  private static PyObject stat(PyContext ctx, PyObject[] args, int at, int nargs) {
    return Mounts.of(ctx).stat(args[at], nargs == 1 || args[at + 1].isTrue(ctx));
  }

  /**
   * statvfs(path) -> tuple: block size (twice), blocks, free blocks (twice), four unknown numbers,
   * longest name.
   */
  private static PyObject statvfs(PyContext ctx, PyObject path) {
    return Mounts.of(ctx).space(path);
  }

  /** getenv(name, default=None) -> str: the value of an environment variable. */
  private static PyObject getenv(PyContext ctx, PyObject[] args, int at, int nargs) {
    String value = ctx.host.environment().get(Args.toText(ctx, args[at]));
    if (value != null) {
      return PyStr.of(value);
    }
    return nargs == 2 ? args[at + 1] : PyNone.NONE;
  }

  /** putenv(name, value): sets an environment variable. */
  private static PyObject putenv(PyContext ctx, PyObject name, PyObject value) {
    ctx.host.environment().set(Args.toText(ctx, name), Args.toText(ctx, value));
    return PyNone.NONE;
  }

  /** unsetenv(name): removes an environment variable. */
  private static PyObject unsetenv(PyContext ctx, PyObject name) {
    ctx.host.environment().set(Args.toText(ctx, name), null);
    return PyNone.NONE;
  }

  /**
   * system(command) -> int: has the shell run a command; 256 times its exit code, as {@code wait}
   * of Unix reports it, or -1 when there was no shell.
   */
  private static PyObject system(PyContext ctx, PyObject command) {
    int code = ctx.host.environment().run(Args.toText(ctx, command));
    return PyInt.of(code < 0 ? -1 : code << 8);
  }

  /** errno([number]) -> int or None: a number to keep, as C has it; only the program sets it. */
  private static PyObject errno(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (nargs == 1) {
      ctx.moduleState.put(ERRNO, Args.toInt(ctx, args[at]));
      return PyNone.NONE;
    }
    return PyInt.of(ctx.moduleState.get(ERRNO) instanceof Integer number ? number : 0);
  }

  /** urandom(count) -> bytes: unforeseeable random bytes. */
  private static PyObject urandom(PyContext ctx, PyObject count) {
    long wanted = Args.toLong(ctx, count);
    if (wanted < 0) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    byte[] bytes = new byte[ctx.checkSize(wanted, 1)];
    if (bytes.length > 0) {
      ctx.host.entropy().fill(bytes);
    }
    return PyBytes.of(bytes);
  }
}
