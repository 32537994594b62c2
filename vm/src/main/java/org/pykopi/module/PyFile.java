package org.pykopi.module;

import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code io.FileIO} and {@code io.TextIOWrapper}: an open file of the host, or one of the three
 * console streams. Reading goes through a small buffer, so that lines are cheap; writing does not,
 * so that nothing is lost when a program forgets to close.
 */
final class PyFile extends PyStream {
  static final PyType BINARY = table("FileIO").constructor(PyFile::makeBinary).build();
  static final PyType TEXT = table("TextIOWrapper").constructor(PyFile::makeText).build();

  private static final int BUFFER_SIZE = 4096;
  private static final byte[] EMPTY = {};
  private static final PyStr BUFFER = PyStr.intern("buffer");

  private final PyType type;
  private final int number;
  private final int flags;

  private final FileSystem.OpenFile file;
  private boolean isClosed;

  /** Bytes read ahead lie in {@code ahead[aheadAt .. aheadEnd)}. */
  private byte[] ahead = EMPTY;

  private int aheadAt;
  private int aheadEnd;

  /** For a text stream of the console the stream of its bytes, else null. */
  private final PyFile buffer;

  /**
   * A file.
   *
   * @param number what {@code fileno()} says
   * @param flags READ and WRITE as in {@link FileSystem}
   */
  PyFile(PyType type, FileSystem.OpenFile file, int number, int flags) {
    this(type, file, number, flags, null);
  }

  /** A text stream of the console with the stream of its bytes; reads nothing ahead. */
  PyFile(PyType type, FileSystem.OpenFile file, int number, int flags, PyFile buffer) {
    this.type = type;
    this.file = file;
    this.number = number;
    this.flags = flags;
    this.buffer = buffer;
  }

  private static TypeTable table(String name) {
    return StreamMethods.add(new TypeTable(name))
        .fn1("fileno", PyFile::fileno)
        .fn1("readlines", StreamMethods::readlines)
        .fn1("__del__", StreamMethods::close);
  }

  /** FileIO(file, mode='r'): in Pycopy what {@code open} gives, for bytes. */
  private static PyObject makeBinary(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    return make(ctx, args, at, nargs, nkw, "b");
  }

  /** TextIOWrapper(file, mode='r'): in Pycopy what {@code open} gives. */
  private static PyObject makeText(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    return make(ctx, args, at, nargs, nkw, "");
  }

  private static PyObject make(
      PyContext ctx, PyObject[] args, int at, int nargs, int nkw, String kind) {
    if (ctx.profile.isMicropython()) {
      String name = (kind.isEmpty() ? TEXT : BINARY).name;
      throw Errors.typeError(ctx, "cannot create '" + name + "' instances");
    }
    Args.checkCount(ctx, nargs, nkw, 1, 4);
    String mode = (nargs > 1 ? Args.toText(ctx, args[at + 1]) : "r") + kind;
    return IoModule.open(ctx, new PyObject[] {args[at], PyStr.of(mode), null, null});
  }

  @Override
  public PyType type() {
    return type;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<io.").append(type.name);
    if (file.hasNumber()) {
      out.append(' ').append(isClosed ? -1 : number);
    }
    out.append('>');
  }

  @Override
  public boolean isText() {
    return type == TEXT;
  }

  private FileSystem.OpenFile open(PyContext ctx, int access) {
    if (isClosed) {
      throw file.closedError() == 0
          ? Errors.valueError(ctx, "I/O operation on closed file")
          : Errors.osError(ctx, file.closedError());
    }
    if ((flags & access) != access) {
      throw Errors.osError(ctx, HostException.EBADF);
    }
    return file;
  }

  private boolean isConsole() {
    return number < IoState.FIRST_FILE_NUMBER;
  }

  @Override
  public int read(PyContext ctx, byte[] target, int offset, int length) {
    FileSystem.OpenFile source = open(ctx, FileSystem.READ);
    try {
      if (aheadAt == aheadEnd) {
        if (isConsole() || length >= BUFFER_SIZE) {
          return source.read(target, offset, length);
        }
        if (ahead.length == 0) {
          ahead = new byte[BUFFER_SIZE];
        }
        aheadAt = 0;
        aheadEnd = 0;
        aheadEnd = source.read(ahead, 0, BUFFER_SIZE);
      }
      int count = Math.min(length, aheadEnd - aheadAt);
      System.arraycopy(ahead, aheadAt, target, offset, count);
      aheadAt += count;
      return count;
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  /** Gives back what was read ahead, so that the host's position is the program's. */
  private void forgetAhead() {
    if (aheadAt < aheadEnd) {
      file.seek(aheadAt - aheadEnd, 1);
    }
    aheadAt = 0;
    aheadEnd = 0;
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int length) {
    FileSystem.OpenFile target = open(ctx, FileSystem.WRITE);
    try {
      forgetAhead();
      return target.write(source, offset, length);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  @Override
  public long seek(PyContext ctx, long offset, int whence) {
    FileSystem.OpenFile target = open(ctx, 0);
    try {
      forgetAhead();
      return target.seek(offset, whence);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  @Override
  public void flush(PyContext ctx) {
    FileSystem.OpenFile target = open(ctx, 0);
    try {
      target.flush();
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }

  @Override
  public void close(PyContext ctx) {
    if (!isClosed) {
      isClosed = true;
      IoState.of(ctx).release(number);
      try {
        file.close();
      } catch (HostException e) {
        throw Streams.hostError(ctx, e);
      }
    }
  }

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    if (request == IOCTL_FILENO) {
      open(ctx, 0);
      return number;
    }
    if (request == IOCTL_POLL) {
      open(ctx, 0);
      int ready = POLL_READ | POLL_WRITE;
      if (isConsole()) {
        boolean isInput = (flags & FileSystem.READ) != 0;
        boolean isWaiting = isInput && !ctx.host.console().isReadReady();
        ready = isWaiting ? 0 : isInput ? POLL_READ : POLL_WRITE;
      }
      return argument & ready;
    }
    return super.ioctl(ctx, request, argument);
  }

  /** fileno() -> int: the number of the file. */
  private static PyObject fileno(PyContext ctx, PyObject self) {
    return PyInt.of(Streams.of(ctx, self).ioctl(ctx, IOCTL_FILENO, 0));
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    return buffer != null && name == BUFFER ? buffer : null;
  }
}
