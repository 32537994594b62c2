package org.pykopi.bytecode;

import java.util.Arrays;

/** A growing run of bytes with the number codings of the format. */
public final class ByteWriter {
  private byte[] bytes = new byte[64];
  private int size;

  public int size() {
    return size;
  }

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, size);
  }

  /** Adds the low 8 bits. */
  public void add(int b) {
    if (size == bytes.length) {
      bytes = Arrays.copyOf(bytes, size * 2);
    }
    bytes[size++] = (byte) b;
  }

  public void add(byte[] more) {
    if (bytes.length - size < more.length) {
      bytes = Arrays.copyOf(bytes, (size + more.length) * 2);
    }
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
  }

  /** Adds a number from 0: 7 bits per byte, high bits first, 0x80 marks that more follow. */
  public void addUnsigned(int value) {
    for (int shift = 28; shift > 0; shift -= 7) {
      if (value >>> shift != 0) {
        add(0x80 | value >>> shift & 0x7f);
      }
    }
    add(value & 0x7f);
  }

  /** The same for a signed number; bit 0x40 of the first byte is the sign. */
  public void addSigned(long value) {
    int shift = 0;
    while (value >> shift + 6 != 0 && value >> shift + 6 != -1) {
      shift += 7;
    }
    for (; shift > 0; shift -= 7) {
      add(0x80 | (int) (value >> shift) & 0x7f);
    }
    add((int) value & 0x7f);
  }
}
