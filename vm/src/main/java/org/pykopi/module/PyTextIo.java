package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** Pycopy's {@code uio.TextIOBase(stream)}: a stream of bytes read and written as text. */
final class PyTextIo extends PyStream {
  static final PyType TYPE =
      new TypeTable("TextIOBase")
          .constructor(PyTextIo::make)
          .fn("read", 1, 2, StreamMethods::read)
          .fn("readline", 1, 3, StreamMethods::readline)
          .fn("write", 2, 4, PyTextIo::write)
          .fn1("flush", StreamMethods::flush)
          .fn1("close", StreamMethods::close)
          .fn1("fileno", PyTextIo::fileno)
          .build();

  private static final PyStr FILENO = PyStr.intern("fileno");

  private final PyObject target;
  private final Stream stream;

  private PyTextIo(PyObject target, Stream stream) {
    this.target = target;
    this.stream = stream;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    return new PyTextIo(args[at], Streams.of(ctx, args[at]));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public boolean isText() {
    return true;
  }

  @Override
  public int read(PyContext ctx, byte[] into, int offset, int length) {
    return stream.read(ctx, into, offset, length);
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int length) {
    return stream.write(ctx, source, offset, length);
  }

  @Override
  public void flush(PyContext ctx) {
    stream.flush(ctx);
  }

  @Override
  public void close(PyContext ctx) {
    stream.close(ctx);
  }

  /** write(text[, offset], size=len(text)): writes text. */
  private static PyObject write(PyContext ctx, PyObject[] args, int at, int nargs) {
    StreamMethods.write(ctx, args, at, nargs);
    return PyNone.NONE;
  }

  /** fileno() -> int: the number of the file below. */
  private static PyObject fileno(PyContext ctx, PyObject self) {
    PyObject below = self instanceof PyTextIo text ? text.target : self;
    return Attributes.callMethod(ctx, below, FILENO);
  }
}
