package org.pykopi.module;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyIterator;
import org.pykopi.object.PyList;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.util.Utf8;

/**
 * The mounted file systems of a runtime: which one a path belongs to, and where the program is. At
 * the start the host's files are mounted at "/". A mount is any Python object with the methods of
 * {@link PyVfs}.
 */
public final class Mounts {
  private static final String KEY = "vfs";
  private static final int LONGEST_PATH = 4096;
  private static final PyStr ROOT_PATH = PyStr.intern("/");

  private static final PyStr MOUNT = PyStr.intern("mount");
  private static final PyStr UMOUNT = PyStr.intern("umount");
  private static final PyStr OPEN = PyStr.intern("open");
  private static final PyStr CHDIR = PyStr.intern("chdir");
  private static final PyStr GETCWD = PyStr.intern("getcwd");
  private static final PyStr ILISTDIR = PyStr.intern("ilistdir");
  private static final PyStr STAT = PyStr.intern("stat");
  private static final PyStr STATVFS = PyStr.intern("statvfs");

  /** A file system at a path such as "/" or "/sd". */
  private record Mount(String path, PyObject object) {
    boolean isRoot() {
      return path.length() == 1;
    }
  }

  /**
   * Where a path leads: into a mount, with the path inside it; or {@code mount} is null and it is
   * the outermost folder ({@code isRoot}) or in no mount.
   */
  private record Place(Mount mount, PyObject path, boolean isRoot) {}

  private final PyContext ctx;

  /** The one at "/", if any, is the last. */
  private final List<Mount> mounts = new ArrayList<>();

  /** The mount that relative paths belong to; null for the outermost folder. */
  private Mount current;

  private Mounts(PyContext ctx) {
    this.ctx = ctx;
    current = new Mount("/", PyVfs.ofHost(ctx));
    mounts.add(current);
  }

  /** The mounts of a runtime. */
  public static Mounts of(PyContext ctx) {
    Object mounts = ctx.moduleState.get(KEY);
    if (mounts == null) {
      mounts = new Mounts(ctx);
      ctx.moduleState.put(KEY, mounts);
    }
    return (Mounts) mounts;
  }

  /** A path argument: str, or bytes in UTF-8. */
  static String text(PyContext ctx, PyObject argument) {
    PyObject value = Args.unwrap(argument);
    if (value instanceof PyBytes) {
      BufferView view = value.buffer();
      return Streams.decode(ctx, view.data(), view.offset(), view.length()).value();
    }
    return Args.toText(ctx, argument);
  }

  // ---- looking up ----

  private Place find(PyObject argument) {
    String path = text(ctx, argument);
    boolean isAbsolute = path.startsWith("/");
    if (!isAbsolute && current != null) {
      return new Place(current, argument, false);
    }
    String rest = isAbsolute ? path.substring(1) : path;
    if (rest.isEmpty()) {
      return new Place(null, null, true);
    }
    for (Mount mount : mounts) {
      String inside = pathInside(mount, path, rest);
      if (inside != null) {
        boolean isBytes = Args.unwrap(argument) instanceof PyBytes;
        PyObject object = isBytes ? PyBytes.of(Utf8.encode(inside)) : PyStr.of(inside);
        return new Place(mount, object, false);
      }
    }
    return new Place(null, null, false);
  }

  /**
   * The path in a mount, or null when it is not in it; {@code rest} is the path without "/" at the
   * start.
   */
  private static String pathInside(Mount mount, String path, String rest) {
    if (mount.isRoot()) {
      return path;
    }
    String name = mount.path.isEmpty() ? "" : mount.path.substring(1);
    if (!rest.startsWith(name)) {
      return null;
    }
    if (rest.length() == name.length()) {
      return "/";
    }
    return rest.charAt(name.length()) == '/' ? rest.substring(name.length()) : null;
  }

  private Mount root() {
    Mount last = mounts.isEmpty() ? null : mounts.get(mounts.size() - 1);
    return last != null && last.isRoot() ? last : null;
  }

  private PyObject call(Place place, PyStr method, PyObject... args) {
    if (place.mount == null) {
      throw Errors.osError(ctx, place.isRoot ? HostException.EPERM : HostException.ENODEV);
    }
    return Attributes.callMethod(ctx, place.mount.object, method, args);
  }

  /** Calls a method that takes one path: {@code remove}, {@code rmdir}. */
  PyObject call(PyStr method, PyObject path) {
    Place place = find(path);
    return call(place, method, place.path);
  }

  // ---- mounting ----

  /** A list of (object, path). */
  PyList list() {
    PyList list = new PyList();
    for (Mount mount : mounts) {
      list.append(ctx, PyTuple.of(mount.object, PyStr.of(mount.path)));
    }
    return list;
  }

  void mount(PyObject object, PyObject path, PyObject readOnly, PyObject make) {
    boolean isDevice = Attributes.find(ctx, object, MOUNT) == null;
    PyObject files = isDevice ? PyVfs.detect(ctx, object) : object;
    Mount mount = new Mount(text(ctx, path), files);
    Attributes.callMethod(ctx, files, MOUNT, readOnly, make);
    Mount used = find(path).mount;
    if (used != null && (mount.isRoot() || !used.isRoot())) {
      throw Errors.osError(ctx, HostException.EPERM);
    }
    mounts.add(root() == null ? mounts.size() : mounts.size() - 1, mount);
  }

