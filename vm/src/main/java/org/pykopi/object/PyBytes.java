package org.pykopi.object;

/** {@code bytes}: an immutable sequence of bytes. Owns its array; there is one empty object. */
public final class PyBytes extends PyText {
  public static final PyType TYPE = BytesMethods.bytesTable();
  public static final PyBytes EMPTY = new PyBytes(new byte[0]);

  /** The bytes; not to be changed. */
  public final byte[] value;

  private int hash;

  private PyBytes(byte[] value) {
    this.value = value;
  }

  /** An object of these bytes; takes over the array. */
  public static PyBytes of(byte[] value) {
    return value.length == 0 ? EMPTY : new PyBytes(value);
  }

  /** An object of a copy of part of an array. */
  public static PyBytes copyOf(byte[] data, int offset, int length) {
    byte[] copy = new byte[length];
    System.arraycopy(data, offset, copy, 0, length);
    return of(copy);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append('b');
    ByteText.repr(out, value);
  }

  @Override
  public int hash(PyContext ctx) {
    if (hash == 0) {
      int result = 7;
      for (byte b : value) {
        result = result * 31 + b;
      }
      hash = result == 0 ? 1 : result;
    }
    return hash;
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      return of(ByteText.slice(value, 0, slice.resolve(ctx, value.length), 1));
    }
    return PyInt.of(value[Args.toIndex(ctx, index, value.length, "bytes")] & 0xff);
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new PyBufferIterator(this);
  }

  @Override
  boolean contains(PyContext ctx, PyObject item) {
    return BytesMethods.contains(ctx, this, item);
  }

  @Override
  CharSequence chars() {
    return new ByteSequence(value, 0, value.length);
  }

  @Override
  PyText make(CharSequence chars) {
    return of(ByteSequence.bytes(chars));
  }

  @Override
  PyText part(int from, int to) {
    return from == 0 && to == value.length ? this : copyOf(value, from, to - from);
  }

  @Override
  PyText join(CharSequence left, CharSequence right) {
    return of(ByteSequence.join(left, right));
  }

  @Override
  PyText repeat(int count) {
    return of(ByteText.repeat(value, value.length, count));
  }

  @Override
  CharSequence charsOf(PyObject other) {
    return BytesMethods.charsOf(other);
  }

  @Override
  String kind() {
    return "bytes";
  }

  @Override
  int size() {
    return value.length;
  }

  @Override
  public BufferView buffer() {
    return new BufferView(value, 0, value.length, 'B', true);
  }
}
