package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.TypeTable;

/** The Python methods of streams, shared by all built-in stream types. */
final class StreamMethods {
  private StreamMethods() {}

  /** Adds what every readable and writable stream type has. */
  static TypeTable add(TypeTable table) {
    return addWrite(table)
        .fn("read", 1, 2, StreamMethods::read)
        .fn("readinto", 2, 3, StreamMethods::readinto)
        .fn("readline", 1, 3, StreamMethods::readline)
        .fn2("readbin", StreamMethods::readbin)
        .pycopyOnly("readbin")
        .fn3("writebin", StreamMethods::writebin)
        .pycopyOnly("writebin")
        .fn("seek", 2, 3, StreamMethods::seek)
        .fn1("tell", StreamMethods::tell)
        .fn1("flush", StreamMethods::flush)
        .fn1("close", StreamMethods::close)
        .fn1("__enter__", StreamMethods::enter)
        .fn("__exit__", 4, 4, StreamMethods::exit)
        .fn1("__next__", StreamMethods::nextLine);
  }

  static TypeTable addWrite(TypeTable table) {
    return table.fn("write", 2, 4, StreamMethods::write);
  }

  /** The block of a buffered stream, which is made with a stream and a size. */
  static byte[] block(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 2, 2);
    int size = ctx.checkSize(Args.toLong(ctx, args[at + 1]), 1);
    return new byte[Math.max(1, size)];
  }

  /** read(size=-1) -> str or bytes: up to size characters or bytes; everything for -1 or None. */
  static PyObject read(PyContext ctx, PyObject[] args, int at, int nargs) {
    Stream stream = Streams.of(ctx, args[at]);
    int size = size(ctx, args, at, nargs);
    return size == -1 ? Streams.readAll(ctx, stream) : Streams.read(ctx, stream, size);
  }

  private static int size(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (nargs == 1 || args[at + 1] == PyNone.NONE) {
      return -1;
    }
    int size = Args.toInt(ctx, args[at + 1]);
    if (size < -1) {
      throw Errors.memoryError(ctx, size);
    }
    return size;
  }

  /** readinto(buffer, size=len(buffer)) -> int: fills the buffer; the number of bytes read. */
  static PyObject readinto(PyContext ctx, PyObject[] args, int at, int nargs) {
    Stream stream = Streams.of(ctx, args[at]);
    PyMemoryStream memory =
        ctx.profile.isPycopy() && args[at + 1] instanceof PyMemoryStream m && !m.isText()
            ? m
            : null;
    BufferView view = memory == null ? Args.toWritableBuffer(ctx, args[at + 1]) : memory.space(ctx);
    int length = nargs == 3 ? limit(ctx, args[at + 2], view.length()) : view.length();
    int count = Streams.readFully(ctx, stream, view.data(), view.offset(), length);
    if (memory != null && count > 0) {
      memory.fill(count);
    }
    return Streams.result(count);
  }

  /** readbin(format) -> object: the one value of that format of {@code struct}. */
  private static PyObject readbin(PyContext ctx, PyObject self, PyObject format) {
    byte[] data = new byte[StructModule.sizeOfOne(ctx, format)];
    int count = Streams.readFully(ctx, Streams.of(ctx, self), data, 0, data.length);
    if (count != data.length) {
      throw Errors.of(ctx, ExceptionTypes.EOF_ERROR);
    }
    return StructModule.unpackOne(ctx, format, data);
  }

  /** writebin(format, value) -> int: writes the one value in that format of {@code struct}. */
  private static PyObject writebin(PyContext ctx, PyObject self, PyObject format, PyObject value) {
    byte[] data = StructModule.packOne(ctx, format, value);
    return Streams.result(Streams.writeAll(ctx, Streams.of(ctx, self), data, 0, data.length));
  }

  /** An argument that limits a length; negative ones do not, as they count as huge. */
  private static int limit(PyContext ctx, PyObject argument, int length) {
    long limit = Args.toLong(ctx, argument);
    return limit < 0 || limit > length ? length : (int) limit;
  }

  /**
   * readline(size=-1, end='\\n') -> str or bytes: up to and with the end of the line. Size counts
   * bytes; in Pycopy, where the stream gives str, characters.
   */
  static PyObject readline(PyContext ctx, PyObject[] args, int at, int nargs) {
    int end = '\n';
    if (nargs == 3) {
      BufferView view = Args.toBuffer(ctx, args[at + 2]);
      end = view.length() == 0 ? 0 : view.data()[view.offset()];
    }
    return Streams.readLine(ctx, Streams.of(ctx, args[at]), size(ctx, args, at, nargs), (byte) end);
  }

  /** readlines() -> list: all lines to the end. */
  static PyObject readlines(PyContext ctx, PyObject self) {
    Stream stream = Streams.of(ctx, self);
    PyList lines = new PyList();
    for (PyObject line = Streams.readLine(ctx, stream, -1);
        line.isTrue(ctx);
        line = Streams.readLine(ctx, stream, -1)) {
      lines.append(ctx, line);
    }
    return lines;
  }

  /** write(data[, offset], size=len(data)) -> int: the number of bytes written. */
  static PyObject write(PyContext ctx, PyObject[] args, int at, int nargs) {
    Stream stream = Streams.of(ctx, args[at]);
    BufferView view = Args.toBuffer(ctx, args[at + 1]);
    int skip = nargs == 4 ? limit(ctx, args[at + 2], view.length()) : 0;
    int length = view.length() - skip;
    if (nargs > 2) {
      length = limit(ctx, args[at + nargs - 1], length);
    }
    return Streams.result(Streams.writeAll(ctx, stream, view.data(), view.offset() + skip, length));
  }

  /** seek(offset, whence=0) -> int: moves to a byte offset from start (0), here (1) or end (2). */
  static PyObject seek(PyContext ctx, PyObject[] args, int at, int nargs) {
    long offset = Args.toLong(ctx, args[at + 1]);
    int whence = nargs == 3 ? Args.toInt(ctx, args[at + 2]) : 0;
    if (whence == 0 && offset < 0) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
    return PyInt.of(Streams.of(ctx, args[at]).seek(ctx, offset, whence));
  }

  /** tell() -> int: the byte offset of the next read or write. */
  static PyObject tell(PyContext ctx, PyObject self) {
    return PyInt.of(Streams.of(ctx, self).seek(ctx, 0, 1));
  }

  /** flush(): sends on what was written. */
  static PyObject flush(PyContext ctx, PyObject self) {
    Streams.of(ctx, self).flush(ctx);
    return PyNone.NONE;
  }

  /** close(): ends the use of the stream. */
  static PyObject close(PyContext ctx, PyObject self) {
    Streams.of(ctx, self).close(ctx);
    return PyNone.NONE;
  }

  /** __enter__() -> stream: the stream itself. */
  static PyObject enter(PyContext ctx, PyObject self) {
    return self;
  }

  /** __exit__(type, value, traceback): closes the stream. */
  static PyObject exit(PyContext ctx, PyObject[] args, int at, int nargs) {
    return close(ctx, args[at]);
  }

  /** __next__() -> str or bytes: the next line; StopIteration at the end. */
  static PyObject nextLine(PyContext ctx, PyObject self) {
    PyObject line = Streams.readLine(ctx, Streams.of(ctx, self), -1);
    if (!line.isTrue(ctx)) {
      throw Errors.stopIteration(ctx, null);
    }
    return line;
  }
}
