package org.pykopi.object;

import java.math.BigInteger;

/** {@code int} beyond the range of a Java int; see {@link PyInt}. */
public final class PyLong extends PyObject {
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

  public long longValue() {
    return big == null ? value : big.longValue();
  }

  public BigInteger toBigInteger() {
    return big == null ? BigInteger.valueOf(value) : big;
  }

  @Override
  public PyType type() {
    return PyInt.TYPE;
  }
}
