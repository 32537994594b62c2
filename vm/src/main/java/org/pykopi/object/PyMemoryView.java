package org.pykopi.object;

/**
 * {@code memoryview}: a window on the bytes of another object, which it shares. When that object
 * grows it may move to a new array; the view keeps the old one.
 */
public final class PyMemoryView extends PyObject {
  public static final PyType TYPE =
      new TypeTable("memoryview")
          .constructor(PyMemoryView::make)
          .fn("hex", 1, 2, PyMemoryView::hex)
          .property("itemsize", PyMemoryView::getItemSize)
          .fn("init", 2, 4, PyMemoryView::init)
          .pycopyOnly("init")
          .build();

  private BufferView view;
  private int size;

  public PyMemoryView(BufferView view) {
    set(view);
  }

  private void set(BufferView view) {
    this.view = view;
    size = ArrayItems.size(view.typecode());
  }

  /**
   * memoryview(object[, offset], size=len(object)) -> memoryview: of an object with the buffer
   * protocol, or of some of its items.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, ctx.profile.isPycopy() ? 3 : 1);
    ctx.checkHeap();
    return new PyMemoryView(part(ctx, args, at, nargs));
  }

  /** Where an argument is out of range, all or the rest of the items count instead. */
  private static BufferView part(PyContext ctx, PyObject[] args, int at, int nargs) {
    BufferView whole = Args.toBuffer(ctx, args[at]);
    if (nargs == 1) {
      return whole;
    }
    int itemSize = ArrayItems.size(whole.typecode());
    int count = whole.length() / itemSize;
    int offset = nargs > 2 ? Args.toInt(ctx, args[at + 1]) : 0;
    offset = offset < 0 || offset >= count ? 0 : offset;
    int wanted = Math.min(Math.max(0, Args.toInt(ctx, args[at + nargs - 1])), count - offset);
    return new BufferView(
        whole.data(),
        whole.offset() + offset * itemSize,
        wanted * itemSize,
        whole.typecode(),
        whole.isReadOnly());
  }

  /** init(object[, offset], size=len(object)): makes it a view of another object. */
  private static PyObject init(PyContext ctx, PyObject[] args, int at, int nargs) {
    self(ctx, args[at]).set(part(ctx, args, at + 1, nargs - 1));
    return PyNone.NONE;
  }

  private static PyMemoryView self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyMemoryView view) {
      return view;
    }
    throw Errors.wrongSelf(ctx, "memoryview", value);
  }

  /** hex([sep]) -> str: two digits for each byte. */
  private static PyObject hex(PyContext ctx, PyObject[] args, int at, int nargs) {
    return ByteText.hex(ctx, self(ctx, args[at]).view, nargs > 1 ? args[at + 1] : null);
  }

  private static PyObject getItemSize(PyContext ctx, PyObject self) {
    return PyInt.of(self(ctx, self).size);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.unhashable(ctx, this);
  }

  @Override
  public int length(PyContext ctx) {
    return view.length() / size;
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return ArrayItems.compare(ctx, op, view, other);
  }

  private int offsetOf(PyContext ctx, PyObject index) {
    return view.offset() + size * Args.toIndex(ctx, index, length(ctx), "memoryview");
  }

  private BufferView part(PyContext ctx, PySlice slice) {
    Slices range = slice.resolve(ctx, length(ctx));
    if (range.step() != 1) {
      throw Errors.notImplemented(ctx, "only slices with step=1 (aka None) are supported");
    }
    return new BufferView(
        view.data(),
        view.offset() + range.start() * size,
        range.count() * size,
        view.typecode(),
        view.isReadOnly());
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      ctx.checkHeap();
      return new PyMemoryView(part(ctx, slice));
    }
    return ArrayItems.get(ctx, view.data(), offsetOf(ctx, index), view.typecode());
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    if (view.isReadOnly()) {
      super.setItem(ctx, index, value);
    }
    if (index instanceof PySlice slice) {
      BufferView target = part(ctx, slice);
      BufferView source = Args.toBuffer(ctx, value);
      if (source.length() != target.length() || ArrayItems.size(source.typecode()) != size) {
        throw Errors.valueError(ctx, "lhs and rhs should be compatible");
      }
      System.arraycopy(
          source.data(), source.offset(), target.data(), target.offset(), target.length());
      return;
    }
    ArrayItems.put(ctx, view.data(), offsetOf(ctx, index), view.typecode(), value);
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new PyBufferIterator(this);
  }

  @Override
  public BufferView buffer() {
    return view;
  }
}
