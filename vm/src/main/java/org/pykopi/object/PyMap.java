package org.pykopi.object;

/**
 * {@code map}: what a function gives for the items of one or more iterables, until the first of
 * them ends, with its stop value.
 */
public final class PyMap extends PyNestedIterator {
  public static final PyType TYPE = table("map").constructor(PyMap::make).build();

  private final PyObject function;
  private final PyObject[] iterators;

  private PyMap(PyObject function, PyObject[] iterators) {
    super(iterators);
    this.function = function;
    this.iterators = iterators;
  }

  /** map(function, iterable, *iterables) -> map: yields function(item, ...). */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 2, -1);
    PyObject[] iterators = new PyObject[nargs - 1];
    for (int i = 0; i < iterators.length; i++) {
      iterators[i] = args[at + 1 + i].iter(ctx);
    }
    return new PyMap(args[at], iterators);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  PyObject step(PyContext ctx) {
    PyObject first = iterators[0].next(ctx);
    if (first == null) {
      return null;
    }
    if (iterators.length == 1) {
      return function.call1(ctx, first);
    }
    PyObject[] items = new PyObject[iterators.length];
    items[0] = first;
    for (int i = 1; i < items.length; i++) {
      items[i] = iterators[i].next(ctx);
      if (items[i] == null) {
        return null;
      }
    }
    return function.call(ctx, items, 0, items.length, 0);
  }
}
