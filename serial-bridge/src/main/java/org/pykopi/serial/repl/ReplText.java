package org.pykopi.serial.repl;

/** Control characters of the prompt, and texts as UTF-8 bytes. */
final class ReplText {
  static final int CTRL_A = 1;
  static final int CTRL_B = 2;
  static final int CTRL_C = 3;
  static final int CTRL_D = 4;
  static final int CTRL_E = 5;

  private static final int REPLACEMENT = 0xfffd;

  private ReplText() {}

  /** The UTF-8 bytes of a text; a lone surrogate becomes three bytes, as boards have it. */
  static byte[] bytes(String text) {
    Bytes out = new Bytes(text.length() + 16);
    for (int i = 0; i < text.length(); ) {
      int c = text.codePointAt(i);
      i += Character.charCount(c);
      if (c < 0x80) {
        out.add(c);
      } else if (c < 0x800) {
        out.add(0xc0 | c >> 6);
        out.add(0x80 | c & 0x3f);
      } else if (c < 0x10000) {
        out.add(0xe0 | c >> 12);
        out.add(0x80 | c >> 6 & 0x3f);
        out.add(0x80 | c & 0x3f);
      } else {
        out.add(0xf0 | c >> 18);
        out.add(0x80 | c >> 12 & 0x3f);
        out.add(0x80 | c >> 6 & 0x3f);
        out.add(0x80 | c & 0x3f);
      }
    }
    return out.toArray();
  }

  static String text(byte[] bytes) {
    return text(bytes, 0, bytes.length);
  }

  /** The text of UTF-8 bytes, with U+FFFD for each byte that fits nowhere. */
  static String text(byte[] bytes, int offset, int length) {
    StringBuilder out = new StringBuilder(length);
    int end = offset + length;
    for (int i = offset; i < end; ) {
      int lead = bytes[i] & 0xff;
      int size = lead < 0x80 ? 1 : lead < 0xc2 ? 0 : lead < 0xe0 ? 2 : lead < 0xf0 ? 3 : 4;
      int c = size == 1 ? lead : lead & 0x7f >> size;
      boolean isWhole = size > 0 && lead < 0xf5 && i + size <= end;
      for (int k = 1; k < size && isWhole; k++) {
        isWhole = (bytes[i + k] & 0xc0) == 0x80;
        c = c << 6 | bytes[i + k] & 0x3f;
      }
      isWhole = isWhole && c <= 0x10ffff;
      out.appendCodePoint(isWhole ? c : REPLACEMENT);
      i += isWhole ? size : 1;
    }
    return out.toString();
  }
}
