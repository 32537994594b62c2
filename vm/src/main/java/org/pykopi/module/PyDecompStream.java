package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** Pycopy's {@code uzlib.DecompIO}: unpacks what is read from another stream. */
final class PyDecompStream extends PyStream {
  static final PyType TYPE =
      new TypeTable("DecompIO")
          .constructor(PyDecompStream::make)
          .fn2("init", PyDecompStream::init)
          .fn("read", 1, 2, StreamMethods::read)
          .fn("readinto", 2, 3, StreamMethods::readinto)
          .fn("readline", 1, 3, StreamMethods::readline)
          .build();

  private static final int MOST_BITS = 15;
  private static final int GZIP_BITS = 16;

  private final int bits;

  /** Where the program wants the window to lie, or null. */
  private final BufferView window;

  private PyDeflateStream.Reader reader;

  private PyDecompStream(int bits, BufferView window) {
    this.bits = bits;
    this.window = window;
  }

  /**
   * DecompIO(stream, wbits=0, dictbuf=None) -> DecompIO: wbits tells format and size of the window:
   * 1 to 15 zlib, 0 zlib as its header says, the same negative raw, 16 more gzip.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 3);
    int bits = nargs > 1 ? Args.toInt(ctx, args[at + 1]) : 0;
    if (bits < -MOST_BITS || bits > GZIP_BITS + MOST_BITS) {
      throw Errors.valueError(ctx, "wbits");
    }
    BufferView window = nargs > 2 ? Args.toWritableBuffer(ctx, args[at + 2]) : null;
    PyDecompStream stream = new PyDecompStream(bits, window);
    stream.open(ctx, Streams.of(ctx, args[at]));
    return stream;
  }

  private void open(PyContext ctx, Stream source) {
    reader = open(ctx, source, bits, window);
    if (reader == null) {
      throw Errors.valueError(ctx, "compression header");
    }
  }

  static PyDeflateStream.Reader open(PyContext ctx, Stream source, int bits, BufferView window) {
    int format =
        bits < 0
            ? PyDeflateStream.RAW
            : bits < GZIP_BITS ? PyDeflateStream.ZLIB : PyDeflateStream.GZIP;
    int windowBits = Math.abs(bits) & MOST_BITS;
    return PyDeflateStream.Reader.open(ctx, source, format, windowBits, window);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public int read(PyContext ctx, byte[] into, int offset, int length) {
    return reader.read(into, offset, length);
  }

  /** init(stream): goes on with another stream of the same format. */
  private static PyObject init(PyContext ctx, PyObject self, PyObject source) {
    if (!(Args.unwrap(self) instanceof PyDecompStream stream)) {
      throw Errors.wrongSelf(ctx, "DecompIO", self);
    }
    stream.open(ctx, Streams.of(ctx, source));
    return PyNone.NONE;
  }
}
