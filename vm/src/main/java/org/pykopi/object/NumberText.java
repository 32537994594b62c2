package org.pykopi.object;

import org.pykopi.util.FloatParser;
import org.pykopi.util.IntText;
import org.pykopi.util.RealFunctions;
import org.pykopi.util.Utf8;

/** Numbers from text, as {@code int()}, {@code float()} and {@code complex()} read them. */
public final class NumberText {
  private static final int MAX_BASE = 36;

  private NumberText() {}

  /** The text of a str or of an object with the buffer protocol; null for anything else. */
  static String of(PyObject value) {
    PyObject object = Args.unwrap(value);
    if (object instanceof PyStr s) {
      return s.value();
    }
    BufferView view = object.buffer();
    return view == null ? null : Utf8.decodeLenient(view.data(), view.offset(), view.length());
  }

  // ---- int ----

  /** An int in a base from 2 to 36, or in the base that its prefix tells when {@code base} is 0. */
  public static PyObject parseInt(PyContext ctx, String text, int base) {
    if (base < 0 || base == 1 || base > MAX_BASE) {
      throw Errors.valueError(ctx, "int() arg 2 must be >= 2 and <= 36");
    }
    int at = skipSpace(text, 0);
    boolean isNegative = at < text.length() && text.charAt(at) == '-';
    if (isNegative || (at < text.length() && text.charAt(at) == '+')) {
      at++;
    }
    int prefix = prefixBase(text, at, base);
    if (prefix > 0) {
      at += 2;
    }
    boolean isZeroOnly = base == 0 && prefix == 0 && startsWithZero(text, at);
    int radix = prefix > 0 ? prefix : base == 0 ? 10 : base;
    int end = at;
    StringBuilder digits = new StringBuilder();
    for (; end < text.length(); end++) {
      char c = text.charAt(end);
      if (c != '_') {
        int digit = IntText.digitValue(c);
        if (digit < 0 || digit >= (isZeroOnly ? 1 : radix)) {
          break;
        }
        digits.append(c);
      }
    }
    if (end == at || skipSpace(text, end) != text.length()) {
      String shown = quoteBytes(text.substring(at));
      throw Errors.valueError(
          ctx, "invalid syntax for integer with base " + (isZeroOnly ? 0 : radix) + ": " + shown);
    }
    return toInt(digits, radix, isNegative);
  }

  private static PyObject toInt(StringBuilder digits, int radix, boolean isNegative) {
    // Nine digits below base 11 fit an int, and so do five digits in any base.
    if (digits.length() <= (radix <= 10 ? 9 : 5)) {
      int value = 0;
      for (int i = 0; i < digits.length(); i++) {
        value = value * radix + IntText.digitValue(digits.charAt(i));
      }
      return PyInt.of(isNegative ? -value : value);
    }
    var value = IntText.parse(digits, radix);
    return PyLong.of(isNegative ? value.negate() : value);
  }

  private static boolean startsWithZero(String text, int at) {
    return at + 1 < text.length() && text.charAt(at) == '0';
  }

  /** The base of a prefix 0x, 0o or 0b that goes with {@code base}, or 0. */
  private static int prefixBase(String text, int at, int base) {
    if (!startsWithZero(text, at)) {
      return 0;
    }
    int letter = text.charAt(at + 1) | 0x20;
    int found = letter == 'x' ? 16 : letter == 'o' ? 8 : letter == 'b' ? 2 : 0;
    return base == 0 || base == found ? found : 0;
  }

  private static String quoteBytes(String text) {
    StringBuilder out = new StringBuilder();
    ByteText.repr(out, Utf8.encode(text));
    return out.toString();
  }

  // ---- float ----

  /** A float. */
  public static double parseFloat(PyContext ctx, String text) {
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    int at = skipSpace(plain, 0);
    int end = scanSigned(plain, at);
    if (end == at || skipSpace(plain, end) != plain.length()) {
      throw invalid(ctx);
    }
    return signedValue(plain, at, end);
  }

  private static PyException invalid(PyContext ctx) {
    return Errors.valueError(ctx, "invalid syntax for number");
  }

  /** Where an optional sign and a number, inf or nan end; {@code at} when there is no number. */
  private static int scanSigned(String text, int at) {
    int from = at;
    if (from < text.length() && (text.charAt(from) == '-' || text.charAt(from) == '+')) {
      from++;
    }
    if (matches(text, from, "infinity")) {
      return from + 8;
    }
    if (matches(text, from, "inf") || matches(text, from, "nan")) {
      return from + 3;
    }
    int end = FloatParser.scan(text, from);
    return end == from ? at : end;
  }

  private static boolean matches(String text, int at, String word) {
    if (at + word.length() > text.length()) {
      return false;
    }
    for (int i = 0; i < word.length(); i++) {
      if ((text.charAt(at + i) | 0x20) != word.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  private static double signedValue(String text, int at, int end) {
    boolean isNegative = text.charAt(at) == '-';
    int from = isNegative || text.charAt(at) == '+' ? at + 1 : at;
    int first = text.charAt(from) | 0x20;
    double value;
    if (first == 'i') {
      value = Double.POSITIVE_INFINITY;
    } else if (first == 'n') {
      value = Double.NaN;
    } else {
      value = FloatParser.parse(text.substring(from, end));
    }
    return isNegative ? RealFunctions.negate(value) : value;
  }

  // ---- complex ----

  /** A complex: a real part, an imaginary part with j, or both. */
  static PyComplex parseComplex(PyContext ctx, String text) {
    String plain = text.indexOf('_') < 0 ? text : text.replace("_", "");
    int at = skipSpace(plain, 0);
    double real = 0;
    int end = scanSigned(plain, at);
    if (end > at && !isImaginaryUnit(plain, end)) {
      real = signedValue(plain, at, end);
      at = skipSpace(plain, end);
      if (at == plain.length()) {
        return new PyComplex(real, 0);
      }
      end = scanSigned(plain, at);
    }
    int unit = end > at ? end : at + (isSign(plain, at) ? 1 : 0);
    if (!isImaginaryUnit(plain, unit) || skipSpace(plain, unit + 1) != plain.length()) {
      throw invalid(ctx);
    }
    double one = plain.charAt(at) == '-' ? -1 : 1;
    return new PyComplex(real, end > at ? signedValue(plain, at, end) : one);
  }

  private static boolean isSign(String text, int at) {
    return at < text.length() && (text.charAt(at) == '+' || text.charAt(at) == '-');
  }

  private static boolean isImaginaryUnit(String text, int at) {
    return at < text.length() && (text.charAt(at) | 0x20) == 'j';
  }

  private static int skipSpace(String text, int from) {
    int at = from;
    while (at < text.length() && isSpace(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** White space of ASCII. */
  static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }
}
