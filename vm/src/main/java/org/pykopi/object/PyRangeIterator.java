package org.pykopi.object;

/** Iterator over a range of Java ints. The interpreter steps it inline, so its fields are open. */
public final class PyRangeIterator extends PyIterator {
  /** The next value. */
  public int value;

  /** The value after the last one: where {@link #value} arrives exactly. */
  public final int end;

  public final int step;

  /** {@code end} is {@code value} plus a multiple of {@code step}. */
  public PyRangeIterator(int value, int end, int step) {
    this.value = value;
    this.end = end;
    this.step = step;
  }

  @Override
  public PyObject next(PyContext ctx) {
    int current = value;
    if (current == end) {
      return end(ctx);
    }
    value = current + step;
    return PyInt.of(current);
  }
}
