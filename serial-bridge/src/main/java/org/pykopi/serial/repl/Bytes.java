package org.pykopi.serial.repl;

import java.util.Arrays;

/** A growing array of bytes. */
final class Bytes {
  private byte[] data;
  private int length;

  Bytes(int capacity) {
    data = new byte[Math.max(16, capacity)];
  }

  int length() {
    return length;
  }

  void clear() {
    length = 0;
  }

  void add(int c) {
    reserve(1);
    data[length++] = (byte) c;
  }

  void add(byte[] source, int offset, int count) {
    reserve(count);
    System.arraycopy(source, offset, data, length, count);
    length += count;
  }

  void add(byte[] source) {
    add(source, 0, source.length);
  }

  void add(String text) {
    add(ReplText.bytes(text));
  }

  private void reserve(int count) {
    if (length + count > data.length) {
      data = Arrays.copyOf(data, Math.max(2 * data.length, length + count));
    }
  }

  byte[] toArray() {
    return Arrays.copyOf(data, length);
  }
}
