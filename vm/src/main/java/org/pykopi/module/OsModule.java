package org.pykopi.module;

import java.util.List;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyIterator;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.util.Utf8;

/** {@code os}: folders and files of the host, its environment and its source of random bytes. */
public final class OsModule {
  private OsModule() {}

  private static final int BLOCK_SIZE = 4096;
  private static final int LONGEST_NAME = 255;
  private static final int PERMISSIONS_OF_FILE = 0x1a4;
  private static final int PERMISSIONS_OF_FOLDER = 0x1ed;

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("os")
        .constant("sep", PyStr.of("/"))
        .fn1("chdir", OsModule::chdir)
        .fn0("getcwd", OsModule::getcwd)
        .fn("listdir", 0, 1, OsModule::listdir)
        .fn("ilistdir", 0, 1, OsModule::ilistdir)
        .fn1("mkdir", OsModule::mkdir)
        .fn1("rmdir", OsModule::rmdir)
        .fn1("remove", OsModule::remove)
        .fn1("unlink", OsModule::remove)
        .fn2("rename", OsModule::rename)
        .fn1("stat", OsModule::stat)
        .fn1("statvfs", OsModule::statvfs)
        .fn("getenv", 1, 2, OsModule::getenv)
        .fn2("putenv", OsModule::putenv)
        .fn1("unsetenv", OsModule::unsetenv)
        .fn1("urandom", OsModule::urandom)
        .build();
  }

  /** A path argument: str, or bytes in UTF-8. */
  private static String path(PyContext ctx, PyObject argument) {
    PyObject value = Args.unwrap(argument);
    if (value instanceof PyBytes) {
      BufferView view = value.buffer();
      return Streams.decode(ctx, view.data(), view.offset(), view.length()).value;
    }
    return Args.toText(ctx, argument);
  }

  /** chdir(path): makes a folder the current one. */
  private static PyObject chdir(PyContext ctx, PyObject path) {
    try {
      ctx.host.files().changeFolder(path(ctx, path));
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** getcwd() -> str: the current folder. */
  private static PyObject getcwd(PyContext ctx) {
    try {
      return PyStr.of(ctx.host.files().currentFolder());
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** listdir([path]) -> list: the names in a folder. */
  private static PyObject listdir(PyContext ctx, PyObject[] args, int at, int nargs) {
    boolean isBytes = nargs == 1 && Args.unwrap(args[at]) instanceof PyBytes;
    PyList names = new PyList();
    for (FileSystem.Entry entry : entries(ctx, args, at, nargs)) {
      names.append(ctx, name(entry, isBytes));
    }
    return names;
  }

  private static List<FileSystem.Entry> entries(PyContext ctx, PyObject[] args, int at, int nargs) {
    try {
      return ctx.host.files().list(nargs == 0 ? "." : path(ctx, args[at]));
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  private static PyObject name(FileSystem.Entry entry, boolean isBytes) {
    return isBytes ? PyBytes.of(Utf8.encode(entry.name())) : PyStr.of(entry.name());
  }

  /**
   * ilistdir([path]) -> iterator: (name, type, 0, size) for each entry; type 0x4000 is a folder,
   * 0x8000 a file.
   */
  private static PyObject ilistdir(PyContext ctx, PyObject[] args, int at, int nargs) {
    boolean isBytes = nargs == 1 && Args.unwrap(args[at]) instanceof PyBytes;
    return new EntryIterator(entries(ctx, args, at, nargs), isBytes);
  }

  private static final class EntryIterator extends PyIterator {
    private final List<FileSystem.Entry> entries;
    private final boolean isBytes;
    private int at;

    EntryIterator(List<FileSystem.Entry> entries, boolean isBytes) {
      this.entries = entries;
      this.isBytes = isBytes;
    }

    @Override
    public PyObject next(PyContext ctx) {
      if (at == entries.size()) {
        ctx.stopValue = null;
        return null;
      }
      FileSystem.Entry entry = entries.get(at++);
      int type = entry.isFolder() ? FileSystem.MODE_FOLDER : FileSystem.MODE_FILE;
      return PyTuple.of(name(entry, isBytes), PyInt.of(type), PyInt.of(0), PyInt.of(entry.size()));
    }
  }

  /** mkdir(path): makes a folder. */
  private static PyObject mkdir(PyContext ctx, PyObject path) {
    try {
      ctx.host.files().makeFolder(path(ctx, path));
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** rmdir(path): removes an empty folder. */
  private static PyObject rmdir(PyContext ctx, PyObject path) {
    try {
      ctx.host.files().removeFolder(path(ctx, path));
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** remove(path): removes a file; {@code unlink} is the same. */
  private static PyObject remove(PyContext ctx, PyObject path) {
    try {
      ctx.host.files().remove(path(ctx, path));
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** rename(old, new): gives a file or folder another path. */
  private static PyObject rename(PyContext ctx, PyObject from, PyObject to) {
    try {
      ctx.host.files().rename(path(ctx, from), path(ctx, to));
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /**
   * stat(path) -> tuple: mode, 0, 0, 0, 0, 0, size, and the times of access, change of content and
   * change.
   */
  private static PyObject stat(PyContext ctx, PyObject path) {
    try {
      String name = path(ctx, path);
      if (name.isEmpty()) {
        throw new HostException(HostException.ENOENT);
      }
      FileSystem.Stat stat = ctx.host.files().stat(name);
      int mode = stat.mode();
      if ((mode & 0xfff) == 0) {
        mode |= stat.isFolder() ? PERMISSIONS_OF_FOLDER : PERMISSIONS_OF_FILE;
      }
      PyInt zero = PyInt.of(0);
      return PyTuple.of(
          PyInt.of(mode),
          zero,
          zero,
          zero,
          zero,
          zero,
          PyInt.of(stat.size()),
          PyInt.of(stat.accessTime()),
          PyInt.of(stat.modifyTime()),
          PyInt.of(stat.changeTime()));
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /**
   * statvfs(path) -> tuple: block size (twice), blocks, free blocks (twice), five unknown numbers,
   * longest name.
   */
  private static PyObject statvfs(PyContext ctx, PyObject path) {
    try {
      long[] space = ctx.host.files().space(path(ctx, path));
      PyInt zero = PyInt.of(0);
      PyInt block = PyInt.of(BLOCK_SIZE);
      PyObject free = PyInt.of(space[1] / BLOCK_SIZE);
      return PyTuple.of(
          block,
          block,
          PyInt.of(space[0] / BLOCK_SIZE),
          free,
          free,
          zero,
          zero,
          zero,
          zero,
          PyInt.of(LONGEST_NAME));
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
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
