package org.pykopi.object;

/** {@code array.array}: numbers of one machine type, see {@link ArrayItems}. */
public final class PyArray extends PyObject {
  public static final PyType TYPE =
      new TypeTable("array")
          .constructor(PyArray::make)
          .fn2("append", PyArray::append)
          .fn2("extend", PyArray::extend)
          .fn("decode", 1, 3, PyArray::decode)
          .pycopyOnly("decode")
          .build();

  public final char typecode;
  private final ByteStore store;
  private final int size;

  /** Of items that lie in these bytes; takes over the array. */
  public PyArray(char typecode, byte[] bytes) {
    this.typecode = typecode;
    this.store = new ByteStore(bytes);
    this.size = ArrayItems.size(typecode);
  }

  /**
   * array(typecode[, initializer]) -> array: of numbers, or of the bytes of a bytes or bytearray.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 2);
    String code = Args.toText(ctx, args[at]);
    char typecode = code.isEmpty() ? 0 : code.charAt(0);
    if (ArrayItems.size(typecode) == 0) {
      throw Errors.valueError(ctx, "bad typecode");
    }
    PyArray array = new PyArray(typecode, new byte[0]);
    if (nargs == 2) {
      array.addAll(ctx, args[at + 1], Args.unwrap(args[at + 1]) instanceof PyText);
    }
    return array;
  }

  private static PyArray self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyArray array) {
      return array;
    }
    throw Errors.wrongSelf(ctx, "array", value);
  }

  /** append(number): adds one item at the end. */
  private static PyObject append(PyContext ctx, PyObject self, PyObject value) {
    self(ctx, self).add(ctx, value);
    return PyNone.NONE;
  }

  /** extend(iterable): adds the bytes of a buffer, or numbers, at the end. */
  private static PyObject extend(PyContext ctx, PyObject self, PyObject source) {
    self(ctx, self).addAll(ctx, source, true);
    return PyNone.NONE;
  }

  /** decode(encoding="utf-8", errors="strict") -> str: the text that the items' bytes are. */
  private static PyObject decode(PyContext ctx, PyObject[] args, int at, int nargs) {
    return ByteText.decode(
        ctx,
        self(ctx, args[at]).buffer(),
        nargs > 1 ? args[at + 1] : null,
        nargs > 2 ? args[at + 2] : null);
  }

  private void add(PyContext ctx, PyObject value) {
    byte[] item = new byte[size];
    ArrayItems.put(ctx, item, 0, typecode, value);
    store.replace(ctx, store.length, store.length, item, 0, size);
  }

  private void addAll(PyContext ctx, PyObject source, boolean takesBuffers) {
    BufferView view = takesBuffers && !(source instanceof PyStr) ? source.buffer() : null;
    if (view == null) {
      for (PyObject item : Sequences.toArray(ctx, source)) {
        add(ctx, item);
      }
      return;
    }
    int count = view.length() / size * size;
    store.replace(ctx, store.length, store.length, view.data(), view.offset(), count);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("array('").append(typecode).append('\'');
    for (int i = 0; i < items(); i++) {
      out.append(i == 0 ? ", [" : ", ");
      get(ctx, i).repr(ctx, out);
    }
    out.append(items() == 0 ? ")" : "])");
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.unhashable(ctx, this);
  }

  private int items() {
    return store.length / size;
  }

  private PyObject get(PyContext ctx, int index) {
    return ArrayItems.get(ctx, store.data, index * size, typecode);
  }

  @Override
  public int length(PyContext ctx) {
    return items();
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    switch (op) {
      case Op.ADD:
        PyArray sum = new PyArray(typecode, buffer().copy());
        sum.addBuffer(ctx, other);
        return sum;
      case Op.INPLACE_ADD:
        addAll(ctx, other, true);
        return this;
      case Op.MULTIPLY:
        return Args.isInt(other) ? repeat(ctx, Args.toLong(ctx, other)) : null;
      case Op.EQUAL:
        return other instanceof PyArray ? ArrayItems.compare(ctx, op, buffer(), other) : null;
      default:
        return ArrayItems.compare(ctx, op, buffer(), other);
    }
  }

  private void addBuffer(PyContext ctx, PyObject source) {
    Args.toBuffer(ctx, source);
    addAll(ctx, source, true);
  }

  private PyArray repeat(PyContext ctx, long times) {
    long count = Math.max(0, Math.min(times, Integer.MAX_VALUE));
    ctx.checkSize(store.length * count, 1);
    byte[] bytes = ByteText.repeat(store.data, store.length, store.length == 0 ? 0 : (int) count);
    return new PyArray(typecode, bytes);
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      Slices range = slice.resolve(ctx, items());
      return new PyArray(typecode, ByteText.slice(store.data, 0, range, size));
    }
    return get(ctx, Args.toIndex(ctx, index, items(), "array"));
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    if (index instanceof PySlice slice) {
      BufferView source = Args.toBuffer(ctx, value);
      if (source.typecode() != typecode) {
        throw Errors.valueError(ctx, "lhs and rhs should be compatible");
      }
      store.assign(ctx, slice.resolve(ctx, items()), size, source);
      return;
    }
    int at = Args.toIndex(ctx, index, items(), "array");
    ArrayItems.put(ctx, store.data, at * size, typecode, value);
  }

  @Override
  public void deleteItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      store.delete(slice.resolve(ctx, items()), size);
      return;
    }
    int at = Args.toIndex(ctx, index, items(), "array") * size;
    store.replace(ctx, at, at + size, store.data, 0, 0);
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new PyBufferIterator(this);
  }

  @Override
  public BufferView buffer() {
    return new BufferView(store.data, 0, store.length, typecode, false);
  }
}
