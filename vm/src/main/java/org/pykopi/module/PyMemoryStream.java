package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
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

  private PyMemoryStream(PyType type, byte[] data, int length) {
    this.type = type;
    this.data = data;
    this.length = length;
  }

  private static TypeTable table(String name) {
    return StreamMethods.add(new TypeTable(name)).fn1("getvalue", PyMemoryStream::getvalue);
  }

  /** StringIO(initial='') or BytesIO(initial=b''): an int instead is a capacity. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyType native_ = type.isSubclassOf(STRING_IO) ? STRING_IO : BYTES_IO;
    if (nargs == 0) {
      return new PyMemoryStream(native_, new byte[16], 0);
    }
    if (Args.isInt(args[at])) {
      int capacity = ctx.checkSize(Args.toLong(ctx, args[at]), 1);
      return new PyMemoryStream(native_, new byte[capacity], 0);
    }
    BufferView view = Args.toBuffer(ctx, args[at]);
    return new PyMemoryStream(native_, view.copy(), view.length());
  }

  @Override
  public PyType type() {
    return type;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<io.").append(type.name).append(" 0x");
    out.append(Integer.toHexString(identityHash())).append('>');
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

  /** getvalue() -> str or bytes: the whole content. */
  private static PyObject getvalue(PyContext ctx, PyObject self) {
    if (!(Streams.of(ctx, self) instanceof PyMemoryStream stream)) {
      throw Streams.notSupported(ctx);
    }
    stream.checkOpen(ctx);
    if (stream.isText()) {
      return Streams.decode(ctx, stream.data, 0, stream.length);
    }
    byte[] copy = new byte[stream.length];
    System.arraycopy(stream.data, 0, copy, 0, stream.length);
    return PyBytes.of(copy);
  }
}
