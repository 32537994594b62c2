package org.pykopi.syntax;

import java.math.BigInteger;
import org.pykopi.syntax.Ast.Expression;
import org.pykopi.util.FloatParser;

/** The values of number tokens. Their texts have no underscores and begin with a digit or a dot. */
final class NumberLiterals {
  private NumberLiterals() {}

  static Expression integer(Token token) {
    String text = token.text();
    int base = 10;
    int start = 0;
    if (text.length() > 1 && text.charAt(0) == '0') {
      switch (text.charAt(1) | 0x20) {
        case 'x' -> base = 16;
        case 'o' -> base = 8;
        case 'b' -> base = 2;
        default -> base = 1;
      }
      start = base == 1 ? 0 : 2;
    }
    for (int i = start; i < text.length(); i++) {
      if (digit(text.charAt(i)) >= base) {
        throw badInteger(token, base, start);
      }
    }
    if (start == text.length()) {
      throw badInteger(token, base, start);
    }
    BigInteger value = base == 1 ? BigInteger.ZERO : new BigInteger(text.substring(start), base);
    return new Ast.IntLiteral(token.position(), value);
  }

  /** The value of a digit in any base; more than any base for a dot. */
  private static int digit(char c) {
    return c <= '9' ? c - '0' : (c | 0x20) - 'a' + 10;
  }

  /**
   * A number that begins with 0 has base 1 here, where only zeros are digits; people see base 0.
   */
  private static PySyntaxError badInteger(Token token, int base, int start) {
    String message =
        "invalid syntax for integer with base "
            + (base == 1 ? 0 : base)
            + ": '"
            + token.text().substring(start)
            + "'";
    return new PySyntaxError(token.position(), message);
  }

  /**
   * {@code digits [. digits] [e [sign] digits] [j]}. As in the reference the exponent may have no
   * digits when a {@code j} follows.
   */
  static Expression floating(Token token) {
    String text = token.text();
    int end = text.length();
    int at = skipDigits(text, 0);
    if (at < end && text.charAt(at) == '.') {
      at = skipDigits(text, at + 1);
    }
    StringBuilder decimal = new StringBuilder(text.substring(0, at));
    if (at < end && text.charAt(at) == 'e') {
      int digits = at + 1;
      if (digits < end && (text.charAt(digits) == '+' || text.charAt(digits) == '-')) {
        digits++;
      }
      if (digits == end) {
        throw badNumber(token);
      }
      int after = skipDigits(text, digits);
      if (after > digits) {
        decimal.append(text, at, after);
      }
      at = after;
    }
    boolean isImaginary = at < end && (text.charAt(at) | 0x20) == 'j';
    if (at + (isImaginary ? 1 : 0) != end) {
      throw badNumber(token);
    }
    double value = FloatParser.parse(decimal);
    return isImaginary
        ? new Ast.ImaginaryLiteral(token.position(), value)
        : new Ast.FloatLiteral(token.position(), value);
  }

  private static int skipDigits(String text, int at) {
    int i = at;
    while (i < text.length() && text.charAt(i) >= '0' && text.charAt(i) <= '9') {
      i++;
    }
    return i;
  }

  private static PySyntaxError badNumber(Token token) {
    return new PySyntaxError(token.position(), "invalid syntax for number");
  }
}
