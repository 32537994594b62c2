package org.pykopi.object;

/** Iterator over a list; sees changes made to the list meanwhile, as the reference's does. */
public final class PyListIterator extends PyIterator {
  /** Open for the dispatch loop, as is {@link #index}. */
  public final PyList list;

  public int index;

  PyListIterator(PyList list) {
    this.list = list;
  }

  @Override
  public PyObject next(PyContext ctx) {
    int i = index;
    if (i >= list.size()) {
      return end(ctx);
    }
    index = i + 1;
    return list.get(i);
  }
}
