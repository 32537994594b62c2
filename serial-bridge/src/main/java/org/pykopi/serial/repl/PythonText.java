package org.pykopi.serial.repl;

import org.pykopi.serial.port.Hex;

/** Values as Python source text. */
final class PythonText {
  private PythonText() {}

  /** A str literal in ASCII, for any text. */
  static String string(String text) {
    StringBuilder out = new StringBuilder(text.length() + 2).append('\'');
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c == '\'' || c == '\\') {
        out.append('\\').append((char) c);
      } else if (c >= ' ' && c < 0x7f) {
        out.append((char) c);
      } else if (c < 0x100) {
        out.append("\\x").append(Hex.of(c, 2));
      } else if (c < 0x10000) {
        out.append("\\u").append(Hex.of(c, 4));
      } else {
        out.append("\\U").append(Hex.of(c, 8));
      }
    }
    return out.append('\'').toString();
  }

  /**
   * A bytes literal in which almost every byte stands for itself. Escaped are only the bytes that
   * the prompt (Ctrl-A to Ctrl-E), terminals (NUL) and the lexer (line ends, backslash, quote)
   * would take: arbitrary data grows by 4 %, where base64 takes 33 % and hexadecimal 100 %.
   */
  static void addBytes(Bytes out, byte[] data, int offset, int length) {
    out.add("b'");
    for (int i = offset; i < offset + length; i++) {
      int c = data[i];
      if (c < 0 || c > '\\') {
        out.add(c);
      } else if (c == '\n') {
        out.add("\\n");
      } else if (c == '\r') {
        out.add("\\r");
      } else if (c == '\'' || c == '\\') {
        out.add('\\');
        out.add(c);
      } else if (c <= ReplText.CTRL_E) {
        boolean isDigitNext = i + 1 < offset + length && data[i + 1] >= '0' && data[i + 1] <= '7';
        out.add(isDigitNext ? "\\00" + c : "\\" + c);
      } else {
        out.add(c);
      }
    }
    out.add('\'');
  }

  /** A bytes literal in ASCII: all but letters, digits and some marks as {@code \xNN}. */
  static void addEscapedBytes(Bytes out, byte[] data, int offset, int length) {
    out.add("b'");
    for (int i = offset; i < offset + length; i++) {
      int c = data[i];
      if (c >= ' ' && c < 0x7f && c != '\'' && c != '\\') {
        out.add(c);
      } else {
        out.add("\\x" + Hex.of(c, 2));
      }
    }
    out.add('\'');
  }

  private static final String BASE64 =
      "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/";

  /** A bytes literal with the data in base64. */
  static void addBase64(Bytes out, byte[] data, int offset, int length) {
    out.add("b'");
    for (int i = 0; i < length; i += 3) {
      int bits = 0;
      for (int k = 0; k < 3; k++) {
        bits = bits << 8 | (i + k < length ? data[offset + i + k] & 0xff : 0);
      }
      for (int k = 0; k < 4; k++) {
        out.add(i + k > length ? '=' : BASE64.charAt(bits >> (18 - 6 * k) & 63));
      }
    }
    out.add('\'');
  }
}
