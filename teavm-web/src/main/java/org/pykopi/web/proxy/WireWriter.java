package org.pykopi.web.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds a message: little-endian numbers and counted byte strings. */
final class WireWriter {
  private byte[] bytes = new byte[64];
  private int length;

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  WireWriter addByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  WireWriter addInt(int value) {
    reserve(4);
    for (int shift = 0; shift < 32; shift += 8) {
      bytes[length++] = (byte) (value >> shift);
    }
    return this;
  }

  WireWriter addDouble(double value) {
    long bits = Double.doubleToLongBits(value);
    return addInt((int) bits).addInt((int) (bits >>> 32));
  }

  WireWriter addBytes(byte[] source, int offset, int count) {
    addInt(count);
    reserve(count);
    System.arraycopy(source, offset, bytes, length, count);
    length += count;
    return this;
  }

  WireWriter addText(String text) {
    byte[] encoded = text.getBytes(StandardCharsets.UTF_8);
    return addBytes(encoded, 0, encoded.length);
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, length + count));
    }
  }
}
