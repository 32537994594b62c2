package org.pykopi.object;

/**
 * {@code range}: the ints start, start + step ... before stop. Values are longs; loops over int
 * ranges use ints.
 */
public final class PyRange extends PyObject {
  public static final PyType TYPE =
      new TypeTable("range")
          .constructor(PyRange::make)
          .property("start", (ctx, self) -> PyInt.of(((PyRange) Args.unwrap(self)).start))
          .property("stop", (ctx, self) -> PyInt.of(((PyRange) Args.unwrap(self)).stop))
          .property("step", (ctx, self) -> PyInt.of(((PyRange) Args.unwrap(self)).step))
          .build();

  public final long start;
  public final long stop;
  public final long step;

  /** Number of values; of a range with more, the largest long. */
  public final long count;

  /** {@code step} is not 0. */
  public PyRange(long start, long stop, long step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
    this.count = countOf(start, stop, step);
  }

  private static long countOf(long start, long stop, long step) {
    if (step > 0 ? start >= stop : start <= stop) {
      return 0;
    }
    long steps = stepsToLast(start, stop, step);
    return steps < 0 || steps == Long.MAX_VALUE ? Long.MAX_VALUE : steps + 1;
  }

  /** For a range that is not empty; unsigned, since distances need up to 64 bits. */
  private static long stepsToLast(long start, long stop, long step) {
    long distance = step > 0 ? stop - start - 1 : start - stop - 1;
    return Long.divideUnsigned(distance, Math.abs(step));
  }

  /** range([start], stop[, step]) -> range: the ints from start to before stop. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 3);
    if (nargs == 1) {
      return new PyRange(0, Args.toLong(ctx, args[at]), 1);
    }
    long start = Args.toLong(ctx, args[at]);
    long stop = Args.toLong(ctx, args[at + 1]);
    long step = nargs == 3 ? Args.toLong(ctx, args[at + 2]) : 1;
    if (step == 0) {
      throw Errors.valueError(ctx, "zero step");
    }
    return new PyRange(start, stop, step);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("range(").append(start).append(", ").append(stop);
    if (step != 1) {
      out.append(", ").append(step);
    }
    out.append(')');
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return count != 0;
  }

  @Override
  public int length(PyContext ctx) {
    if (count > Integer.MAX_VALUE) {
      throw Errors.overflowError(ctx, "overflow converting long int to machine word");
    }
    return (int) count;
  }

  @Override
  public int hash(PyContext ctx) {
    if (count == 0) {
      return 0;
    }
    long mixed = (count * 31 + start) * 31 + last();
    return (int) (mixed ^ (mixed >>> 32));
  }

  private long last() {
    return start + stepsToLast(start, stop, step) * step;
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (op == Op.EQUAL && other instanceof PyRange range) {
      return PyBool.of(
          count == range.count
              && (count == 0 || start == range.start)
              && (count <= 1 || step == range.step));
    }
    if (op == Op.CONTAINS && Args.isInt(other)) {
      return PyBool.of(contains(ctx, other));
    }
    return null;
  }

  private boolean contains(PyContext ctx, PyObject number) {
    if (number instanceof PyLong big && !big.fitsLong()) {
      return false;
    }
    long value = Args.toLong(ctx, number);
    boolean isInside = step > 0 ? value >= start && value < stop : value <= start && value > stop;
    long distance = step > 0 ? value - start : start - value;
    return isInside && Long.remainderUnsigned(distance, Math.abs(step)) == 0;
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    if (index instanceof PySlice slice) {
      Slices part = slice.resolve(ctx, length(ctx));
      return new PyRange(
          start + part.start() * step, start + part.stop() * step, part.step() * step);
    }
    if (count <= Integer.MAX_VALUE) {
      return PyInt.of(start + Args.toIndex(ctx, index, (int) count, "range") * step);
    }
    long i = Args.toLong(ctx, index);
    if (i < -count || i >= count) {
      throw Errors.indexError(ctx, "range index out of range");
    }
    return PyInt.of(i < 0 ? last() + (i + 1) * step : start + i * step);
  }

  @Override
  public PyObject iter(PyContext ctx) {
    long end = start + count * step;
    if (start == (int) start && end == (int) end && step == (int) step) {
      return new PyRangeIterator((int) start, (int) end, (int) step);
    }
    return new PyLongRangeIterator(start, step, count);
  }
}
