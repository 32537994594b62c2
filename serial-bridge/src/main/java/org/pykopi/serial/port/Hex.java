package org.pykopi.serial.port;

/** Numbers and bytes as lower-case hexadecimal text. */
public final class Hex {
  private static final String DIGITS = "0123456789abcdef";

  private Hex() {}

  /** The lowest {@code digits} digits of a number, without a prefix. */
  public static String of(long value, int digits) {
    StringBuilder out = new StringBuilder(digits);
    for (int shift = 4 * (digits - 1); shift >= 0; shift -= 4) {
      out.append(DIGITS.charAt((int) (value >> shift) & 15));
    }
    return out.toString();
  }

  /** An address or a register: {@code 0x00001000}. */
  public static String word(long value) {
    return "0x" + of(value, 8);
  }

  /** The bytes without spaces, as a hash is written. */
  public static String joined(byte[] data) {
    StringBuilder out = new StringBuilder(2 * data.length);
    for (byte one : data) {
      out.append(of(one, 2));
    }
    return out.toString();
  }

  /** The bytes with spaces between them: {@code 00 08 24}. */
  public static String spaced(byte[] data, int offset, int length) {
    StringBuilder out = new StringBuilder(3 * length);
    for (int i = offset; i < offset + length; i++) {
      out.append(i == offset ? "" : " ").append(of(data[i], 2));
    }
    return out.toString();
  }
}
