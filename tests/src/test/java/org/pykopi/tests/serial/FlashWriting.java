package org.pykopi.tests.serial;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a boot loader knows between FLASH_BEGIN and FLASH_END, and how long it takes. Times are
 * moments in microseconds.
 *
 * <p>The ROM has erased everything at the beginning. The stub starts to erase a sector or block at
 * FLASH_BEGIN, before it inflates and whenever it needs one, and only waits for it when it has
 * something to write. Both inflate into 32 KiB and write when these are full or the stream ends.
 */
final class FlashWriting {
  private static final int DICTIONARY = 1 << 15;

  private final FlashMemory memory;
  private final int packetSize;
  private final boolean erasesAsItGoes;
  private final Inflater inflater;
  private final int end;
  private final byte[] inflated = new byte[DICTIONARY];
  private int filled;
  private int at;
  private int erased;

  /** The memory erases until then. */
  private long eraseEnd;

  /** {@code size} is what will come out; it bounds the range that is written. */
  FlashWriting(
      FlashMemory memory,
      int offset,
      int size,
      int packetSize,
      boolean compressed,
      boolean erasesAsItGoes) {
    this.memory = memory;
    this.packetSize = packetSize;
    this.erasesAsItGoes = erasesAsItGoes;
    this.inflater = compressed ? new Inflater() : null;
    this.at = offset;
    this.erased = offset / FlashMemory.SECTOR * FlashMemory.SECTOR;
    this.end = offset + size;
  }

  boolean isCompressed() {
    return inflater != null;
  }

  boolean isComplete() {
    return inflater == null || inflater.finished() && at == end;
  }

  private int roundUp(int offset) {
    return Math.min(
        memory.bytes.length,
        (offset + FlashMemory.SECTOR - 1) / FlashMemory.SECTOR * FlashMemory.SECTOR);
  }

  /** Starts to erase what comes next, unless the memory is still busy with that. */
  void startErase(long now) {
    if (erasesAsItGoes && now >= eraseEnd && erased < roundUp(end)) {
      boolean whole = erased % FlashMemory.BLOCK == 0 && roundUp(end) - erased >= FlashMemory.BLOCK;
      int step = whole ? FlashMemory.BLOCK : FlashMemory.SECTOR;
      eraseEnd = now + memory.erase(erased, step);
      erased += step;
    }
  }

  /** Takes the data of a packet; the moment when that is done, or minus the error code. */
  long take(byte[] data, int from, int length, long now) {
    if (length > packetSize) {
      return -0xC2;
    }
    return inflater == null
        ? write(data, from, Math.min(length, roundUp(end) - at), now)
        : inflate(data, from, length, now);
  }

  private long inflate(byte[] data, int from, int length, long now) {
    inflater.setInput(data, from, length);
    long time = now;
    try {
      while (!inflater.needsInput() && !inflater.finished()) {
        startErase(time);
        filled += inflater.inflate(inflated, filled, DICTIONARY - filled);
        if (filled == DICTIONARY || inflater.finished()) {
          if (at + filled > end) {
            return -0xC9;
          }
          time = write(inflated, 0, filled, time);
          filled = 0;
        }
      }
    } catch (DataFormatException e) {
      return -0xC7;
    }
    return time;
  }

  private long write(byte[] data, int from, int length, long now) {
    long time = now;
    while (erasesAsItGoes && erased < at + length) {
      startErase(time);
      time = Math.max(time, eraseEnd);
    }
    time = Math.max(time, eraseEnd) + memory.program(at, data, from, length);
    at += length;
    return time;
  }
}
