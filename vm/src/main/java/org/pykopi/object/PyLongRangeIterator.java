package org.pykopi.object;

/** Iterator over a range that leaves the Java ints. */
final class PyLongRangeIterator extends PyIterator {
  private long value;
  private final long step;
  private long left;

  PyLongRangeIterator(long value, long step, long count) {
    this.value = value;
    this.step = step;
    this.left = count;
  }

  @Override
  public PyObject next(PyContext ctx) {
    if (left == 0) {
      return end(ctx);
    }
    left--;
    PyObject current = PyInt.of(value);
    value += step;
    return current;
  }
}
