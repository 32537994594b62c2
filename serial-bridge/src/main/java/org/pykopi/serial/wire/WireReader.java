package org.pykopi.serial.wire;

import java.util.Arrays;

/** Reads what {@link WireWriter} or its JavaScript counterpart wrote. */
public final class WireReader {
  private final byte[] bytes;
  private int at;

  public WireReader(byte[] bytes) {
    this.bytes = bytes;
  }

  public boolean isEmpty() {
    return at >= bytes.length;
  }

  public int nextByte() {
    return bytes[at++] & 0xff;
  }

  public int nextInt() {
    int value = 0;
    for (int shift = 0; shift < 32; shift += 8) {
      value |= nextByte() << shift;
    }
    return value;
  }

  public double nextDouble() {
    long low = nextInt() & 0xffffffffL;
    return Double.longBitsToDouble(low | ((long) nextInt() << 32));
  }

  public byte[] nextBytes() {
    int count = nextInt();
    at += count;
    return Arrays.copyOfRange(bytes, at - count, at);
  }

  public String nextText() {
    return WireText.decode(nextBytes());
  }
}
