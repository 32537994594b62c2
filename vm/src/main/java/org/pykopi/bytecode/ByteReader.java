package org.pykopi.bytecode;

/** Reads from an array and throws {@link MpyFormatException} instead of running over its end. */
final class ByteReader {
  private final byte[] bytes;
  private final int end;
  private int at;

  ByteReader(byte[] bytes, int start, int end) {
    this.bytes = bytes;
    this.at = start;
    this.end = end;
  }

  int position() {
    return at;
  }

  int remaining() {
    return end - at;
  }

  int readByte() {
    if (at >= end) {
      throw new MpyFormatException("truncated .mpy file");
    }
    return bytes[at++] & 0xff;
  }

  /** Moves on by so many bytes and gives where they start. */
  int skip(int count) {
    if (count < 0 || count > end - at) {
      throw new MpyFormatException("truncated .mpy file");
    }
    int start = at;
    at += count;
    return start;
  }

  byte[] readBytes(int count) {
    int start = skip(count);
    byte[] part = new byte[count];
    System.arraycopy(bytes, start, part, 0, count);
    return part;
  }

  /** Reads what {@link ByteWriter#addUnsigned} wrote. */
  int readUnsigned() {
    long value = 0;
    int b;
    do {
      b = readByte();
      value = value << 7 | b & 0x7f;
      if (value > Integer.MAX_VALUE) {
        throw new MpyFormatException("number too large in .mpy file");
      }
    } while (b >= 0x80);
    return (int) value;
  }

  /** Reads how many entries follow; each takes at least one byte. */
  int readCount() {
    int count = readUnsigned();
    if (count > remaining()) {
      throw new MpyFormatException("truncated .mpy file");
    }
    return count;
  }
}
