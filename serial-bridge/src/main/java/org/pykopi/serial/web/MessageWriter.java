package org.pykopi.serial.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Builds a message that {@link MessageReader} and its counterpart in the page read. */
final class MessageWriter {
  private byte[] bytes = new byte[64];
  private int length;

  MessageWriter addByte(int value) {
    reserve(1);
    bytes[length++] = (byte) value;
    return this;
  }

  MessageWriter addInt(int value) {
    for (int shift = 0; shift < 32; shift += 8) {
      addByte(value >> shift);
    }
    return this;
  }

  MessageWriter addBytes(byte[] source) {
    addInt(source.length);
    reserve(source.length);
    System.arraycopy(source, 0, bytes, length, source.length);
    length += source.length;
    return this;
  }

  MessageWriter addText(String text) {
    return addBytes(text.getBytes(StandardCharsets.UTF_8));
  }

  byte[] toBytes() {
    return Arrays.copyOf(bytes, length);
  }

  private void reserve(int count) {
    if (bytes.length - length < count) {
      bytes = Arrays.copyOf(bytes, Math.max(2 * bytes.length, length + count));
    }
  }
}
