package org.pykopi.object;

/**
 * {@code filter}: the items of an iterable that a function accepts. Ends with the stop value of the
 * iterator behind it.
 */
public final class PyFilter extends PyNestedIterator {
  public static final PyType TYPE = table("filter").constructor(PyFilter::make).build();

  /** None to ask the items themselves. */
  private final PyObject function;

  private final PyObject iterator;

  private PyFilter(PyObject function, PyObject iterator) {
    super(iterator);
    this.function = function;
    this.iterator = iterator;
  }

  /**
   * filter(function, iterable) -> filter: yields the items that function, or None for the item
   * itself, says are true.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 2, 2);
    return new PyFilter(args[at], args[at + 1].iter(ctx));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  PyObject step(PyContext ctx) {
    int count = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      PyObject verdict = function == PyNone.NONE ? item : function.call1(ctx, item);
      if (verdict.isTrue(ctx)) {
        return item;
      }
      Sequences.pollSometimes(ctx, ++count);
    }
    return null;
  }
}
