package org.pykopi.object;

/**
 * {@code zip}: tuples of one item of each iterable, until the first of them ends, with its stop
 * value.
 */
public final class PyZip extends PyNestedIterator {
  public static final PyType TYPE = table("zip").constructor(PyZip::make).build();

  private final PyObject[] iterators;

  private PyZip(PyObject[] iterators) {
    super(iterators);
    this.iterators = iterators;
  }

  /** zip(*iterables) -> zip: yields tuples of the items that stand side by side. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, -1);
    PyObject[] iterators = new PyObject[nargs];
    for (int i = 0; i < nargs; i++) {
      iterators[i] = args[at + i].iter(ctx);
    }
    return new PyZip(iterators);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  PyObject step(PyContext ctx) {
    if (iterators.length == 0) {
      return end(ctx);
    }
    PyObject[] items = new PyObject[iterators.length];
    for (int i = 0; i < items.length; i++) {
      PyObject item = iterators[i].next(ctx);
      if (item == null) {
        return null;
      }
      items[i] = item;
    }
    return PyTuple.of(items);
  }
}
