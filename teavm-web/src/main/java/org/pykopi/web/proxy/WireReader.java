package org.pykopi.web.proxy;

import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** Reads what {@link WireWriter} or its JavaScript counterpart wrote. */
final class WireReader {
  private final byte[] bytes;
  private int at;

  WireReader(byte[] bytes) {
    this.bytes = bytes;
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

  double nextDouble() {
    long low = nextInt() & 0xffffffffL;
    return Double.longBitsToDouble(low | ((long) nextInt() << 32));
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
