package org.pykopi.syntax;

/** Values of literals as printable text, for the two printers. */
final class TextQuoter {
  private static final String HEX = "0123456789abcdef";

  private TextQuoter() {}

  static String quote(String value) {
    StringBuilder out = new StringBuilder("'");
    for (int i = 0; i < value.length(); i++) {
      char c = value.charAt(i);
      if (c >= 0x7f && c < 0xa0 || Character.isSurrogate(c)) {
        out.append("\\u").append(hex(c >> 8)).append(hex(c & 0xff));
      } else {
        append(out, c);
      }
    }
    return out.append('\'').toString();
  }

  static String quote(byte[] value) {
    StringBuilder out = new StringBuilder("b'");
    for (byte b : value) {
      if (b < 0) {
        out.append("\\x").append(hex(b & 0xff));
      } else {
        append(out, (char) b);
      }
    }
    return out.append('\'').toString();
  }

  private static void append(StringBuilder out, char c) {
    switch (c) {
      case '\n' -> out.append("\\n");
      case '\r' -> out.append("\\r");
      case '\t' -> out.append("\\t");
      case '\\', '\'' -> out.append('\\').append(c);
      default -> {
        if (c < ' ' || c == 0x7f) {
          out.append("\\x").append(hex(c));
        } else {
          out.append(c);
        }
      }
    }
  }

  private static String hex(int value) {
    return "" + HEX.charAt(value >> 4 & 15) + HEX.charAt(value & 15);
  }
}
