package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code micropython.RingIO(size or buffer)}: bytes that are read in the order they were written, a
 * fixed number at most.
 */
final class PyRingIo extends PyStream {
  static final PyType TYPE =
      StreamMethods.addWrite(new TypeTable("RingIO"))
          .constructor(PyRingIo::make)
          .fn1("any", PyRingIo::any)
          .fn("read", 1, 2, StreamMethods::read)
          .fn("readinto", 2, 3, StreamMethods::readinto)
          .fn("readline", 1, 2, StreamMethods::readline)
          .fn1("close", StreamMethods::close)
          .build();

  private static final int LARGEST = 0xffff;

  /** The ring {@code data[offset .. offset + size)}; one place always stays free. */
  private final byte[] data;

  private final int offset;
  private final int size;
  private int get;
  private int put;

  private PyRingIo(byte[] data, int offset, int size) {
    this.data = data;
    this.offset = offset;
    this.size = size;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    BufferView view = args[at].buffer();
    if (view != null && !view.isReadOnly()) {
      checkSize(ctx, view.length());
      return new PyRingIo(view.data(), view.offset(), view.length());
    }
    long size = Args.toLong(ctx, args[at]) + 1;
    checkSize(ctx, size);
    return new PyRingIo(new byte[(int) size], 0, (int) size);
  }

  private static void checkSize(PyContext ctx, long size) {
    if (size < 2 || size > LARGEST) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  private int available() {
    return (put - get + size) % size;
  }

  @Override
  public int read(PyContext ctx, byte[] target, int at, int wanted) {
    int count = Math.min(wanted, available());
    for (int i = 0; i < count; i++) {
      target[at + i] = data[offset + get];
      get = (get + 1) % size;
    }
    return count;
  }

  @Override
  public int write(PyContext ctx, byte[] source, int at, int wanted) {
    int count = Math.min(wanted, size - 1 - available());
    for (int i = 0; i < count; i++) {
      data[offset + put] = source[at + i];
      put = (put + 1) % size;
    }
    return count;
  }

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    if (request == IOCTL_POLL) {
      int ready = available() > 0 ? POLL_READ : 0;
      return argument & (available() < size - 1 ? ready | POLL_WRITE : ready);
    }
    return super.ioctl(ctx, request, argument);
  }

  /** any() -> int: the number of bytes that can be read. */
  private static PyObject any(PyContext ctx, PyObject self) {
    if (!(Args.unwrap(self) instanceof PyRingIo ring)) {
      throw Streams.notSupported(ctx);
    }
    return PyInt.of(ring.available());
  }
}
