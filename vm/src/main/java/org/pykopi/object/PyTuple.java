package org.pykopi.object;

/**
 * {@code tuple}: an immutable sequence. Owns its array; there is one empty tuple, {@link #EMPTY}.
 * Named tuples are a subclass with the same behaviour.
 */
public class PyTuple extends PyObject {
  public static final PyType TYPE =
      new TypeTable("tuple")
          .constructor(PyTuple::make)
          .fn2("count", PyTuple::count)
          .fn("index", 2, 4, PyTuple::index)
          .build();

  public static final PyTuple EMPTY = new PyTuple(NO_ARGS);

  final PyObject[] items;

  protected PyTuple(PyObject[] items) {
    this.items = items;
  }

  /** A tuple of these items; takes over the array. */
  public static PyTuple of(PyObject... items) {
    return items.length == 0 ? EMPTY : new PyTuple(items);
  }

  /** A tuple of a copy of part of an array. */
  public static PyTuple copyOf(PyObject[] source, int from, int count) {
    if (count == 0) {
      return EMPTY;
    }
    PyObject[] copy = new PyObject[count];
    System.arraycopy(source, from, copy, 0, count);
    return new PyTuple(copy);
  }

  /** A tuple of the items of any iterable; a plain tuple itself. */
  public static PyTuple from(PyContext ctx, PyObject iterable) {
    return iterable instanceof PyTuple tuple && tuple.type() == TYPE
        ? tuple
        : of(Sequences.toArray(ctx, iterable));
  }

  // ---- construction and methods ----

  /** tuple([iterable]) -> tuple: the items of iterable. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    return nargs == 0 ? EMPTY : from(ctx, args[at]);
  }

  private static PyTuple self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyTuple tuple) {
      return tuple;
    }
    throw Errors.wrongSelf(ctx, "tuple", value);
  }

  /** count(value) -> int: how many items are equal to value. */
  private static PyObject count(PyContext ctx, PyObject self, PyObject value) {
    PyTuple tuple = self(ctx, self);
    return Sequences.count(ctx, tuple.items, tuple.items.length, value);
  }

  /** index(value[, start[, stop]]) -> int: where the first item equal to value is. */
  private static PyObject index(PyContext ctx, PyObject[] args, int at, int nargs) {
    return Sequences.index(ctx, self(ctx, args[at]), args, at, nargs);
  }

  // ---- protocol ----

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append('(');
    Sequences.repr(ctx, out, items, items.length);
    out.append(items.length == 1 ? ",)" : ")");
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return items.length != 0;
  }

  @Override
  public int length(PyContext ctx) {
    return items.length;
  }

  @Override
  public int hash(PyContext ctx) {
    ctx.enter();
    try {
      int hash = 0x345678;
      for (PyObject item : items) {
        hash = hash * 1000003 ^ item.hash(ctx);
      }
      return hash;
    } finally {
      ctx.leave();
    }
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (op == Op.CONTAINS) {
      return PyBool.of(Sequences.indexOf(ctx, items, 0, items.length, other) >= 0);
    }
    if (op == Op.MULTIPLY || op == Op.REVERSE_OR + Op.MULTIPLY - Op.OR) {
      long times = Sequences.factor(ctx, other);
      return times == Long.MIN_VALUE ? null : of(Sequences.repeat(ctx, items, items.length, times));
    }
    if (!(Args.unwrap(other) instanceof PyTuple tuple)) {
      return null;
    }
    if (op == Op.ADD) {
      return of(Sequences.concatenate(ctx, items, items.length, tuple.items, tuple.items.length));
    }
    return Sequences.isComparison(op) ? Sequences.compare(ctx, op, this, tuple) : null;
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      return of(Sequences.slice(items, slice.resolve(ctx, items.length)));
    }
    return items[Args.toIndex(ctx, index, items.length, type().name)];
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new PyArrayIterator(items);
  }

  // ---- for Java code ----

  public final int length() {
    return items.length;
  }

  /** The item at an index known to be valid. */
  public final PyObject get(int index) {
    return items[index];
  }

  /** The items themselves; not to be changed. */
  public final PyObject[] items() {
    return items;
  }
}
