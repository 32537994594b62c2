package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.Op;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code io.StringIO} and {@code io.BytesIO}: a file in memory. Both hold bytes; StringIO decodes
 * them when read.
 */
final class PyMemoryStream extends PyStream {
  static final PyType STRING_IO = table("StringIO").constructor(PyMemoryStream::make).build();
  static final PyType BYTES_IO = table("BytesIO").constructor(PyMemoryStream::make).build();

  private final PyType type;

  /** The content in {@code data[0 .. length)}; null after close. */
  private byte[] data;

  private int length;
  private int position;

  /** Whether nothing was written over the bytes or str that it was made from. */
  private boolean isBorrowed;

  private PyMemoryStream(PyType type, byte[] data, int length) {
    this.type = type;
    this.data = data;
    this.length = length;
  }

  /** A stream that gives the bytes of a view. */
  static PyMemoryStream of(BufferView view) {
    return new PyMemoryStream(BYTES_IO, view.copy(), view.length());
  }

  private static TypeTable table(String name) {
    return StreamMethods.add(new TypeTable(name))
        .fn1("getvalue", PyMemoryStream::getvalue)
        .fn("truncate", 1, 2, PyMemoryStream::truncate)
        .pycopyOnly("truncate");
  }

  /** StringIO(initial='') or BytesIO(initial=b''): an int instead is a capacity. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyType native_ = type.isSubclassOf(STRING_IO) ? STRING_IO : BYTES_IO;
    if (nargs == 0) {
      return new PyMemoryStream(native_, new byte[16], 0);
    }
    if (Args.isInt(args[at]) && !(args[at] instanceof PyBool)) {
      int capacity = ctx.checkSize(Args.toLong(ctx, args[at]), 1);
      return new PyMemoryStream(native_, new byte[capacity], 0);
    }
    BufferView view = Args.toBuffer(ctx, args[at]);
    PyMemoryStream stream = new PyMemoryStream(native_, view.copy(), view.length());
    stream.isBorrowed = args[at] instanceof PyBytes || args[at] instanceof PyStr;
    return stream;
  }

  @Override
  public PyType type() {
    return type;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<io.").append(type.name).append(" 0x");
    out.append(ctx.addressOf(this)).append('>');
  }

  @Override
  public boolean isText() {
    return type == STRING_IO;
  }

  private void checkOpen(PyContext ctx) {
    if (data == null) {
      throw Errors.valueError(ctx, "I/O operation on closed file");
    }
  }

  @Override
  public int read(PyContext ctx, byte[] target, int offset, int wanted) {
    checkOpen(ctx);
    int count = Math.min(wanted, length - position);
    if (count <= 0) {
      return 0;
    }
    System.arraycopy(data, position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int count) {
    checkOpen(ctx);
    isBorrowed = false;
    int end = ctx.checkSize((long) position + count, 1);
    if (end > data.length) {
      byte[] longer = new byte[Math.max(end, data.length * 2)];
      System.arraycopy(data, 0, longer, 0, length);
      data = longer;
    }
    for (int i = length; i < position; i++) {
      data[i] = 0;
    }
    System.arraycopy(source, offset, data, position, count);
    position = end;
    length = Math.max(length, end);
    return count;
  }

  @Override
  public long seek(PyContext ctx, long offset, int whence) {
    checkOpen(ctx);
    long from = whence == 1 ? position : whence == 2 ? length : 0;
    long target = Math.max(0, from + offset);
    if (target > Integer.MAX_VALUE) {
      throw Errors.osError(ctx, HostException.EINVAL);
    }
    position = (int) target;
    return target;
  }

  @Override
  public void close(PyContext ctx) {
    data = null;
  }

  /** {@code stream += data} writes in Pycopy. */
  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (op != Op.INPLACE_ADD || !ctx.profile.isPycopy()) {
      return super.binary(ctx, op, other);
    }
    BufferView view = Args.toBuffer(ctx, other);
    write(ctx, view.data(), view.offset(), view.length());
    return this;
  }

  // ---- as the target of readinto ----

  /** The room that there is from the position on, without making more. */
  BufferView space(PyContext ctx) {
    checkOpen(ctx);
    if (isBorrowed) {
      throw Errors.typeError(ctx, "object with buffer protocol required");
    }
    int free = Math.max(0, data.length - position);
    return new BufferView(data, Math.min(position, data.length), free, 'B', false);
  }

  /** So many bytes were put into {@link #space}. */
  void fill(int count) {
    position += count;
    length = Math.max(length, position);
  }

  /** truncate(size=position) -> int: throws the content away; only a size of 0 is possible. */
  private static PyObject truncate(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyMemoryStream stream = of(ctx, args[at]);
    long size = nargs == 2 ? Args.toLong(ctx, args[at + 1]) : stream.position;
    if (size != 0) {
      throw Errors.notImplemented(ctx, "size!=0");
    }
    stream.isBorrowed = false;
    stream.length = 0;
    return PyInt.of(0);
  }

  private static PyMemoryStream of(PyContext ctx, PyObject self) {
    if (!(Streams.of(ctx, self) instanceof PyMemoryStream stream)) {
      throw Streams.notSupported(ctx);
    }
    stream.checkOpen(ctx);
    return stream;
  }

  /** getvalue() -> str or bytes: the whole content. */
  private static PyObject getvalue(PyContext ctx, PyObject self) {
    PyMemoryStream stream = of(ctx, self);
    if (stream.isText()) {
      return Streams.decode(ctx, stream.data, 0, stream.length);
    }
    byte[] copy = new byte[stream.length];
    System.arraycopy(stream.data, 0, copy, 0, stream.length);
    return PyBytes.of(copy);
  }
}
