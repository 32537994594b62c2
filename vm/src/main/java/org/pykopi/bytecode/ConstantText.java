package org.pykopi.bytecode;

import java.math.BigInteger;
import org.pykopi.util.FloatText;
import org.pykopi.util.IntText;

/** Constants as Python prints them. */
final class ConstantText {
  private ConstantText() {}

  /** {@code repr} of a value of a constant table. */
  static String repr(Object value) {
    StringBuilder out = new StringBuilder();
    append(out, value);
    return out.toString();
  }

  private static void append(StringBuilder out, Object value) {
    if (value instanceof String text) {
      string(out, text);
    } else if (value instanceof byte[] bytes) {
      bytes(out, bytes);
    } else if (value instanceof Double number) {
      out.append(FloatText.repr(number));
    } else if (value instanceof BigInteger number) {
      IntText.append(out, number, 10);
    } else if (value instanceof ComplexConstant number) {
      out.append(complex(number));
    } else if (value instanceof Object[] items) {
      tuple(out, items);
    } else {
      out.append(value instanceof Constant constant ? constant.repr : value.toString());
    }
  }

  private static void tuple(StringBuilder out, Object[] items) {
    out.append('(');
    for (int i = 0; i < items.length; i++) {
      out.append(i > 0 ? ", " : "");
      append(out, items[i]);
    }
    out.append(items.length == 1 ? ",)" : ")");
  }

  /** {@code 2j} or {@code (1+2j)}. */
  static String complex(ComplexConstant number) {
    StringBuilder out = new StringBuilder();
    if (number.re() != 0) {
      out.append('(');
      FloatText.repr(out, number.re(), false);
      int sign = out.length();
      FloatText.repr(out, number.im(), false);
      if (out.charAt(sign) != '-') {
        out.insert(sign, '+');
      }
      return out.append("j)").toString();
    }
    FloatText.repr(out, number.im(), false);
    return out.append('j').toString();
  }

  private static void string(StringBuilder out, String text) {
    char quote = quoteFor(text.indexOf('\'') >= 0, text.indexOf('"') >= 0);
    out.append(quote);
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        appendEscaped(out, c, quote);
      } else {
        out.append(c);
      }
    }
    out.append(quote);
  }

  private static void bytes(StringBuilder out, byte[] bytes) {
    boolean hasSingle = false;
    boolean hasDouble = false;
    for (byte b : bytes) {
      hasSingle |= b == '\'';
      hasDouble |= b == '"';
    }
    char quote = quoteFor(hasSingle, hasDouble);
    out.append('b').append(quote);
    for (byte b : bytes) {
      appendEscaped(out, (char) (b & 0xff), quote);
    }
    out.append(quote);
  }

  private static char quoteFor(boolean hasSingle, boolean hasDouble) {
    return hasSingle && !hasDouble ? '"' : '\'';
  }

  private static void appendEscaped(StringBuilder out, char c, char quote) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\' -> out.append("\\\\");
      default -> {
        if (c == quote) {
          out.append('\\').append(c);
        } else if (c >= ' ' && c < 0x7f) {
          out.append(c);
        } else {
          out.append("\\x").append(Character.forDigit(c >> 4, 16));
          out.append(Character.forDigit(c & 0xf, 16));
        }
      }
    }
  }
}
