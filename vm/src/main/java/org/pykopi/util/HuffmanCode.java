package org.pykopi.util;

/**
 * A canonical Huffman code as DEFLATE uses it: codes of one length are consecutive numbers in the
 * order of their symbols, and longer codes follow shorter ones. So the number of codes of each
 * length and the sorted symbols say all.
 */
final class HuffmanCode {
  static final int LONGEST = 15;

  /** Result of {@link #find}: no code of this length has that value. */
  static final int UNKNOWN = -1;

  static final int END_OF_BLOCK = 256;

  static final HuffmanCode FIXED_LITERALS = fixedLiterals();
  static final HuffmanCode FIXED_DISTANCES = fixedDistances();

  /** By length: the first code, and where its symbol lies. */
  private final int[] first = new int[LONGEST + 2];

  private final int[] start = new int[LONGEST + 2];
  private final short[] symbols;

  /** The code of {@code count} symbols with these lengths; 0 for a symbol that does not occur. */
  HuffmanCode(byte[] lengths, int offset, int count) {
    symbols = new short[count];
    int[] counts = new int[LONGEST + 1];
    for (int i = 0; i < count; i++) {
      counts[lengths[offset + i]]++;
    }
    int code = 0;
    int at = 0;
    for (int length = 1; length <= LONGEST; length++) {
      code <<= 1;
      first[length] = code;
      start[length] = at;
      code += counts[length];
      at += counts[length];
    }
    start[LONGEST + 1] = at;
    int[] next = new int[LONGEST + 1];
    System.arraycopy(start, 0, next, 0, next.length);
    for (int i = 0; i < count; i++) {
      int length = lengths[offset + i];
      if (length > 0) {
        symbols[next[length]++] = (short) i;
      }
    }
  }

  /** The symbol of a code of that length, or {@link #UNKNOWN}. */
  int find(int code, int length) {
    int index = code - first[length];
    int at = start[length] + index;
    return index >= 0 && at < start[length + 1] ? symbols[at] : UNKNOWN;
  }

  private static HuffmanCode fixedLiterals() {
    byte[] lengths = new byte[288];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = (byte) (i < 144 ? 8 : i < 256 ? 9 : i < 280 ? 7 : 8);
    }
    return new HuffmanCode(lengths, 0, lengths.length);
  }

  private static HuffmanCode fixedDistances() {
    byte[] lengths = new byte[32];
    for (int i = 0; i < lengths.length; i++) {
      lengths[i] = 5;
    }
    return new HuffmanCode(lengths, 0, lengths.length);
  }

  // ---- lengths and distances: a code says the range, extra bits the place in it ----

  private static final int LAST_LENGTH_CODE = 28;
  private static final int LONGEST_COPY = 258;

  static int lengthBits(int code) {
    return code < 8 || code == LAST_LENGTH_CODE ? 0 : (code >> 2) - 1;
  }

  /** The shortest length that a code stands for: four codes for each number of extra bits. */
  static int lengthBase(int code) {
    if (code == LAST_LENGTH_CODE) {
      return LONGEST_COPY;
    }
    return 3 + (code < 8 ? code : (4 + (code & 3)) << lengthBits(code));
  }

  static int distanceBits(int code) {
    return code < 4 ? 0 : (code >> 1) - 1;
  }

  /** The shortest distance that a code stands for: two codes for each number of extra bits. */
  static int distanceBase(int code) {
    return 1 + (code < 4 ? code : (2 + (code & 1)) << distanceBits(code));
  }
}
