package org.pykopi.bytecode;

import org.pykopi.util.FloatParser;
import org.pykopi.util.FloatText;

/**
 * The text of a float constant in Pycopy's `.mpy` files: format g with 16 digits. Pycopy computes
 * it in doubles, with rounding errors in the last digits that have to be the same here:
 *
 * <ul>
 *   <li>The literal is read as a whole number, all its digits, and then one division by a power of
 *       ten or one product. Constants do not keep their literals; the shortest text of the number
 *       stands for it, which differs for literals with zeros at their end or with more digits.
 *   <li>The number is scaled to 1 to 10 by powers of ten whose exponents are powers of two, the
 *       largest first.
 *   <li>What is then short of 1 by less than 5e-12 is 1.
 *   <li>The digits are taken off by products with ten; what is left after 16 rounds them.
 * </ul>
 */
final class PycopyFloatText {
  private static final int PRECISION = 16;
  private static final int MIN_FIXED_EXPONENT = -4;
  private static final int LARGEST_STEP = 256;
  private static final double ALMOST_ONE = 0.999999999995;

  /** Literals with smaller powers of ten are read in two steps. */
  private static final int MIN_NORMAL_POWER = -307;

  private static final double MIN_NORMAL = 1e-307;

  /** Divisors up to this power of ten are exact. */
  private static final int MAX_EXACT_POWER = 22;

  private static final double[] LARGE = {1e256, 1e128, 1e64, 1e32, 1e16, 1e8, 1e4, 1e2, 1e1};
  private static final double[] SMALL = {
    1e-256, 1e-128, 1e-64, 1e-32, 1e-16, 1e-8, 1e-4, 1e-2, 1e-1
  };

  /** The number between 1 and 10, then what is left of it after the digits. */
  private double rest;

  private int exponent;
  private final char[] digits = new char[PRECISION];

  private PycopyFloatText(double positive) {
    rest = positive;
  }

  /** Without ".0" after a whole number. */
  static String of(double value) {
    StringBuilder out = new StringBuilder();
    if (FloatText.isNegative(value)) {
      out.append('-');
    }
    double positive = Math.abs(value);
    if (positive == 0 || positive != positive || Double.isInfinite(positive)) {
      FloatText.format(out, positive, 'g', PRECISION, false);
    } else {
      new PycopyFloatText(readAgain(positive)).append(out);
    }
    return out.toString();
  }

  private void append(StringBuilder out) {
    if (rest < 1) {
      scaleUp();
    } else {
      scaleDown();
    }
    boolean isFixed = exponent >= MIN_FIXED_EXPONENT && exponent < PRECISION;
    takeDigits();
    round();
    int length = PRECISION;
    while (length > 1 && digits[length - 1] == '0') {
      length--;
    }
    if (isFixed) {
      appendFixed(out, length);
    } else {
      appendScientific(out, length);
    }
  }

  // ---- the literal ----

  /** What Pycopy makes of the number's shortest text. */
  private static double readAgain(double positive) {
    String text = FloatText.repr(positive);
    double number = 0;
    int power = 0;
    boolean isFraction = false;
    int at = 0;
    for (; at < text.length() && text.charAt(at) != 'e'; at++) {
      char c = text.charAt(at);
      if (c == '.') {
        isFraction = true;
      } else {
        number = number * 10 + (c - '0');
        power -= isFraction ? 1 : 0;
      }
    }
    if (at < text.length()) {
      power += Integer.parseInt(text.substring(at + 1));
    }
    if (power < MIN_NORMAL_POWER) {
      power -= MIN_NORMAL_POWER;
      number *= MIN_NORMAL;
    }
    return power < 0 && power >= -MAX_EXACT_POWER
        ? number / powerOfTen(-power)
        : number * powerOfTen(power);
  }

  /** As glibc computes it: the nearest double for all powers but two, where it is the next one. */
  private static double powerOfTen(int power) {
    double nearest = FloatParser.parse("1e" + power);
    return power == 23 || power == 210
        ? Double.longBitsToDouble(Double.doubleToLongBits(nearest) + 1)
        : nearest;
  }

  // ---- digits ----

  private void scaleUp() {
    int step = LARGEST_STEP;
    for (int i = 0; i < SMALL.length; i++, step >>= 1) {
      if (SMALL[i] > rest) {
        exponent -= step;
        rest *= LARGE[i];
      }
    }
    if (rest >= ALMOST_ONE) {
      rest = Math.max(rest, 1);
    } else {
      exponent--;
      rest *= 10;
    }
  }

  private void scaleDown() {
    int step = LARGEST_STEP;
    for (int i = 0; i < LARGE.length; i++, step >>= 1) {
      if (LARGE[i] <= rest) {
        exponent += step;
        rest *= SMALL[i];
      }
    }
    if (rest >= 10) {
      exponent++;
      rest *= 0.1;
    }
  }

  private void takeDigits() {
    for (int i = 0; i < PRECISION; i++) {
      int digit = (int) rest;
      digits[i] = (char) ('0' + digit);
      rest = (rest - digit) * 10;
    }
  }

  private void round() {
    if (rest < 5) {
      return;
    }
    int i = PRECISION - 1;
    while (i >= 0 && digits[i] == '9') {
      digits[i--] = '0';
    }
    if (i >= 0) {
      digits[i]++;
    } else {
      digits[0] = '1';
      exponent++;
    }
  }

  // ---- forms ----

  private void appendFixed(StringBuilder out, int length) {
    if (exponent < 0) {
      out.append("0.");
      appendZeros(out, -1 - exponent);
      out.append(digits, 0, length);
      return;
    }
    int whole = Math.min(length, exponent + 1);
    out.append(digits, 0, whole);
    appendZeros(out, exponent + 1 - whole);
    if (length > whole) {
      out.append('.').append(digits, whole, length - whole);
    }
  }

  private void appendScientific(StringBuilder out, int length) {
    out.append(digits[0]);
    if (length > 1) {
      out.append('.').append(digits, 1, length - 1);
    }
    int size = Math.abs(exponent);
    out.append(exponent < 0 ? "e-" : "e+");
    if (size < 10) {
      out.append('0');
    }
    out.append(size);
  }

  private static void appendZeros(StringBuilder out, int count) {
    for (int i = 0; i < count; i++) {
      out.append('0');
    }
  }
}
