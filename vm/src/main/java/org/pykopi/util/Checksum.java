package org.pykopi.util;

/** The checksums of compressed files. Each goes on from the value of the bytes before. */
public final class Checksum {
  private static final int POLYNOMIAL = 0xedb88320;
  private static final int[] TABLE = makeTable();
  private static final int ADLER_MODULUS = 65521;

  /** As many bytes as can be summed up before the sums must be reduced. */
  private static final int ADLER_RUN = 3800;

  private Checksum() {}

  /** CRC-32 as gzip and ZIP have it; starts from 0. */
  public static int crc32(int start, byte[] data, int offset, int length) {
    int crc = ~start;
    for (int i = 0; i < length; i++) {
      crc = TABLE[(crc ^ data[offset + i]) & 0xff] ^ crc >>> 8;
    }
    return ~crc;
  }

  private static int[] makeTable() {
    int[] table = new int[256];
    for (int i = 0; i < table.length; i++) {
      int crc = i;
      for (int bit = 0; bit < 8; bit++) {
        crc = (crc & 1) != 0 ? crc >>> 1 ^ POLYNOMIAL : crc >>> 1;
      }
      table[i] = crc;
    }
    return table;
  }

  /** Adler-32 as zlib has it; starts from 1. */
  public static int adler32(int start, byte[] data, int offset, int length) {
    int a = start & 0xffff;
    int b = start >>> 16;
    int i = offset;
    int end = offset + length;
    while (i < end) {
      int stop = Math.min(end, i + ADLER_RUN);
      while (i < stop) {
        a += data[i++] & 0xff;
        b += a;
      }
      a %= ADLER_MODULUS;
      b %= ADLER_MODULUS;
    }
    return b << 16 | a;
  }
}
