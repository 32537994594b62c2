package org.pykopi.util;

import java.math.BigInteger;

/**
 * A positive decimal number {@code 0.DIGITS * 10 ** point}, the middle step between a double and
 * its text. {@code digits} has neither leading nor trailing zeros; zero has no digits and point 1.
 *
 * <p>{@link #shortest} finds the fewest digits that read back as the same double, and of those the
 * nearest, by Raffaello Giulietti's method "Schubfach": three products with a 126-bit power of ten
 * tell which candidates lie in the rounding interval. The powers are computed when first needed.
 * {@link #exact} gives all digits of the binary value.
 */
final class Decimal {
  static final Decimal ZERO = new Decimal("", 1);

  final String digits;
  final int point;

  Decimal(String digits, int point) {
    this.digits = digits;
    this.point = point;
  }

  private static Decimal trimmed(String digits, int point) {
    int end = digits.length();
    while (end > 0 && digits.charAt(end - 1) == '0') {
      end--;
    }
    return end == 0 ? ZERO : new Decimal(digits.substring(0, end), point);
  }

  // ---- the parts of a double ----

  private static final int FRACTION_BITS = 52;
  private static final long HIDDEN_BIT = 1L << FRACTION_BITS;
  private static final int MIN_EXPONENT = -1074;

  private static long significand(long bits) {
    long fraction = bits & (HIDDEN_BIT - 1);
    return ((bits >> FRACTION_BITS) & 0x7ff) == 0 ? fraction : fraction | HIDDEN_BIT;
  }

  private static int exponent(long bits) {
    int biased = (int) (bits >> FRACTION_BITS) & 0x7ff;
    return biased == 0 ? MIN_EXPONENT : biased - 1 + MIN_EXPONENT;
  }

  // ---- all digits ----

  /** Every digit of a finite double that is not negative. */
  static Decimal exact(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long significand = significand(bits);
    int exponent = exponent(bits);
    if (significand == 0) {
      return ZERO;
    }
    int zeros = Math.min(Long.numberOfTrailingZeros(significand), Math.max(0, -exponent));
    significand >>= zeros;
    exponent += zeros;
    BigInteger number = BigInteger.valueOf(significand);
    StringBuilder text = new StringBuilder();
    if (exponent >= 0) {
      IntText.append(text, number.shiftLeft(exponent), 10);
      return trimmed(text.toString(), text.length());
    }
    IntText.append(text, number.multiply(BigInteger.valueOf(5).pow(-exponent)), 10);
    return trimmed(text.toString(), text.length() + exponent);
  }

  /**
   * This number rounded to so many digits after the decimal point of {@code 0.DIGITS}; a tie goes
   * to the even digit. The count may be zero or negative.
   */
  Decimal rounded(int count) {
    if (count >= digits.length()) {
      return this;
    }
    if (count < 0 || !roundsUp(count)) {
      return count <= 0 ? ZERO : trimmed(digits.substring(0, count), point);
    }
    int last = count - 1;
    while (last >= 0 && digits.charAt(last) == '9') {
      last--;
    }
    if (last < 0) {
      return new Decimal("1", point + 1);
    }
    return new Decimal(digits.substring(0, last) + (char) (digits.charAt(last) + 1), point);
  }

  private boolean roundsUp(int count) {
    if (isTie(count)) {
      return count > 0 && (digits.charAt(count - 1) & 1) != 0;
    }
    return digits.charAt(count) >= '5';
  }

  /** Whether the number lies exactly between two numbers of so many digits. */
  boolean isTie(int count) {
    return count >= 0 && count == digits.length() - 1 && digits.charAt(count) == '5';
  }

  // ---- fewest digits ----

  private static final double LOG10_OF_2 = 0.30102999566398119521;
  private static final double LOG2_OF_10 = 3.32192809488736234787;
  private static final double LOG10_OF_4_THIRDS = 0.12493873660829995313;

