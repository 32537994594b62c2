package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code io.BufferedWriter(stream, size)}: collects what is written and passes it on in blocks of
 * exactly that size.
 */
final class PyBufferedWriter extends PyStream {
  static final PyType TYPE =
      StreamMethods.addWrite(new TypeTable("BufferedWriter"))
          .constructor(PyBufferedWriter::make)
          .fn1("flush", StreamMethods::flush)
          .build();

  private final PyObject stream;
  private final byte[] block;
  private int length;

  private PyBufferedWriter(PyObject stream, byte[] block) {
    this.stream = stream;
    this.block = block;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    return new PyBufferedWriter(args[at], StreamMethods.block(ctx, args, at, nargs, nkw));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int count) {
    int done = 0;
    while (done < count) {
      int part = Math.min(count - done, block.length - length);
      System.arraycopy(source, offset + done, block, length, part);
      length += part;
      done += part;
      if (length == block.length) {
        flush(ctx);
      }
    }
    return count;
  }

  @Override
  public void flush(PyContext ctx) {
    if (length > 0) {
      if (Streams.writeAll(ctx, Streams.of(ctx, stream), block, 0, length) != length) {
        throw Errors.osError(ctx, HostException.EAGAIN);
      }
      length = 0;
    }
  }
}
