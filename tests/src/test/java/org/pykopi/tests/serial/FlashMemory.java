package org.pykopi.tests.serial;

import java.util.Arrays;

/**
 * NOR flash: erasing sets sectors to FF, programming can only clear bits. So whatever forgets to
 * erase leaves wrong contents. Times are the typical ones of a W25Q32JV, in microseconds.
 */
final class FlashMemory {
  static final int SECTOR = 4096;
  static final int BLOCK = 65536;
  private static final int ERASE_SECTOR_MICROS = 45_000;
  private static final int ERASE_BLOCK_MICROS = 150_000;
  private static final int PAGE = 256;
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

  /** Erases one sector; returns the time it takes. */
  long eraseSector(int offset) {
    int from = offset / SECTOR * SECTOR;
    Arrays.fill(bytes, from, from + SECTOR, (byte) 0xFF);
    return ERASE_SECTOR_MICROS;
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
