package org.pykopi.bytecode;

import java.util.Arrays;

/**
 * The encoded map from bytecode offsets to source lines.
 *
 * <p>A run of steps; each moves forward some bytes and then some lines, starting at offset 0, line
 * 1:
 *
 * <pre>
 *   0LLBBBBB             up to 31 bytes, up to 3 lines
 *   1LLLBBBB LLLLLLLL    up to 15 bytes, up to 2047 lines (the first byte holds the high bits)
 * </pre>
 */
public final class LineTable {
  private final byte[] encoded;

  /** Keeps the array; the caller does not change it afterwards. */
  public LineTable(byte[] encoded) {
    this.encoded = encoded;
  }

  /** The bytes as stored in a file. The caller does not change them. */
  public byte[] encoded() {
    return encoded;
  }

  /** The source line of the opcode at the given offset; 1 when the table says nothing. */
  public int lineOf(int pc) {
    int line = 1;
    int offset = pc;
    int at = 0;
    while (at < encoded.length) {
      int bytes = bytesOfStep(at);
      if (offset < bytes) {
        break;
      }
      offset -= bytes;
      line += linesOfStep(at);
      at = nextStep(at);
    }
    return line;
  }

  /** The runs of bytes that belong to one line, as triples: start, end, line. */
  public int[] runs(int codeSize) {
    int[] runs = new int[3 * encoded.length + 3];
    int count = 0;
    int start = 0;
    int end = 0;
    int line = 1;
    int next = 1;
    for (int at = 0; at < encoded.length; at = nextStep(at)) {
      end += bytesOfStep(at);
      next += linesOfStep(at);
      if (end > start && next > line) {
        count = add(runs, count, start, end, line);
        start = end;
      }
      if (end == start) {
        line = next;
      }
    }
    if (start < codeSize) {
      count = add(runs, count, start, codeSize, line);
    }
    return Arrays.copyOf(runs, count);
  }

  private static int add(int[] runs, int count, int start, int end, int line) {
    runs[count] = start;
    runs[count + 1] = end;
    runs[count + 2] = line;
    return count + 3;
  }

  // ---- the steps, for listings ----

  /** How many code bytes the step at the given index covers. */
  int bytesOfStep(int at) {
    int first = encoded[at] & 0xff;
    return first < 0x80 ? first & 0x1f : first & 0xf;
  }

  /**
   * How many lines to add after the step at the given index. A cut-off last step adds the bits that
   * are there.
   */
  int linesOfStep(int at) {
    int first = encoded[at] & 0xff;
    if (first < 0x80) {
      return first >> 5;
    }
    int low = at + 1 < encoded.length ? encoded[at + 1] & 0xff : 0;
    return (first << 4 & 0x700) | low;
  }

  /** The index of the following step. */
  int nextStep(int at) {
    return (encoded[at] & 0x80) == 0 ? at + 1 : at + 2;
  }
}
