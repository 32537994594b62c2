package org.pykopi.tests.serial;

import java.util.Arrays;

/**
 * NOR flash: erasing sets sectors to FF, programming can only clear bits. So whatever forgets to
 * erase leaves wrong contents.
 */
final class FlashMemory {
  static final int SECTOR = 4096;
  static final int BLOCK = 65536;
  private static final int PAGE = 256;

  // The typical times of a W25Q32JV, a usual memory on these boards. Others need up to 0.7 ms for a
  // page, worn ones some ms. At 921,600 baud the line brings a page in 1.8 ms if the file packs to
  // two thirds, so most of this time is hidden behind the line: with 0.7 ms for a page 1 MiB is
  // written at 89 % of the line's rate, with 0.4 ms at 95 %.
  private static final int ERASE_SECTOR_MICROS = 45_000;
  private static final int ERASE_BLOCK_MICROS = 150_000;
  private static final int PROGRAM_PAGE_MICROS = 400;

  final byte[] bytes;

  FlashMemory(int size) {
    bytes = new byte[size];
    Arrays.fill(bytes, (byte) 0xFF);
  }

  /** Manufacturer, type and capacity, as the memory answers to 9F. */
  int id() {
    return 0xEF | 0x40 << 8 | (31 - Integer.numberOfLeadingZeros(bytes.length)) << 16;
  }

  boolean contains(long offset, long size) {
    return offset >= 0 && size >= 0 && offset + size <= bytes.length;
  }

  /** Erases a range of whole sectors, by blocks where it can; returns the time it takes. */
  long erase(int offset, int size) {
    long time = 0;
    int at = offset;
    while (at < offset + size) {
      boolean whole = at % BLOCK == 0 && offset + size - at >= BLOCK;
      int step = whole ? BLOCK : SECTOR;
      Arrays.fill(bytes, at, Math.min(bytes.length, at + step), (byte) 0xFF);
      time += whole ? ERASE_BLOCK_MICROS : ERASE_SECTOR_MICROS;
      at += step;
    }
    return time;
  }

  /** Clears bits; returns the time it takes. */
  long program(int offset, byte[] data, int from, int length) {
    for (int i = 0; i < length; i++) {
      bytes[offset + i] &= data[from + i];
    }
    return (long) (length + PAGE - 1) / PAGE * PROGRAM_PAGE_MICROS;
  }
}
