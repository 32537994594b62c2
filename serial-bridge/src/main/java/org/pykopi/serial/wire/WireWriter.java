package org.pykopi.serial.wire;

import java.util.Arrays;

/** Builds a message: little-endian numbers and counted byte strings. */
public final class WireWriter {
  private byte[] bytes = new byte[64];
  private int length;

  public byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  public WireWriter addByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  public WireWriter addInt(int value) {
    reserve(4);
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[length++] = (byte) (value >> shift);
    }
    return this;
  }

  public WireWriter addDouble(double value) {
    long bits = Double.doubleToLongBits(value);
    return addInt((int) bits).addInt((int) (bits >>> 32));
  }

  public WireWriter addBytes(byte[] source, int offset, int count) {
    addInt(count);
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    return this;
  }

  public WireWriter addBytes(byte[] source) {
    return addBytes(source, 0, source.length);
  }

  public WireWriter addText(String text) {
    return addBytes(WireText.encode(text));
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
