package org.pykopi.object;

/** {@code bytearray}: bytes that can be changed. */
public final class PyByteArray extends PyText {
  public static final PyType TYPE = BytesMethods.byteArrayTable();

  private final ByteStore store;

  /** Takes over the array. */
  public PyByteArray(byte[] bytes) {
    store = new ByteStore(bytes);
  }

  private PyByteArray(ByteStore store) {
    this.store = store;
  }

  /** A bytearray that shares the bytes of a view as long as its length stays. */
  public static PyByteArray sharing(BufferView view) {
    return new PyByteArray(new ByteStore(view.data(), view.offset(), view.length()));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("bytearray(b");
    ByteText.repr(out, store.data, store.offset, store.length);
    out.append(')');
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.unhashable(ctx, this);
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (op == Op.INPLACE_ADD) {
      insert(ctx, BytesMethods.source(ctx, other));
      return this;
    }
    if (op == Op.ADD && !(other instanceof PyInstance)) {
      ctx.checkHeap();
      Args.toBuffer(ctx, other);
    }
    return super.binary(ctx, op, other);
  }

  /** Adds one byte at the end. */
  public void append(PyContext ctx, int b) {
    if (store.length < store.capacity) {
      store.data[store.offset + store.length++] = (byte) b;
    } else {
      store.replace(ctx, store.length, store.length, new byte[] {(byte) b}, 0, 1);
    }
  }

  /** Adds bytes at the end. */
  void insert(PyContext ctx, BufferView view) {
    store.replace(ctx, store.length, store.length, view.data(), view.offset(), view.length());
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      ctx.checkHeap();
      Slices range = slice.resolve(ctx, store.length);
      return new PyByteArray(ByteText.slice(store.data, store.offset, range, 1));
    }
    return PyInt.of(
        store.data[store.offset + Args.toIndex(ctx, index, store.length, kind())] & 0xff);
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    if (index instanceof PySlice slice) {
      BufferView source = BytesMethods.source(ctx, value);
      store.assign(ctx, slice.resolve(ctx, store.length), 1, source);
      return;
    }
    int at = Args.toIndex(ctx, index, store.length, kind());
    store.data[store.offset + at] = ByteText.toByte(ctx, value, false);
  }

  @Override
  public void deleteItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      store.delete(slice.resolve(ctx, store.length), 1);
      return;
    }
    int at = Args.toIndex(ctx, index, store.length, kind());
    store.replace(ctx, at, at + 1, store.data, 0, 0);
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
    return new ByteSequence(store.data, store.offset, store.length);
  }

  @Override
  PyText make(CharSequence chars) {
    return new PyByteArray(ByteSequence.bytes(chars));
  }

  @Override
  PyText part(int from, int to) {
    return make(new ByteSequence(store.data, store.offset + from, to - from));
  }

  @Override
  PyText join(CharSequence left, CharSequence right) {
    return new PyByteArray(ByteSequence.join(left, right));
  }

  @Override
  PyText repeat(int count) {
    return new PyByteArray(ByteText.repeat(buffer().copy(), store.length, count));
  }

  @Override
  CharSequence charsOf(PyObject other) {
    return BytesMethods.charsOf(other);
  }

  @Override
  String kind() {
    return "bytearray";
  }

  @Override
  int size() {
    return store.length;
  }

  @Override
  public BufferView buffer() {
    return new BufferView(store.data, store.offset, store.length, 'B', false);
  }
}
