package org.pykopi.object;

/**
 * Iterator over an object with {@code __getitem__} only: asks for 0, 1, ... until IndexError or
 * StopIteration.
 */
public final class PyItemIterator extends PyIterator {
  private final PyObject object;
  private int index;

  public PyItemIterator(PyObject object) {
    this.object = object;
  }

  @Override
  public PyObject next(PyContext ctx) {
    try {
      PyObject item = object.getItem(ctx, PyInt.of(index));
      index++;
      return item;
    } catch (PyException e) {
      PyType type = e.value.type();
      if (type.isSubclassOf(ExceptionTypes.INDEX_ERROR)
          || type.isSubclassOf(ExceptionTypes.STOP_ITERATION)) {
        return end(ctx);
      }
      throw e;
    }
  }
}
