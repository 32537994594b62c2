package org.pykopi.module;

import java.util.List;
import org.pykopi.disk.FatVolume;
import org.pykopi.disk.LfsVolume;
import org.pykopi.disk.RomVolume;
import org.pykopi.disk.Volume;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.Native;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyIterator;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.TypeTable;
import org.pykopi.util.Utf8;

/**
 * A file system as a Python object: the host's files ({@code VfsPosix}) or a {@link Volume}. {@link
 * Mounts} calls the methods as it calls those of file systems written in Python.
 */
final class PyVfs extends PyObject {
  /** Before the types, which are made with it. */
  private static final Signature LFS =
      Signature.of("bdev", "*", "readsize=32", "progsize=32", "lookahead=32", "mtime=True");

  static final PyType POSIX = table("VfsPosix").constructor(PyVfs::makePosix).build();
  static final PyType ROM = table("VfsRom").constructor(PyVfs::makeRom).build();
  static final PyType LFS1 = lfsTable("VfsLfs1", PyVfs::makeLfs1, PyVfs::makeLfs1Volume);
  static final PyType LFS2 = lfsTable("VfsLfs2", PyVfs::makeLfs2, PyVfs::makeLfs2Volume);
  static final PyType FAT =
      table("VfsFat")
          .constructor(PyVfs::makeFat)
          .fn1("mkfs", PyVfs::makeFatVolume)
          .staticMethod("mkfs")
          .build();

  private static final int BLOCK_SIZE = 4096;
  private static final int LONGEST_NAME = 255;
  private static final int PERMISSIONS_OF_FILE = 0x1a4;
  private static final int PERMISSIONS_OF_FOLDER = 0x1ed;
  private static final int EROFS = 30;

  private final PyType type;
  final FileSystem files;

  /** The host's folder that paths from "/" on start in; empty for all. */
  private final String root;

  /** The bytes of a ROM file system, or null. */
  private final BufferView rom;

  /** What the file system is on, or null. */
  private final PythonBlockDevice device;

  private boolean isReadOnly;

  private PyVfs(PyType type, FileSystem files, String root, BufferView rom) {
    this.type = type;
    this.files = files;
    this.root = root;
    this.rom = rom;
    this.device = null;
  }

  private PyVfs(PyType type, FileSystem files, PythonBlockDevice device) {
    this.type = type;
    this.files = files;
    this.root = "";
    this.rom = null;
    this.device = device;
  }

  private static TypeTable table(String name) {
    return new TypeTable(name)
        .fn3("mount", PyVfs::mount)
        .fn1("umount", PyVfs::umount)
        .fn3("open", PyVfs::open)
        .fn2("chdir", PyVfs::chdir)
        .fn1("getcwd", PyVfs::getcwd)
        .fn("ilistdir", 1, 2, PyVfs::ilistdir)
        .fn2("mkdir", PyVfs::mkdir)
        .fn2("rmdir", PyVfs::rmdir)
        .fn2("remove", PyVfs::remove)
        .fn3("rename", PyVfs::rename)
        .fn("stat", 2, 3, PyVfs::stat)
        .fn2("statvfs", PyVfs::statvfs);
  }

  private static PyType lfsTable(
      String name, PyType.NativeConstructor constructor, Native.FnKw format) {
    return table(name)
        .constructor(constructor)
        .fnKw("mkfs", LFS, format)
        .staticMethod("mkfs")
        .build();
  }

  /** All files of the host. */
  static PyVfs ofHost(PyContext ctx) {
    return new PyVfs(POSIX, ctx.host.files(), "", null);
  }

  /** VfsPosix([root]) */
  private static PyObject makePosix(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    FileSystem files = ctx.host.files();
    String root = nargs == 0 ? "" : Args.toText(ctx, args[at]);
    if (!root.isEmpty() && !root.startsWith("/")) {
      try {
        root = currentFolder(files) + "/" + root;
      } catch (HostException e) {
        throw Streams.hostError(ctx, e);
      }
    }
    return new PyVfs(POSIX, files, root.replace("//", "/"), null);
  }

  /** The host's current folder, which may have been removed since. */
  private static String currentFolder(FileSystem files) {
    files.stat(".");
    return files.currentFolder();
  }

