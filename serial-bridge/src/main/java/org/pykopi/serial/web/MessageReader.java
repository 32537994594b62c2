package org.pykopi.serial.web;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads a message: little-endian ints and counted byte strings, as the page writes them. */
final class MessageReader {
  private final byte[] bytes;
  private int at;

  MessageReader(byte[] bytes) {
    this.bytes = bytes;
  }

  boolean isEmpty() {
    return at >= bytes.length;
  }

  int nextByte() {
    return bytes[at++] & 0xff;
  }

  int nextInt() {
    int value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= nextByte() << shift;
    }
    return value;
  }

  byte[] nextBytes() {
    int count = nextInt();
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  String nextText() {
    return new String(nextBytes(), StandardCharsets.UTF_8);
  }
}
