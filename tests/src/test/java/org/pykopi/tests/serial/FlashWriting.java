package org.pykopi.tests.serial;

import java.util.zip.DataFormatException;
import java.util.zip.Inflater;

/**
 * What a boot loader knows between FLASH_BEGIN and FLASH_END. The ROM erases everything at the
 * beginning, the stub as it goes.
 */
final class FlashWriting {
  private final FlashMemory memory;
  private final int packetSize;
  private final boolean eraseAsItGoes;
  private final Inflater inflater;
  private final int end;
  private int at;
  private int erased;

  /** {@code size} is what will come out; it bounds the range that is written. */
  FlashWriting(
      FlashMemory memory,
      int offset,
      int size,
      int packetSize,
      boolean compressed,
      boolean eraseAsItGoes) {
    this.memory = memory;
    this.packetSize = packetSize;
    this.eraseAsItGoes = eraseAsItGoes;
    this.inflater = compressed ? new Inflater() : null;
    this.at = offset;
    this.erased = offset / FlashMemory.SECTOR * FlashMemory.SECTOR;
    this.end = offset + size;
  }

  boolean isCompressed() {
    return inflater != null;
  }

  /** The time that writing takes, or minus the error code. */
  long take(byte[] data, int from, int length) {
    if (length > packetSize) {
      return -0xC2;
    }
    if (inflater == null) {
      return write(data, from, Math.min(length, roundUp(end) - at));
    }
    inflater.setInput(data, from, length);
    byte[] out = new byte[4096];
    long time = 0;
    try {
      int count = inflater.inflate(out);
      while (count > 0) {
        if (at + count > end) {
          return -0xC9;
        }
        time += write(out, 0, count);
        count = inflater.inflate(out);
      }
    } catch (DataFormatException e) {
      return -0xC7;
    }
    return time;
  }

  boolean isComplete() {
    return inflater == null || inflater.finished() && at == end;
  }

  private int roundUp(int offset) {
    return Math.min(
        memory.bytes.length,
        (offset + FlashMemory.SECTOR - 1) / FlashMemory.SECTOR * FlashMemory.SECTOR);
  }

  /**
   * The stub erases ahead while it waits for a packet. Returns the time by which the last piece of
   * that takes longer than the wait.
   */
  long idle(long micros) {
    long left = micros;
    while (eraseAsItGoes && left > 0 && erased < roundUp(end)) {
      left -= eraseNext();
    }
    return Math.max(0, -left);
  }

  private long eraseNext() {
    boolean whole = erased % FlashMemory.BLOCK == 0 && roundUp(end) - erased >= FlashMemory.BLOCK;
    int step = whole ? FlashMemory.BLOCK : FlashMemory.SECTOR;
    erased += step;
    return memory.erase(erased - step, step);
  }

  private long write(byte[] data, int from, int length) {
    long time = 0;
    while (eraseAsItGoes && erased < at + length) {
      time += eraseNext();
    }
    time += memory.program(at, data, from, length);
    at += length;
    return time;
  }
}
