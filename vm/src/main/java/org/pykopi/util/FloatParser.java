package org.pykopi.util;

import java.math.BigInteger;

/**
 * The double nearest to a decimal number, ties to even. Up to 15 digits and small powers of ten
 * need one exact multiplication or division; everything else is decided by comparing big integers.
 */
public final class FloatParser {
  private FloatParser() {}

  private static final double[] EXACT_POWERS = {
    1, 1e1, 1e2, 1e3, 1e4, 1e5, 1e6, 1e7, 1e8, 1e9, 1e10, 1e11, 1e12, 1e13, 1e14, 1e15, 1e16, 1e17,
    1e18, 1e19, 1e20, 1e21, 1e22
  };

  private static final long MAX_EXACT = 1L << 53;

  /**
   * More digits than any tie between two doubles has: further ones only tell whether the value is a
   * bit larger.
   */
  private static final int MAX_DIGITS = 800;

  /**
   * The value of an unsigned decimal number: digits with an optional point, then optionally e or E,
   * a sign and digits. The text must have that form (see {@link #scan}).
   */
  public static double parse(CharSequence text) {
    StringBuilder digits = new StringBuilder();
    int length = text.length();
    int exponent = 0;
    boolean isFraction = false;
    boolean isCut = false;
    int i = 0;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c == '.') {
        isFraction = true;
      } else if (c >= '0' && c <= '9') {
        exponent -= isFraction ? 1 : 0;
        if (digits.length() >= MAX_DIGITS) {
          isCut |= c != '0';
          exponent++;
        } else if (c != '0' || digits.length() > 0) {
          digits.append(c);
        }
      } else {
        break;
      }
    }
    if (i < length) {
      exponent += parseExponent(text, i + 1);
    }
    if (isCut) {
      digits.append('1');
      exponent--;
    }
    return value(digits, exponent);
  }

  /**
   * An exponent with an optional sign, cut to a range that still gives 0 or infinity with any text
   * of digits.
   */
  private static int parseExponent(CharSequence text, int from) {
    int length = text.length();
    int i = from;
    boolean isNegative = i < length && text.charAt(i) == '-';
    if (isNegative || (i < length && text.charAt(i) == '+')) {
      i++;
    }
    int value = 0;
    for (; i < length; i++) {
      if (value < 100_000_000) {
        value = value * 10 + text.charAt(i) - '0';
      }
    }
    return isNegative ? -value : value;
  }

  /**
   * Where an unsigned decimal number that begins at {@code from} ends; {@code from} itself when
   * there is none.
   */
  public static int scan(CharSequence text, int from) {
    int length = text.length();
    int i = from;
    int digits = 0;
    boolean hasPoint = false;
    for (; i < length; i++) {
      char c = text.charAt(i);
      if (c >= '0' && c <= '9') {
        digits++;
      } else if (c == '.' && !hasPoint) {
        hasPoint = true;
      } else {
        break;
      }
    }
    if (digits == 0) {
      return from;
    }
    if (i < length && (text.charAt(i) | 0x20) == 'e') {
      int at = i + 1;
      if (at < length && (text.charAt(at) == '+' || text.charAt(at) == '-')) {
        at++;
      }
      int first = at;
      while (at < length && text.charAt(at) >= '0' && text.charAt(at) <= '9') {
        at++;
      }
      return at > first ? at : i;
    }
    return i;
  }

  /** The double nearest to {@code digits * 10 ** exponent}; {@code digits} has no leading zeros. */
  private static double value(StringBuilder digits, int exponent) {
    int count = digits.length();
    while (count > 0 && digits.charAt(count - 1) == '0') {
      count--;
      exponent++;
    }
    if (count == 0 || count + exponent < -330) {
      return 0;
    }
    if (count + exponent > 310) {
      return Double.POSITIVE_INFINITY;
    }
    digits.setLength(count);
    if (count <= 18) {
      long number = 0;
      for (int i = 0; i < count; i++) {
        number = number * 10 + digits.charAt(i) - '0';
      }
      if (number <= MAX_EXACT && exponent >= -22 && exponent <= 22) {
        return exponent < 0 ? number / EXACT_POWERS[-exponent] : number * EXACT_POWERS[exponent];
      }
      return ratio(BigInteger.valueOf(number), exponent);
    }
    return ratio(IntText.parse(digits, 10), exponent);
  }

  private static double ratio(BigInteger number, int exponent) {
    BigInteger power = BigInteger.TEN.pow(Math.abs(exponent));
    return exponent >= 0 ? divide(number.multiply(power), BigInteger.ONE) : divide(number, power);
  }

  /** The double nearest to the quotient of two positive integers. */
  public static double divide(BigInteger dividend, BigInteger divisor) {
    // Scaled so that the quotient has 55 or 56 bits, two or three more than a double; fewer for
    // subnormal results.
    int scale = dividend.bitLength() - divisor.bitLength() - 55;
    scale = Math.max(scale, MIN_SCALE);
    BigInteger[] parts =
        scale >= 0
            ? dividend.divideAndRemainder(divisor.shiftLeft(scale))
            : dividend.shiftLeft(-scale).divideAndRemainder(divisor);
    long quotient = parts[0].longValue();
    return round(quotient, parts[1].signum() != 0, scale);
  }

  /** Two bits below the last bit of the smallest double. */
  private static final int MIN_SCALE = -1076;

  /**
   * {@code quotient * 2 ** scale}, a little more when {@code isMore}; {@code quotient} has at most
   * 56 bits.
   */
  private static double round(long quotient, boolean isMore, int scale) {
    int extra = Math.max(64 - Long.numberOfLeadingZeros(quotient) - 53, -1074 - scale);
    if (extra <= 0) {
      return scale(quotient, scale);
    }
    long half = 1L << (extra - 1);
    long rest = quotient & ((half << 1) - 1);
    long kept = quotient >>> extra;
    if (rest > half || (rest == half && (isMore || (kept & 1) != 0))) {
      kept++;
    }
    return scale(kept, scale + extra);
  }

  /** {@code significand * 2 ** exponent} where the result is exact, or infinite. */
  private static double scale(long significand, int exponent) {
    if (significand == 0) {
      return 0;
    }
    int bits = 64 - Long.numberOfLeadingZeros(significand);
    if (exponent + bits > 1024) {
      return Double.POSITIVE_INFINITY;
    }
    int up = Math.min(53 - bits, exponent + 1074);
    if (up < 0) {
      return Double.longBitsToDouble(
          ((long) (exponent - up + 1075) << 52) | ((significand >>> -up) & ((1L << 52) - 1)));
    }
    long shifted = significand << up;
    int biased = (shifted >>> 52) == 0 ? 0 : exponent - up + 1075;
    return Double.longBitsToDouble(((long) biased << 52) | (shifted & ((1L << 52) - 1)));
  }
}
