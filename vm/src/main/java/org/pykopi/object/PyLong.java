package org.pykopi.object;

import java.math.BigInteger;
import org.pykopi.util.FloatParser;
import org.pykopi.util.IntText;

/**
 * {@code int} beyond the range of a Java int; see {@link PyInt}. Values that fit 64 bits are kept
 * as a long, which is much faster than a BigInteger.
 */
public final class PyLong extends PyObject {
  /** Longer integers are infinite as doubles. */
  private static final int MAX_DOUBLE_BITS = 1024;

  /** The value when it fits 64 bits; else {@link #big} holds it. */
  private final long value;

  private final BigInteger big;

  private PyLong(long value, BigInteger big) {
    this.value = value;
    this.big = big;
  }

  /** Of a value outside int range. */
  static PyLong of(long value) {
    return new PyLong(value, null);
  }

  /** A PyInt or PyLong, whichever the value needs. */
  public static PyObject of(BigInteger value) {
    return value.bitLength() < 64 ? PyInt.of(value.longValue()) : new PyLong(0, value);
  }

  public boolean fitsLong() {
    return big == null;
  }

  public boolean isNegative() {
    return big == null ? value < 0 : big.signum() < 0;
  }

  /** The value, or its lowest 64 bits. */
  public long longValue() {
    return big == null ? value : big.longValue();
  }

  public BigInteger toBigInteger() {
    return big == null ? BigInteger.valueOf(value) : big;
  }

  /** The nearest double, ties to even; infinite beyond the range of doubles. */
  public double doubleValue() {
    if (big == null) {
      return value;
    }
    // Beyond the range at once: a division takes long for a number of a million digits.
    boolean isTooBig = big.bitLength() > MAX_DOUBLE_BITS;
    double magnitude =
        isTooBig ? Double.POSITIVE_INFINITY : FloatParser.divide(big.abs(), BigInteger.ONE);
    return big.signum() < 0 ? -magnitude : magnitude;
  }

  @Override
  public PyType type() {
    return NumberTypes.INT;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    if (big == null) {
      out.append(value);
    } else {
      IntText.append(out, big, 10);
    }
  }

  @Override
  public int hash(PyContext ctx) {
    return big == null ? (int) (value ^ (value >>> 32)) : big.hashCode();
  }

  @Override
  public PyObject unary(PyContext ctx, int op) {
    switch (op) {
      case Op.POSITIVE:
      case Op.INT:
        return this;
      case Op.NEGATIVE:
        return big == null && value != Long.MIN_VALUE
            ? PyInt.of(-value)
            : of(toBigInteger().negate());
      case Op.INVERT:
        return big == null ? PyInt.of(~value) : of(big.not());
      case Op.ABS:
        return isNegative() ? unary(ctx, Op.NEGATIVE) : this;
      case Op.FLOAT:
        return new PyFloat(doubleValue());
      case Op.COMPLEX:
        return new PyComplex(doubleValue(), 0);
      default:
        return null;
    }
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return IntArithmetic.mixed(ctx, op, this, other);
  }
}
