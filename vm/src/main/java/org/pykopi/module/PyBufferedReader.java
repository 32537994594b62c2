package org.pykopi.module;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * Pycopy's {@code uio.BufferedReader(stream, size)}: reads the stream in blocks of that size. At
 * the end of the stream, or when it would block, a block is shorter.
 */
final class PyBufferedReader extends PyStream {
  static final PyType TYPE =
      new TypeTable("BufferedReader")
          .constructor(PyBufferedReader::make)
          .fn("read", 1, 2, StreamMethods::read)
          .build();

  private final PyObject stream;

  /** Bytes not yet given lie in {@code block[position .. length)}. */
  private final byte[] block;

  private int position;
  private int length;

  private PyBufferedReader(PyObject stream, byte[] block) {
    this.stream = stream;
    this.block = block;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    return new PyBufferedReader(args[at], StreamMethods.block(ctx, args, at, nargs, nkw));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public int read(PyContext ctx, byte[] target, int offset, int wanted) {
    int done = 0;
    while (done < wanted) {
      if (position == length) {
        position = 0;
        length = 0;
        int count = Streams.readFully(ctx, Streams.of(ctx, stream), block, 0, block.length);
        if (count <= 0) {
          return done > 0 ? done : count;
        }
        length = count;
      }
      int count = Math.min(wanted - done, length - position);
      System.arraycopy(block, position, target, offset + done, count);
      position += count;
      done += count;
    }
    return done;
  }
}
