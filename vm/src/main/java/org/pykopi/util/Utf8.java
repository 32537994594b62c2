package org.pykopi.util;

/**
 * UTF-8 to and from Java strings. Lone surrogates are kept as three bytes each, so that nothing is
 * lost on the way.
 */
public final class Utf8 {
  /** Byte 0 as {@link #decodeKeeping} would keep it. */
  private static final int KEPT = 0xdc00;

  private Utf8() {}

  /** Whether a char stands for a byte that {@link #decodeKeeping} kept; its low byte is that. */
  public static boolean isKeptByte(int c) {
    return c >= (KEPT | 0x80) && c <= (KEPT | 0xff);
  }

  /** Number of bytes of a text. */
  public static int byteLength(String text) {
    int length = text.length();
    int bytes = length;
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c >= 0x80) {
        // A pair is two chars and four bytes, so each of its chars counts two.
        bytes += c < 0x800 || isPair(text, i) ? 1 : 2;
        if (isPair(text, i)) {
          bytes++;
          i++;
        }
      }
    }
    return bytes;
  }

  /** The bytes of a text. */
  public static byte[] encode(String text) {
    byte[] out = new byte[byteLength(text)];
    int at = 0;
    int length = text.length();
    for (int i = 0; i < length; i++) {
      char c = text.charAt(i);
      if (c < 0x80) {
        out[at++] = (byte) c;
      } else if (isPair(text, i)) {
        at = put(out, at, Character.toCodePoint(c, text.charAt(++i)));
      } else {
        at = put(out, at, c);
      }
    }
    return out;
  }

  /** The bytes of a text; bytes that {@link #decodeKeeping} kept become what they were. */
  public static byte[] encodeKept(String text) {
    ByteBuilder out = new ByteBuilder(text.length());
    int start = 0;
    for (int i = 0; i < text.length(); i++) {
      if (isKeptByte(text.charAt(i)) && !(i > 0 && isPair(text, i - 1))) {
        out.add(encode(text.substring(start, i)));
        out.add(text.charAt(i));
        start = i + 1;
      }
    }
    out.add(encode(text.substring(start)));
    return out.toArray();
  }

  /** Writes one code point at or above 0x80. */
  private static int put(byte[] out, int at, int c) {
    if (c < 0x800) {
      out[at] = (byte) (0xc0 | (c >> 6));
      out[at + 1] = (byte) (0x80 | (c & 0x3f));
      return at + 2;
    }
    if (c < 0x10000) {
      out[at] = (byte) (0xe0 | (c >> 12));
      out[at + 1] = (byte) (0x80 | ((c >> 6) & 0x3f));
      out[at + 2] = (byte) (0x80 | (c & 0x3f));
      return at + 3;
    }
    out[at] = (byte) (0xf0 | (c >> 18));
    out[at + 1] = (byte) (0x80 | ((c >> 12) & 0x3f));
    out[at + 2] = (byte) (0x80 | ((c >> 6) & 0x3f));
    out[at + 3] = (byte) (0x80 | (c & 0x3f));
    return at + 4;
  }

  private static boolean isPair(String text, int i) {
    return Character.isHighSurrogate(text.charAt(i))
        && i + 1 < text.length()
        && Character.isLowSurrogate(text.charAt(i + 1));
  }

  /** The text of bytes, or null when they are not UTF-8. */
  public static String decode(byte[] bytes) {
    return decode(bytes, 0, bytes.length);
  }

  /** The text of part of an array, or null when it is not UTF-8. */
  public static String decode(byte[] bytes, int offset, int length) {
    int end = offset + length;
    StringBuilder out = new StringBuilder(length);
    int i = offset;
    while (i < end) {
      int first = bytes[i];
      if (first >= 0) {
        out.append((char) first);
        i++;
        continue;
      }
      int size = sequenceLength(first);
      int c = size == 0 || i + size > end ? -1 : point(bytes, i, size);
      if (c < 0) {
        return null;
      }
      appendPoint(out, c);
      i += size;
    }
    return out.toString();
  }

  /**
   * Like {@link #decode(byte[], int, int)}, with U+FFFD for each byte that fits nowhere and for
   * each character that breaks off.
   */
  public static String decodeLenient(byte[] bytes, int offset, int length) {
    return decodeLenient(bytes, offset, length, "\ufffd");
  }

  /** The same with any text, also the empty one, for what fits nowhere. */
  public static String decodeLenient(byte[] bytes, int offset, int length, String replacement) {
    return decode(bytes, offset, length, replacement);
  }

  /**
   * Keeps each byte that fits nowhere as a lone surrogate: U+DC80 for 0x80 to U+DCFF for 0xff. So
   * program text can hold the bytes of a bytes literal as they are.
   */
  public static String decodeKeeping(byte[] bytes, int offset, int length) {
    return decode(bytes, offset, length, null);
  }

  /**
   * @param replacement null to keep bytes as lone surrogates
   */
  private static String decode(byte[] bytes, int offset, int length, String replacement) {
    int end = offset + length;
    StringBuilder out = new StringBuilder(length);
    int i = offset;
    while (i < end) {
      int size = sequenceLength(bytes[i]);
      int present = present(bytes, i, end, size);
      int c = present == size && size > 0 ? point(bytes, i, size) : -1;
      // A surrogate would join with a kept byte after it.
      boolean isKept = replacement == null && (c < 0 || (c >= 0xd800 && c < 0xe000));
      if (c >= 0 && !isKept) {
        appendPoint(out, c);
        i += size;
      } else if (isKept) {
        out.append((char) (KEPT | bytes[i] & 0xff));
        i++;
      } else {
        out.append(replacement);
        i += present < size ? present : 1;
      }
    }
    return out.toString();
  }

  /** How many bytes of a sequence of {@code size} bytes are there, at least one. */
  private static int present(byte[] bytes, int at, int end, int size) {
    int count = 1;
    while (count < size && at + count < end && (bytes[at + count] & 0xc0) == 0x80) {
      count++;
    }
    return count;
  }

  private static void appendPoint(StringBuilder out, int c) {
    if (c < 0x10000) {
      out.append((char) c);
    } else {
      out.append(Character.highSurrogate(c)).append(Character.lowSurrogate(c));
    }
  }

  /** Length of the sequence that a lead byte begins; 0 when it is no lead byte. */
  private static int sequenceLength(int lead) {
    int b = lead & 0xff;
    if (b < 0x80) {
      return 1;
    }
    if (b < 0xc2) {
      return 0;
    }
    return b < 0xe0 ? 2 : b < 0xf0 ? 3 : b < 0xf5 ? 4 : 0;
  }

  /** The code point of a sequence, or -1 when it is malformed or too long for its value. */
  private static int point(byte[] bytes, int at, int size) {
    if (size == 1) {
      return bytes[at];
    }
    int c = bytes[at] & (0x7f >> size);
    for (int i = 1; i < size; i++) {
      int b = bytes[at + i];
      if ((b & 0xc0) != 0x80) {
        return -1;
      }
      c = (c << 6) | (b & 0x3f);
    }
    boolean isTooLong = (size == 3 && c < 0x800) || (size == 4 && c < 0x10000);
    return isTooLong || c > 0x10ffff ? -1 : c;
  }
}
