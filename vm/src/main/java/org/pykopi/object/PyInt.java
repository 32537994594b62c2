package org.pykopi.object;

import org.pykopi.util.IntText;

/**
 * {@code int} in the range of a Java int, which nearly all values of a program are. Values beyond
 * it are {@link PyLong}; both have the Python type {@link NumberTypes#INT}, and a value in int
 * range is always a PyInt. Operators live in {@link IntArithmetic}.
 */
public final class PyInt extends PyObject {
  private static final int CACHE_MIN = -128;
  private static final int CACHE_MAX = 1023;

  /**
   * The small values, made at the first use. Without a static initializer, which TeaVM would ask
   * for in each call of {@link #of}: that costs as much as an addition.
   */
  private static PyInt[] cache;

  public final int value;

  PyInt(int value) {
    this.value = value;
  }

  public static PyInt of(int value) {
    return value >= CACHE_MIN && value <= CACHE_MAX ? cached(value) : new PyInt(value);
  }

  /** A PyInt or, when the value needs it, a PyLong. */
  public static PyObject of(long value) {
    int small = (int) value;
    if (small != value) {
      return PyLong.of(value);
    }
    return small >= CACHE_MIN && small <= CACHE_MAX ? cached(small) : new PyInt(small);
  }

  private static PyInt cached(int value) {
    PyInt[] all = cache;
    if (all == null) {
      all = makeCache();
      cache = all;
    }
    return all[value - CACHE_MIN];
  }

  @Override
  public PyType type() {
    return NumberTypes.INT;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    IntText.append(out, value);
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return value != 0;
  }

  @Override
  public int hash(PyContext ctx) {
    return value;
  }

  @Override
  public PyObject unary(PyContext ctx, int op) {
    switch (op) {
      case Op.POSITIVE:
      case Op.INT:
        return this;
      case Op.NEGATIVE:
        return value == Integer.MIN_VALUE ? of(-(long) value) : of(-value);
      case Op.INVERT:
        return of(~value);
      case Op.ABS:
        return value >= 0 ? this : unary(ctx, Op.NEGATIVE);
      case Op.FLOAT:
        return new PyFloat(value);
      case Op.COMPLEX:
        return new PyComplex(value, 0);
      default:
        return null;
    }
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return other instanceof PyInt right
        ? IntArithmetic.small(ctx, op, value, right.value)
        : IntArithmetic.mixed(ctx, op, this, other);
  }

  private static PyInt[] makeCache() {
    PyInt[] cache = new PyInt[CACHE_MAX - CACHE_MIN + 1];
    for (int i = 0; i < cache.length; i++) {
      cache[i] = new PyInt(i + CACHE_MIN);
    }
    return cache;
  }
}
