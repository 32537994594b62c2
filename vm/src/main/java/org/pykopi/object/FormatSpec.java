package org.pykopi.object;

import java.math.BigInteger;
import org.pykopi.util.FloatText;
import org.pykopi.util.IntText;

/**
 * How one value is laid out, as {@code %} and {@code str.format} describe it: fill, alignment,
 * sign, width, grouping, precision. Both fill in the fields and then call the method for the kind
 * of value.
 */
final class FormatSpec {
  private static final int DEFAULT_PRECISION = 6;

  /** Code point that fills up to the width. */
  int fill = ' ';

  /** One of {@code < > = ^}, or 0 for the default of the value. */
  char align;

  /** {@code '+'} or {@code ' '} before numbers that are not negative; 0 for nothing. */
  char sign;

  boolean isAlternate;
  int width;

  /** {@code ','} or {@code '_'} between groups of digits, or 0. */
  char grouping;

  /** -1 when not given. */
  int precision = -1;

  /** Whether the output is bytes, in which a text is its UTF-8 form. */
  final boolean isBytes;

  FormatSpec(boolean isBytes) {
    this.isBytes = isBytes;
  }

  // ---- text ----

  /** Appends a text, cut to the precision. */
  void text(PyContext ctx, StringBuilder out, String text) {
    String shown = text;
    if (precision >= 0 && precision < text.codePointCount(0, text.length())) {
      shown = text.substring(0, text.offsetByCodePoints(0, precision));
    }
    if (isBytes) {
      shown = Formatter.encoded(shown);
    }
    pad(ctx, out, "", shown, '<');
  }

  /** Appends the character with that code. */
  void character(PyContext ctx, StringBuilder out, PyObject code, char defaultAlign) {
    long point = Args.toIntObject(ctx, code) instanceof PyInt i ? i.value : -1;
    if (point < 0 || point > Character.MAX_CODE_POINT) {
      throw Errors.overflowError(ctx, "char not in range(0x110000)");
    }
    String text = PyStr.ofPoint((int) point).value();
    pad(ctx, out, "", isBytes && point > 255 ? Formatter.encoded(text) : text, defaultAlign);
  }

  /** Appends {@code sign + body} with fill up to the width. */
  private void pad(
      PyContext ctx, StringBuilder out, String signText, String body, char defaultAlign) {
    int missing =
        width <= 0 ? 0 : width - signText.length() - body.codePointCount(0, body.length());
    if (missing <= 0) {
      out.append(signText).append(body);
      return;
    }
    ctx.checkSize((long) width + out.length(), 1);
    char where = align == 0 ? defaultAlign : align;
    int left = where == '<' ? 0 : where == '^' ? missing / 2 : missing;
    if (where == '=') {
      out.append(signText);
      fill(out, missing);
      out.append(body);
      return;
    }
    fill(out, left);
    out.append(signText).append(body);
    fill(out, missing - left);
  }

  private void fill(StringBuilder out, int count) {
    for (int i = 0; i < count; i++) {
      out.appendCodePoint(fill);
    }
  }

  // ---- numbers ----

  /**
   * Appends an int.
   *
   * @param number a PyInt, PyLong or PyBool
   * @param minDigits number of digits to fill up with zeros
   */
  void integer(
      PyContext ctx, StringBuilder out, PyObject number, int base, boolean isUpper, int minDigits) {
    boolean isDecimal = base == 10 && number instanceof PyInt;
    if (isDecimal && width <= 0 && sign == 0 && grouping == 0 && minDigits <= 1) {
      IntText.append(out, ((PyInt) number).value);
      return;
    }
    BigInteger value = Args.toBigInteger(ctx, number);
    StringBuilder digits = new StringBuilder();
    IntText.append(digits, value.abs(), base);
    ctx.checkSize((long) Math.max(0, minDigits) + out.length(), 1);
    while (digits.length() < minDigits) {
      digits.insert(0, "0");
    }
    String before = signText(value.signum() < 0);
    if (isAlternate && base != 10) {
      before += base == 2 ? "0b" : base == 8 ? "0o" : "0x";
    }
    String body = digits.toString();
    if (isUpper) {
      before = before.toUpperCase();
      body = body.toUpperCase();
    }
    if (grouping != 0) {
      body = group(ctx, body, "", base == 10 ? 3 : 4, before.length());
    }
    pad(ctx, out, before, body, '>');
  }

  private String signText(boolean isNegative) {
    return isNegative ? "-" : sign == 0 ? "" : String.valueOf(sign);
  }

  /**
   * Appends a float.
   *
   * @param type one of e E f F g G and % (times 100, as f), or 0 for repr or, with a precision,
   *     something like g
   */
  void real(PyContext ctx, StringBuilder out, double value, char type) {
    ctx.checkSize((long) Math.max(0, precision) + out.length(), 1);
    StringBuilder text = new StringBuilder();
    double positive = Math.abs(value);
    int places = precision >= 0 ? precision : DEFAULT_PRECISION;
    if (type == 0 && precision < 0) {
      FloatText.repr(text, positive, true);
    } else if (type == '%') {
      FloatText.format(text, positive * 100, 'f', places, isAlternate);
      text.append('%');
    } else {
      FloatText.format(text, positive, type, places, isAlternate);
    }
    String before = signText(FloatText.isNegative(value));
    String body = text.toString();
    if (grouping != 0 && value - value == 0) {
      int end = 0;
      while (end < body.length() && body.charAt(end) >= '0' && body.charAt(end) <= '9') {
        end++;
      }
      body = group(ctx, body.substring(0, end), body.substring(end), 3, before.length());
    }
    pad(ctx, out, before, body, '>');
  }

  /**
   * Puts separators between groups of digits. When zeros fill up to the width, they are grouped as
   * well; a separator is never first, so the result may be one longer than asked for.
   *
   * @param rest what follows the digits
   */
  private String group(PyContext ctx, String digits, String rest, int size, int signLength) {
    int count = digits.length();
    if (fill == '0' && align == '=') {
      int room = width - signLength - rest.length();
      ctx.checkSize(Math.max(0, room), 1);
      while (count + (count - 1) / size < room) {
        count++;
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = count; i > 0; i--) {
      out.append(i > digits.length() ? '0' : digits.charAt(digits.length() - i));
      if (i > 1 && (i - 1) % size == 0) {
        out.append(grouping);
      }
    }
    return out.append(rest).toString();
  }
}
