package org.pykopi.object;

/** Iterator over an array that nobody changes: the items of a tuple. */
final class PyArrayIterator extends PyIterator {
  private final PyObject[] items;
  private int index;

  PyArrayIterator(PyObject[] items) {
    this.items = items;
  }

  @Override
  public PyObject next(PyContext ctx) {
    return index < items.length ? items[index++] : end(ctx);
  }
}
