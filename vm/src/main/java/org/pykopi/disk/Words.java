package org.pykopi.disk;

/** Numbers in bytes, low byte first, as all file systems here have them. */
final class Words {
  private Words() {}

  static int get16(byte[] data, int at) {
    return (data[at] & 0xff) | (data[at + 1] & 0xff) << 8;
  }

  static int get32(byte[] data, int at) {
    return get16(data, at) | get16(data, at + 2) << 16;
  }

  static long getUnsigned32(byte[] data, int at) {
    return get32(data, at) & 0xffffffffL;
  }

  static void put16(byte[] data, int at, int value) {
    data[at] = (byte) value;
    data[at + 1] = (byte) (value >> 8);
  }

  static void put32(byte[] data, int at, int value) {
    put16(data, at, value);
    put16(data, at + 2, value >> 16);
  }
}
