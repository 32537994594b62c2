package org.pykopi.util;

import java.math.BigInteger;

/**
 * Operations on the bits of big integers that the class library of the browser builds has wrong.
 */
public final class BigBits {
  private BigBits() {}

  /**
   * {@code a ^ b}. BigInteger.xor of TeaVM 0.15 fails for operands of different sign and length.
   */
  public static BigInteger xor(BigInteger a, BigInteger b) {
    return a.or(b).subtract(a.and(b));
  }
}