  void unmount(PyObject which) {
    String path = Args.unwrap(which) instanceof PyStr text ? text.value() : null;
    for (Mount mount : mounts) {
      if (mount.object == which || mount.path.equals(path)) {
        mounts.remove(mount);
        if (current == mount) {
          current = null;
        }
        Attributes.callMethod(ctx, mount.object, UMOUNT);
        return;
      }
    }
    throw Errors.osError(ctx, HostException.EINVAL);
  }

  // ---- what os does ----

  PyObject open(PyObject path, PyObject mode) {
    Place place = find(path);
    return call(place, OPEN, place.path, mode);
  }

  void changeFolder(PyObject path) {
    Place place = find(path);
    if (place.isRoot) {
      if (root() != null) {
        Attributes.callMethod(ctx, root().object, CHDIR, ROOT_PATH);
      }
    } else {
      call(place, CHDIR, place.path);
    }
    current = place.mount;
  }

  PyObject currentFolder() {
    if (current == null) {
      return ROOT_PATH;
    }
    PyObject folder = Attributes.callMethod(ctx, current.object, GETCWD);
    if (current.isRoot()) {
      return folder;
    }
    String inside = Args.toText(ctx, folder);
    return PyStr.of(inside.equals("/") ? current.path : current.path + inside);
  }

  /** An iterator of the entries of a folder. In the outermost one the mounts come first. */
  PyObject list(PyObject path) {
    Place place = find(path);
    return place.isRoot
        ? new RootIterator(mounts, Args.unwrap(path) instanceof PyBytes)
        : call(place, ILISTDIR, place.path);
  }

  private static final class RootIterator extends PyIterator {
    private final List<Mount> mounts;
    private final boolean isBytes;
    private int at;

    /** The entries of the file system at "/", or null. */
    private PyObject rest;

    RootIterator(List<Mount> mounts, boolean isBytes) {
      this.mounts = new ArrayList<>(mounts);
      this.isBytes = isBytes;
    }

    @Override
    public PyObject next(PyContext ctx) {
      if (rest != null) {
        return rest.next(ctx);
      }
      if (at == mounts.size()) {
        ctx.stopValue = null;
        return null;
      }
      Mount mount = mounts.get(at++);
      if (mount.isRoot()) {
        PyObject list = Attributes.callMethod(ctx, mount.object, ILISTDIR, ROOT_PATH);
        rest = list.iter(ctx);
        return rest.next(ctx);
      }
      String name = mount.path.substring(1);
      PyObject object = isBytes ? PyBytes.of(Utf8.encode(name)) : PyStr.of(name);
      return PyTuple.of(object, PyInt.of(FileSystem.MODE_FOLDER), PyInt.of(0));
    }
  }

  PyObject makeFolder(PyStr method, PyObject path) {
    Place place = find(path);
    if (place.isRoot || (place.mount != null && text(ctx, place.path).equals("/"))) {
      throw Errors.osError(ctx, HostException.EEXIST);
    }
    return call(place, method, place.path);
  }

  PyObject rename(PyStr method, PyObject from, PyObject to) {
    Place source = find(from);
    Place target = find(to);
    if (source.mount != target.mount) {
      throw Errors.osError(ctx, HostException.EPERM);
    }
    return call(source, method, source.path, target.path);
  }

  /** {@code os.stat}; {@code followsLinks} false, in Pycopy only, asks about a link itself. */
  PyObject stat(PyObject path, boolean followsLinks) {
    Place place = find(path);
    if (!place.isRoot) {
      return followsLinks
          ? call(place, STAT, place.path)
          : call(place, STAT, place.path, PyBool.FALSE);
    }
    return numbers(FileSystem.MODE_FOLDER, 0);
  }

  private static PyTuple numbers(int first, int last) {
    PyObject[] numbers = new PyObject[10];
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] = PyInt.of(i == 0 ? first : i == 9 ? last : 0);
    }
    return PyTuple.of(numbers);
  }

  PyObject space(PyObject path) {
    Place place = find(path);
    if (!place.isRoot) {
      return call(place, STATVFS, place.path);
    }
    return root() == null
        ? numbers(0, LONGEST_PATH)
        : Attributes.callMethod(ctx, root().object, STATVFS, ROOT_PATH);
  }

  // ---- what import does ----

  /** Whether there is a folder (MODE_FOLDER) or file (MODE_FILE) at a path; 0 for nothing. */
  public int kindOf(String path) {
    Place place = find(PyStr.of(path));
    if (place.mount == null) {
      return 0;
    }
    try {
      if (place.mount.object instanceof PyVfs vfs) {
        return vfs.kindOf(text(ctx, place.path));
      }
      PyObject[] stat = Args.toItems(ctx, call(place, STAT, place.path));
      boolean isFolder = (Args.toInt(ctx, stat[0]) & FileSystem.MODE_FOLDER) != 0;
      return isFolder ? FileSystem.MODE_FOLDER : FileSystem.MODE_FILE;
    } catch (PyException e) {
      return 0;
    }
  }

  /** All bytes of a file. */
  public byte[] read(String path) {
    PyObject file = open(PyStr.of(path), PyStr.of("rb"));
    Stream stream = Streams.of(ctx, file);
    if (stream instanceof PythonStream && ctx.profile.isMicropython()) {
      askBufferSize(stream);
    }
    PyObject content = Streams.readAll(ctx, stream);
    stream.close(ctx);
    return Args.toBuffer(ctx, content).copy();
  }

  /**
   * A stream written in Python is asked for the size of its buffer, though its answer does not
   * matter here.
   */
  private void askBufferSize(Stream stream) {
    try {
      stream.ioctl(ctx, Stream.IOCTL_BUFFER_SIZE, 0);
    } catch (PyException e) {
      return;
    }
  }
}
