package org.pykopi.object;

/** Bytes seen as chars from 0 to 255; a window on an array that it does not own. */
final class ByteSequence implements CharSequence {
  private final byte[] data;
  private final int offset;
  private final int length;

  ByteSequence(byte[] data, int offset, int length) {
    this.data = data;
    this.offset = offset;
    this.length = length;
  }

  @Override
  public int length() {
    return length;
  }

  @Override
  public char charAt(int index) {
    return (char) (data[offset + index] & 0xff);
  }

  @Override
  public CharSequence subSequence(int start, int end) {
    return new ByteSequence(data, offset + start, end - start);
  }

  /** The text as a string of chars from 0 to 255. */
  @Override
  public String toString() {
    char[] chars = new char[length];
    for (int i = 0; i < length; i++) {
      chars[i] = charAt(i);
    }
    return new String(chars);
  }

  /** The bytes of chars from 0 to 255. */
  static byte[] bytes(CharSequence chars) {
    int length = chars.length();
    byte[] result = new byte[length];
    copy(chars, result, 0);
    return result;
  }

  /** Writes chars from 0 to 255 as bytes. */
  static void copy(CharSequence chars, byte[] into, int at) {
    if (chars instanceof ByteSequence bytes) {
      System.arraycopy(bytes.data, bytes.offset, into, at, bytes.length);
      return;
    }
    int length = chars.length();
    for (int i = 0; i < length; i++) {
      into[at + i] = (byte) chars.charAt(i);
    }
  }

  static byte[] join(CharSequence left, CharSequence right) {
    byte[] result = new byte[left.length() + right.length()];
    copy(left, result, 0);
    copy(right, result, left.length());
    return result;
  }
}
