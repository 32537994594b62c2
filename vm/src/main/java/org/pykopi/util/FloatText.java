package org.pykopi.util;

/**
 * Text of doubles. {@link #repr} gives the shortest text that reads back as the same number; the
 * formats of {@code %e %f %g} are rounded exactly, half to even, at any precision. {@link
 * FloatParser} is the way back.
 */
public final class FloatText {
  private FloatText() {}

  /** Exponents at which {@link #repr} turns to the form with an exponent. */
  private static final int REPR_MIN_POINT = -3;

  /** Format f of a large number turns to format g when it has more characters, as on boards. */
  private static final int MAX_LENGTH = 33;

  private static final int REPR_MAX_POINT = 16;

  /** {@code repr(value)}: always with a decimal point or an exponent, or one of inf, -inf, nan. */
  public static String repr(double value) {
    StringBuilder out = new StringBuilder(24);
    repr(out, value, true);
    return out.toString();
  }

  /**
   * Appends the shortest text.
   *
   * @param isFloat whether a whole number ends in ".0"
   */
  public static void repr(StringBuilder out, double value, boolean isFloat) {
    if (appendSpecial(out, value, false)) {
      return;
    }
    if (isNegative(value)) {
      out.append('-');
    }
    int whole = (int) value;
    if (whole == value && whole != Integer.MIN_VALUE) {
      out.append(Math.abs(whole));
      if (isFloat) {
        out.append(".0");
      }
      return;
    }
    Decimal decimal = Decimal.shortest(Math.abs(value));
    if (decimal.point < REPR_MIN_POINT || decimal.point > REPR_MAX_POINT) {
      appendScientific(out, decimal, decimal.digits.length() - 1, 'e', false);
    } else {
      int places = Math.max(decimal.digits.length() - decimal.point, 0);
      appendFixed(out, decimal, isFloat ? Math.max(1, places) : places, false);
    }
  }

  /**
   * Appends the absolute value in a format without sign.
   *
   * @param type one of e E f F g G; 0 is like g, with ".0" after a whole number and an exponent one
   *     digit sooner
   * @param precision digits after the point, for g significant digits
   * @param isAlternate keep the point and, for g, trailing zeros
   */
  public static void format(
      StringBuilder out, double value, char type, int precision, boolean isAlternate) {
    double positive = Math.abs(value);
    boolean isUpper = type >= 'A' && type <= 'Z';
    if (appendSpecial(out, positive, isUpper)) {
      return;
    }
    char exponentMark = isUpper ? 'E' : 'e';
    switch (type) {
      case 'f':
      case 'F':
        int exponent = Decimal.shortest(positive).point - 1;
        if (positive >= 10 && exponent + precision + 2 > MAX_LENGTH) {
          formatGeneral(out, positive, type == 'F' ? 'G' : 'g', precision + 1, false);
        } else {
          appendFixed(out, roundPlaces(positive, precision), precision, isAlternate);
        }
        return;
      case 'e':
      case 'E':
        Decimal scientific = roundDigits(positive, precision + 1);
        appendScientific(out, scientific, precision, exponentMark, isAlternate);
        return;
      default:
        formatGeneral(out, positive, type, Math.max(1, precision), isAlternate);
    }
  }

  private static void formatGeneral(
      StringBuilder out, double positive, char type, int precision, boolean isAlternate) {
    Decimal decimal = roundDigits(positive, precision);
    int exponent = decimal.point - 1;
    boolean isFloat = type == 0;
    if (exponent < -4 || exponent >= (isFloat ? precision - 1 : precision)) {
      int places = isAlternate ? precision - 1 : Math.max(0, decimal.digits.length() - 1);
      appendScientific(out, decimal, places, type == 'G' ? 'E' : 'e', isAlternate);
    } else {
      int places =
          isAlternate
              ? precision - decimal.point
              : Math.max(isFloat ? 1 : 0, decimal.digits.length() - decimal.point);
      appendFixed(out, decimal, places, isAlternate);
    }
  }

  /**
   * The value rounded to {@code count} digits. The shortest digits decide, except where they end:
   * beyond their end the exact digits are wanted, and when they lie in the middle between two
   * candidates the exact value may lie on either side.
   */
  private static Decimal roundDigits(double positive, int count) {
    Decimal shortest = Decimal.shortest(positive);
    return decides(shortest, count)
        ? shortest.rounded(count)
        : Decimal.exact(positive).rounded(count);
  }

  /** The value rounded to {@code places} digits after the decimal point. */
  private static Decimal roundPlaces(double positive, int places) {
    Decimal shortest = Decimal.shortest(positive);
    if (decides(shortest, shortest.point + places)) {
      return shortest.rounded(shortest.point + places);
    }
    Decimal exact = Decimal.exact(positive);
    return exact.rounded(exact.point + places);
  }

  private static boolean decides(Decimal shortest, int count) {
    return count < shortest.digits.length() && !shortest.isTie(count);
  }

  /** Whether the sign bit is set; true for -0.0, false for nan. */
  public static boolean isNegative(double value) {
    return value < 0 || (value == 0 && 1 / value < 0);
  }

  private static boolean appendSpecial(StringBuilder out, double value, boolean isUpper) {
    if (value != value) {
      out.append(isUpper ? "NAN" : "nan");
      return true;
    }
    if (value - value != 0) {
      out.append(value < 0 ? "-" : "").append(isUpper ? "INF" : "inf");
      return true;
    }
    return false;
  }

  private static void appendFixed(
      StringBuilder out, Decimal decimal, int places, boolean keepsPoint) {
    String digits = decimal.digits;
    int length = digits.length();
    int point = length == 0 ? 0 : decimal.point;
    if (point <= 0) {
      out.append('0');
    } else {
      out.append(digits, 0, Math.min(point, length));
      appendZeros(out, point - length);
    }
    if (places > 0) {
      out.append('.');
      int zeros = Math.min(places, Math.max(0, -point));
      appendZeros(out, zeros);
      int from = Math.max(0, point);
      int count = Math.max(0, Math.min(places - zeros, length - from));
      if (count > 0) {
        out.append(digits, from, from + count);
      }
      appendZeros(out, places - zeros - count);
    } else if (keepsPoint) {
      out.append('.');
    }
  }

  private static void appendScientific(
      StringBuilder out, Decimal decimal, int places, char mark, boolean keepsPoint) {
    String digits = decimal.digits;
    int length = digits.length();
    out.append(length == 0 ? '0' : digits.charAt(0));
    if (places > 0) {
      out.append('.');
      int count = Math.min(places, Math.max(0, length - 1));
      if (count > 0) {
        out.append(digits, 1, 1 + count);
      }
      appendZeros(out, places - count);
    } else if (keepsPoint) {
      out.append('.');
    }
    int exponent = decimal.point - 1;
    out.append(mark).append(exponent < 0 ? '-' : '+');
    int positive = Math.abs(exponent);
    if (positive < 10) {
      out.append('0');
    }
    out.append(positive);
  }

  private static void appendZeros(StringBuilder out, int count) {
    for (int i = 0; i < count; i++) {
      out.append('0');
    }
  }
}