  /** The shortest digits of a finite double that is not negative. */
  static Decimal shortest(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long c = significand(bits);
    int q = exponent(bits);
    if (c == 0) {
      return ZERO;
    }
    if (q <= 0 && q > -FRACTION_BITS - 1 && (c & ((1L << -q) - 1)) == 0) {
      String text = Long.toString(c >> -q);
      return trimmed(text, text.length());
    }
    boolean isPowerOfTwo = c == HIDDEN_BIT && q > MIN_EXPONENT;
    // Scaling by 10 ** -k leaves the rounding interval between one and ten wide.
    int k = floor(isPowerOfTwo ? q * LOG10_OF_2 - LOG10_OF_4_THIRDS : q * LOG10_OF_2);
    int shift = q + floor(-k * LOG2_OF_10) + 2;
    long[] power = power(-k);
    long odd = c & 1;
    long four = c << 2;
    long middle = scale(power, four << shift);
    long low = scale(power, (four - (isPowerOfTwo ? 1 : 2)) << shift) + odd;
    long high = scale(power, (four + 2) << shift) - odd;
    long digits = choose(middle, low, high);
    String text = Long.toString(digits);
    return trimmed(text, text.length() + k);
  }

  /**
   * The best integer between {@code low} and {@code high} for {@code middle}; all three are in
   * quarters.
   */
  private static long choose(long middle, long low, long high) {
    long s = middle >> 2;
    if (s >= 10) {
      long down = s / 10 * 10;
      long up = down + 10;
      boolean isDownIn = low <= down << 2;
      boolean isUpIn = up << 2 <= high;
      if (isDownIn != isUpIn) {
        return isDownIn ? down : up;
      }
    }
    boolean isDownIn = low <= s << 2;
    boolean isUpIn = (s + 1) << 2 <= high;
    if (isDownIn != isUpIn) {
      return isDownIn ? s : s + 1;
    }
    long half = middle - ((s << 2) + 2);
    return half < 0 || (half == 0 && (s & 1) == 0) ? s : s + 1;
  }

  private static int floor(double x) {
    int whole = (int) x;
    return whole > x ? whole - 1 : whole;
  }

  /** {@code floor(power * x / 2 ** 127)}, with the last bit set when anything was cut off. */
  private static long scale(long[] power, long x) {
    long fromLow = multiplyHigh(power[1], x);
    long lowOfHigh = power[0] * x;
    long high = multiplyHigh(power[0], x);
    long middle = (lowOfHigh >>> 1) + fromLow;
    long sticky = ((middle & Long.MAX_VALUE) + Long.MAX_VALUE) >>> 63;
    return (high + (middle >>> 63)) | sticky;
  }

  /** The upper 64 bits of the product of two numbers that are not negative. */
  private static long multiplyHigh(long a, long b) {
    long a0 = a & 0xffffffffL;
    long a1 = a >>> 32;
    long b0 = b & 0xffffffffL;
    long b1 = b >>> 32;
    long middle = a1 * b0 + ((a0 * b0) >>> 32);
    long other = a0 * b1 + (middle & 0xffffffffL);
    return a1 * b1 + (middle >>> 32) + (other >>> 32);
  }

  private static final int MIN_POWER = -293;
  private static final long[][] POWERS = new long[325 - MIN_POWER][];

  /**
   * 10 ** n scaled by a power of two to 126 bits and rounded up, as its upper 63 and lower 63 bits.
   */
  private static long[] power(int n) {
    long[] found = POWERS[n - MIN_POWER];
    if (found == null) {
      found = makePower(n);
      POWERS[n - MIN_POWER] = found;
    }
    return found;
  }

  private static long[] makePower(int n) {
    BigInteger number;
    if (n >= 0) {
      BigInteger exact = BigInteger.TEN.pow(n);
      int shift = 126 - exact.bitLength();
      number = shift >= 0 ? exact.shiftLeft(shift) : exact.shiftRight(-shift);
    } else {
      BigInteger divisor = BigInteger.TEN.pow(-n);
      number = BigInteger.ONE.shiftLeft(125 + divisor.bitLength()).divide(divisor);
    }
    number = number.add(BigInteger.ONE);
    return new long[] {number.shiftRight(63).longValue(), number.longValue() & Long.MAX_VALUE};
  }
}
