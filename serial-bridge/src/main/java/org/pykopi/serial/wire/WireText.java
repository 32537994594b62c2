package org.pykopi.serial.wire;

import java.util.Arrays;

/**
 * Text as UTF-8 (RFC 3629). Without the class library's character sets, which would be 4 kB of the
 * compressed file that every page loads.
 */
final class WireText {
  private static final int REPLACEMENT = 0xfffd;

  private WireText() {}

  /** The bytes of a text; half of a surrogate pair becomes U+FFFD, as in JavaScript. */
  static byte[] encode(String text) {
    byte[] bytes = new byte[text.length() * 3];
    int length = 0;
    for (int i = 0; i < text.length(); i++) {
      int point = text.charAt(i);
      if (point < 0x80) {
        bytes[length++] = (byte) point;
        continue;
      }
      if (Character.isSurrogate((char) point)) {
        point = text.codePointAt(i);
        i += point > 0xffff ? 1 : 0;
        point = point > 0xffff ? point : REPLACEMENT;
      }
      int more = point < 0x800 ? 1 : point < 0x10000 ? 2 : 3;
      bytes[length++] = (byte) (0xff00 >> more + 1 | point >> 6 * more);
      while (more > 0) {
        more--;
        bytes[length++] = (byte) (0x80 | point >> 6 * more & 0x3f);
      }
    }
    return Arrays.copyOf(bytes, length);
  }

  /** The text of bytes that JavaScript encoded; those that are no UTF-8 become U+FFFD. */
  static String decode(byte[] bytes) {
    char[] text = new char[bytes.length];
    int length = 0;
    int at = 0;
    while (at < bytes.length) {
      int first = bytes[at++];
      if (first >= 0) {
        text[length++] = (char) first;
        continue;
      }
      int more = first < (byte) 0xe0 ? 1 : first < (byte) 0xf0 ? 2 : 3;
      int point = first & 0x3f >> more;
      while (more > 0 && at < bytes.length && bytes[at] < (byte) 0xc0) {
        point = point << 6 | bytes[at++] & 0x3f;
        more--;
      }
      if (more > 0 || first < (byte) 0xc0 || point > Character.MAX_CODE_POINT) {
        text[length++] = REPLACEMENT;
      } else {
        length += Character.toChars(point, text, length);
      }
    }
    return new String(text, 0, length);
  }
}
