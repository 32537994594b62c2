package org.pykopi.object;

/**
 * What a slice selects from a sequence of a known length: {@code count} items at {@code start},
 * {@code start + step}, ... {@code stop} is where the range ends as {@code slice.indices} reports
 * it; -1 when it runs down past the first item. For step 1 and an empty selection, {@code start} is
 * where assigned items are inserted.
 */
public record Slices(int start, int stop, int step, int count) {

  /**
   * Resolves {@code start:stop:step}, each an int or None, for a sequence of {@code length} items.
   */
  public static Slices of(PyContext ctx, PyObject start, PyObject stop, PyObject step, int length) {
    int by = step == PyNone.NONE ? 1 : clamp(ctx, step);
    if (by == 0) {
      throw Errors.valueError(ctx, "slice step can't be zero");
    }
    int low = by > 0 ? 0 : -1;
    int high = by > 0 ? length : length - 1;
    int from = start == PyNone.NONE ? (by > 0 ? low : high) : bound(ctx, start, length, low, high);
    int to = stop == PyNone.NONE ? (by > 0 ? high : low) : bound(ctx, stop, length, low, high);
    return new Slices(from, to, by, countOf(from, to, by));
  }

  private static int countOf(int from, int to, int by) {
    if (by > 0) {
      return from < to ? (to - from - 1) / by + 1 : 0;
    }
    return from > to ? (int) ((from - to - 1L) / -(long) by) + 1 : 0;
  }

  private static int bound(PyContext ctx, PyObject index, int length, int low, int high) {
    int i = clamp(ctx, index);
    if (i < 0) {
      i += length;
    }
    return Math.min(high, Math.max(low, i));
  }

  /** An int of any size, cut to the range of a Java int: longer than any sequence. */
  static int clamp(PyContext ctx, PyObject value) {
    PyObject number = Args.toIntObject(ctx, value);
    if (number instanceof PyInt i) {
      return i.value;
    }
    return ((PyLong) number).isNegative() ? Integer.MIN_VALUE : Integer.MAX_VALUE;
  }
}