  /** VfsRom(memory) */
  private static PyObject makeRom(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    BufferView view = Args.toBuffer(ctx, args[at]);
    try {
      int end = view.offset() + view.length();
      return new PyVfs(ROM, new RomVolume(view.data(), view.offset(), end), "", view);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** VfsFat(block_device) */
  private static PyObject makeFat(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    return fat(ctx, args[at]);
  }

  private static PyVfs fat(PyContext ctx, PyObject object) {
    try {
      PythonBlockDevice device = new PythonBlockDevice(ctx, object);
      return new PyVfs(FAT, new FatVolume(device, ctx.host.clock()), device);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** mkfs(block_device): makes a new, empty FAT file system. */
  private static PyObject makeFatVolume(PyContext ctx, PyObject device) {
    try {
      ((FatVolume) fat(ctx, device).files).format();
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** VfsLfs1(block_device, *, readsize=32, progsize=32, lookahead=32, mtime=True) */
  private static PyObject makeLfs1(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    return lfs(ctx, LFS1, LFS.bind(ctx, args, at, nargs, nkw));
  }

  /** VfsLfs2(block_device, *, readsize=32, progsize=32, lookahead=32, mtime=True) */
  private static PyObject makeLfs2(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    return lfs(ctx, LFS2, LFS.bind(ctx, args, at, nargs, nkw));
  }

  private static LfsVolume.Options options(PyContext ctx, PyType type, PyObject[] args) {
    int readSize = Args.toInt(ctx, args[1]);
    int programSize = Args.toInt(ctx, args[2]);
    return new LfsVolume.Options(type == LFS1 ? 1 : 2, readSize, programSize, args[4].isTrue(ctx));
  }

  private static PyVfs lfs(PyContext ctx, PyType type, PyObject[] args) {
    try {
      PythonBlockDevice device = new PythonBlockDevice(ctx, args[0]);
      LfsVolume.Options options = options(ctx, type, args);
      return new PyVfs(type, new LfsVolume(device, options, ctx.host.clock()), device);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  private static PyObject formatLfs(PyContext ctx, PyType type, PyObject[] args) {
    try {
      LfsVolume.format(new PythonBlockDevice(ctx, args[0]), options(ctx, type, args));
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /**
   * mkfs(block_device, *, readsize=32, progsize=32, lookahead=32, mtime=True): makes a new, empty
   * littlefs version 1.
   */
  private static PyObject makeLfs1Volume(PyContext ctx, PyObject[] args) {
    return formatLfs(ctx, LFS1, args);
  }

  /**
   * mkfs(block_device, *, readsize=32, progsize=32, lookahead=32, mtime=True): makes a new, empty
   * littlefs version 2.
   */
  private static PyObject makeLfs2Volume(PyContext ctx, PyObject[] args) {
    return formatLfs(ctx, LFS2, args);
  }

  /**
   * The file system that a block device has. Devices that cannot read parts of blocks are not asked
   * for littlefs.
   */
  static PyVfs detect(PyContext ctx, PyObject object) {
    int version = 0;
    try {
      version = LfsVolume.detect(new PythonBlockDevice(ctx, object));
    } catch (HostException | PyException e) {
      version = 0;
    }
    if (version == 0) {
      return fat(ctx, object);
    }
    PyObject[] args = {object};
    return lfs(ctx, version == 1 ? LFS1 : LFS2, LFS.bind(ctx, args, 0, 1, 0));
  }

  @Override
  public PyType type() {
    return type;
  }

  private static PyVfs self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyVfs vfs) {
      return vfs;
    }
    throw Errors.wrongSelf(ctx, "VfsPosix", value);
  }

  /** A path argument as the file system below takes it. */
  private String path(PyContext ctx, PyObject argument) {
    String path = Mounts.text(ctx, argument);
    boolean isInside = path.startsWith("/") || ctx.profile.isPycopy() && !root.isEmpty();
    return isInside ? root + (path.startsWith("/") ? path : "/" + path) : path;
  }

  private void checkWritable(PyContext ctx) {
    if (isReadOnly) {
      throw Errors.osError(ctx, EROFS);
    }
  }

  /** mount(readonly, mkfs): called when the file system is mounted. */
  private static PyObject mount(PyContext ctx, PyObject self, PyObject readOnly, PyObject make) {
    PyVfs vfs = self(ctx, self);
    vfs.isReadOnly |= readOnly.isTrue(ctx);
    if (vfs.device == null) {
      if (make.isTrue(ctx)) {
        throw Errors.osError(ctx, HostException.EPERM);
      }
      return PyNone.NONE;
    }
    if (vfs.isReadOnly) {
      vfs.device.protect();
    }
    if (vfs.files instanceof FatVolume volume && !volume.isFormatted()) {
      vfs.formatFat(ctx, volume, make.isTrue(ctx));
    }
    return PyNone.NONE;
  }

  private void formatFat(PyContext ctx, FatVolume volume, boolean isWanted) {
    if (!isWanted) {
      throw Errors.osError(ctx, HostException.ENODEV);
    }
    try {
      volume.format();
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** umount(): called when the file system is no longer mounted. */
  private static PyObject umount(PyContext ctx, PyObject self) {
    return PyNone.NONE;
  }

  /** open(path, mode) -> stream: opens a file. */
  private static PyObject open(PyContext ctx, PyObject self, PyObject path, PyObject mode) {
    PyVfs vfs = self(ctx, self);
    ctx.checkHeap();
    String letters = Args.toText(ctx, mode);
    PyType type = letters.indexOf('b') >= 0 ? PyFile.BINARY : PyFile.TEXT;
    int flags = IoModule.flags(letters);
    if ((flags & FileSystem.WRITE) != 0) {
      vfs.checkWritable(ctx);
    }
    String name = vfs.path(ctx, path);
    try {
      FileSystem.OpenFile file = vfs.files.open(name, flags);
      if (vfs.files instanceof RomVolume volume) {
        int[] place = volume.place(name);
        BufferView view = new BufferView(vfs.rom.data(), place[0], place[1], 'B', true);
        return new PyRomFile(type, file, view);
      }
      return IoState.of(ctx).add(type, file, flags);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** chdir(path): makes a folder the current one. */
  private static PyObject chdir(PyContext ctx, PyObject self, PyObject path) {
    PyVfs vfs = self(ctx, self);
    try {
      vfs.files.changeFolder(vfs.path(ctx, path));
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** getcwd() -> str: the current folder. */
  private static PyObject getcwd(PyContext ctx, PyObject self) {
    PyVfs vfs = self(ctx, self);
    try {
      String folder = vfs.type == POSIX ? currentFolder(vfs.files) : vfs.files.currentFolder();
      return PyStr.of(folder.substring(Math.min(vfs.root.length(), folder.length())));
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /**
   * ilistdir([path]) -> iterator: (name, type, 0, size) for each entry; type 0x4000 is a folder,
   * 0x8000 a file. In Pycopy host files are listed without their size.
   */
  private static PyObject ilistdir(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyVfs vfs = self(ctx, args[at]);
    boolean isBytes = nargs == 2 && Args.unwrap(args[at + 1]) instanceof PyBytes;
    String path = nargs == 2 ? vfs.path(ctx, args[at + 1]) : "";
    try {
      String folder = path.isEmpty() && vfs.type == POSIX ? "." : path;
      boolean hasSizes = ctx.profile.isMicropython() || vfs.type != POSIX;
      return new EntryIterator(vfs.files.list(folder), isBytes, hasSizes);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  private static final class EntryIterator extends PyIterator {
    private final List<FileSystem.Entry> entries;
    private final boolean isBytes;
    private final boolean hasSizes;
    private int at;

    EntryIterator(List<FileSystem.Entry> entries, boolean isBytes, boolean hasSizes) {
      this.entries = entries;
      this.isBytes = isBytes;
      this.hasSizes = hasSizes;
    }

    @Override
    public PyObject next(PyContext ctx) {
      if (at == entries.size()) {
        ctx.stopValue = null;
        return null;
      }
      FileSystem.Entry entry = entries.get(at++);
      PyObject name = isBytes ? PyBytes.of(Utf8.encode(entry.name())) : PyStr.of(entry.name());
      int type = entry.isFolder() ? FileSystem.MODE_FOLDER : FileSystem.MODE_FILE;
      PyInt kind = PyInt.of(type);
      PyInt zero = PyInt.of(0);
      return hasSizes
          ? PyTuple.of(name, kind, zero, PyInt.of(entry.size()))
          : PyTuple.of(name, kind, zero);
    }
  }

  /** Whether there is a folder (MODE_FOLDER) or file (MODE_FILE) at a path; 0 for nothing. */
  int kindOf(String path) {
    try {
      FileSystem.Stat stat = files.stat(path.startsWith("/") ? root + path : path);
      return stat.isFolder() ? FileSystem.MODE_FOLDER : FileSystem.MODE_FILE;
    } catch (HostException e) {
      return 0;
    }
  }

  /** What {@link #change} does. */
  private enum Change {
    MAKE_FOLDER,
    REMOVE_FOLDER,
    REMOVE,
  }

  private static PyObject change(PyContext ctx, PyObject self, PyObject argument, Change change) {
    PyVfs vfs = self(ctx, self);
    vfs.checkWritable(ctx);
    String path = vfs.path(ctx, argument);
    try {
      switch (change) {
        case MAKE_FOLDER -> vfs.files.makeFolder(path);
        case REMOVE_FOLDER -> vfs.files.removeFolder(path);
        default -> vfs.files.remove(path);
      }
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** mkdir(path): makes a folder. */
  private static PyObject mkdir(PyContext ctx, PyObject self, PyObject path) {
    return change(ctx, self, path, Change.MAKE_FOLDER);
  }

  /** rmdir(path): removes an empty folder. */
  private static PyObject rmdir(PyContext ctx, PyObject self, PyObject path) {
    return change(ctx, self, path, Change.REMOVE_FOLDER);
  }

  /** remove(path): removes a file. */
  private static PyObject remove(PyContext ctx, PyObject self, PyObject path) {
    return change(ctx, self, path, Change.REMOVE);
  }

  /** rename(old, new): gives a file or folder another path. */
  private static PyObject rename(PyContext ctx, PyObject self, PyObject from, PyObject to) {
    PyVfs vfs = self(ctx, self);
    vfs.checkWritable(ctx);
    try {
      vfs.files.rename(vfs.path(ctx, from), vfs.path(ctx, to));
      return PyNone.NONE;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /**
   * stat(path) -> tuple: mode, 0, 0, 0, 0, 0, size, and the times of access, change of content and
   * change.
   */
  private static PyObject stat(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyVfs vfs = self(ctx, args[at]);
    String name = vfs.path(ctx, args[at + 1]);
    boolean followsLinks = nargs == 2 || args[at + 2].isTrue(ctx);
    try {
      if (name.isEmpty() && vfs.type == POSIX) {
        throw new HostException(HostException.ENOENT);
      }
      FileSystem.Stat stat = followsLinks ? vfs.files.stat(name) : vfs.files.statLink(name);
      int mode = stat.mode();
      if (vfs.type == POSIX && (mode & 0xfff) == 0) {
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
   * statvfs(path) -> tuple: block size (twice), blocks, free blocks (twice), four unknown numbers,
   * longest name.
   */
  private static PyObject statvfs(PyContext ctx, PyObject self, PyObject path) {
    PyVfs vfs = self(ctx, self);
    try {
      if (vfs.files instanceof Volume volume) {
        return statvfs(volume.blocks(), volume.longestName(), vfs.type == ROM);
      }
      long[] space = vfs.files.space(vfs.path(ctx, path));
      long[] blocks = {BLOCK_SIZE, space[0] / BLOCK_SIZE, space[1] / BLOCK_SIZE};
      return statvfs(blocks, LONGEST_NAME, false);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  private static PyObject statvfs(long[] blocks, int longestName, boolean isRom) {
    PyInt zero = PyInt.of(0);
    PyObject size = PyInt.of(blocks[0]);
    PyObject free = PyInt.of(blocks[2]);
    return PyTuple.of(
        size,
        isRom ? zero : size,
        PyInt.of(blocks[1]),
        free,
        free,
        zero,
        zero,
        zero,
        zero,
        PyInt.of(longestName));
  }
}
