package org.pykopi.serial.port;

/** Numbers in arrays of bytes with the lowest byte first, as chips and boards have them. */
public final class LittleEndian {
  private LittleEndian() {}

  /** An unsigned number of two bytes. */
  public static int half(byte[] data, int at) {
    return data[at] & 255 | (data[at + 1] & 255) << 8;
  }

  /** A number of four bytes. */
  public static int word(byte[] data, int at) {
    return half(data, at) | half(data, at + 2) << 16;
  }

  /** Writes a number of four bytes. */
  public static void putWord(byte[] data, int at, int value) {
    for (int i = 0; i < 4; i++) {
      data[at + i] = (byte) (value >>> 8 * i);
    }
  }
}
