package org.pykopi.util;

/**
 * Unpacks DEFLATE data (RFC 1951), asking for one input byte at a time and never for more than it
 * needs: a caller may go on reading its source right behind the packed data.
 *
 * <p>A subclass provides the bytes. Data that is no DEFLATE data ends in {@link #BAD_DATA}, and so
 * does a copy from farther back than the window reaches. Whatever was unpacked since the start is
 * in a ring of a fixed size, the window; places not written yet are zeros.
 */
public abstract class Inflater {
  /** Result of {@link #inflate}: the input is no valid data. */
  public static final int BAD_DATA = -1;

  private static final int STORED = 0;
  private static final int FIXED = 1;
  private static final int DYNAMIC = 2;

  /** No block is open: the next one starts with its header. */
  private static final int BETWEEN = -1;

  private static final int LENGTHS = 29;
  private static final int DISTANCES = 30;

  /** Codes of code lengths: copy the one before, or so many zeros. */
  private static final int REPEAT = 16;

  private static final int FEW_ZEROS = 17;
  private static final int MANY_ZEROS = 18;

  /** The order in which a dynamic block sends the lengths of the codes for code lengths. */
  private static final byte[] LENGTH_ORDER = {
    16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15
  };

  /** The window lies in {@code window[windowBase .. windowBase + windowSize)}. */
  private final byte[] window;

  private final int windowBase;
  private final int windowSize;
  private int windowAt;

  private int bits;
  private int bitCount;

  private int blockType = BETWEEN;
  private boolean isLastBlock;
  private boolean isDone;

  /** Bytes that still come from a stored block or from the copy that is under way. */
  private int rest;

  private int copyFrom;
  private HuffmanCode literals;
  private HuffmanCode distances;

  /** {@code size} is a power of two, the window's size; it lies at {@code base} of the array. */
  protected Inflater(byte[] window, int base, int size) {
    this.window = window;
    windowBase = base;
    windowSize = size;
  }

  /** The next byte of packed data. */
  protected abstract int nextByte();

  /** Whether all data is unpacked. */
  public final boolean isDone() {
    return isDone;
  }

  /**
   * Unpacks up to {@code length} bytes: their number, less only at the end; or {@link #BAD_DATA}.
   */
  public final int inflate(byte[] target, int offset, int length) {
    int at = offset;
    int end = offset + length;
    while (at < end && !isDone) {
      if (blockType == BETWEEN && !startBlock()) {
        return BAD_DATA;
      }
      int count = blockType == STORED ? copyStored(target, at, end) : unpack(target, at, end);
      if (count < 0) {
        return BAD_DATA;
      }
      at += count;
    }
    return at - offset;
  }

  // ---- blocks ----

  /**
   * Header of a block: 1 bit for the last one, 2 bits of type, then the codes of a dynamic block.
   */
  private boolean startBlock() {
    isLastBlock = bits(1) == 1;
    blockType = bits(2);
    rest = 0;
    switch (blockType) {
      case STORED:
        return startStored();
      case FIXED:
        literals = HuffmanCode.FIXED_LITERALS;
        distances = HuffmanCode.FIXED_DISTANCES;
        return true;
      case DYNAMIC:
        return readCodes();
      default:
        return false;
    }
  }

  private void endBlock() {
    blockType = BETWEEN;
    isDone = isLastBlock;
  }

  /**
   * A stored block: from the next whole byte on, its length (16 bits), the same inverted, the
   * bytes.
   */
  private boolean startStored() {
    bitCount = 0;
    int length = nextByte() | nextByte() << 8;
    int inverted = nextByte() | nextByte() << 8;
    rest = length;
    return length == (~inverted & 0xffff);
  }

  private int copyStored(byte[] target, int at, int end) {
    int count = Math.min(rest, end - at);
    for (int i = 0; i < count; i++) {
      put(target, at + i, (byte) nextByte());
    }
    rest -= count;
    if (rest == 0) {
      endBlock();
    }
    return count;
  }

  /**
   * The codes of a dynamic block: number of literal codes (5 bits), of distance codes (5), of code
   * lengths (4), the lengths of the codes for lengths (3 each), then all code lengths in that code.
   */
  private boolean readCodes() {
    int literalCount = 257 + bits(5);
    int distanceCount = 1 + bits(5);
    int lengthCount = 4 + bits(4);
    byte[] lengths = new byte[LENGTH_ORDER.length];
    for (int i = 0; i < lengthCount; i++) {
      lengths[LENGTH_ORDER[i]] = (byte) bits(3);
    }
    byte[] all =
        readLengths(new HuffmanCode(lengths, 0, lengths.length), literalCount + distanceCount);
    if (all == null) {
      return false;
    }
    literals = new HuffmanCode(all, 0, literalCount);
    distances = new HuffmanCode(all, literalCount, distanceCount);
    return true;
  }

  /** Null when the data is bad. */
  private byte[] readLengths(HuffmanCode code, int count) {
    byte[] lengths = new byte[count];
    int at = 0;
    while (at < count) {
      int symbol = symbol(code);
      if (symbol < 0 || (symbol == REPEAT && at == 0)) {
        return null;
      }
      if (symbol < REPEAT) {
        lengths[at++] = (byte) symbol;
        continue;
      }
      byte value = symbol == REPEAT ? lengths[at - 1] : 0;
      int times = symbol == MANY_ZEROS ? 11 + bits(7) : 3 + bits(symbol == FEW_ZEROS ? 3 : 2);
      if (times > count - at) {
        return null;
      }
      while (times-- > 0) {
        lengths[at++] = value;
      }
    }
    return lengths;
  }

  // ---- packed bytes ----

  /**
   * Unpacks until the target is full or the block ends: the number of bytes, or {@link #BAD_DATA}.
   */
  private int unpack(byte[] target, int from, int end) {
    int at = from;
    while (at < end) {
      if (rest > 0) {
        put(target, at++, window[windowBase + copyFrom]);
        copyFrom = (copyFrom + 1) & (windowSize - 1);
        rest--;
        continue;
      }
      int symbol = symbol(literals);
      if (symbol == HuffmanCode.END_OF_BLOCK) {
        endBlock();
        return at - from;
      }
      if (symbol < 0 || (symbol > HuffmanCode.END_OF_BLOCK && !startCopy(symbol - 257))) {
        return BAD_DATA;
      }
      if (symbol < HuffmanCode.END_OF_BLOCK) {
        put(target, at++, (byte) symbol);
      }
    }
    return at - from;
  }

  private boolean startCopy(int lengthCode) {
    if (lengthCode >= LENGTHS) {
      return false;
    }
    rest = HuffmanCode.lengthBase(lengthCode) + bits(HuffmanCode.lengthBits(lengthCode));
    int code = symbol(distances);
    if (code < 0 || code >= DISTANCES) {
      return false;
    }
    int distance = HuffmanCode.distanceBase(code) + bits(HuffmanCode.distanceBits(code));
    copyFrom = (windowAt - distance) & (windowSize - 1);
    return distance <= windowSize;
  }

  private void put(byte[] target, int at, byte value) {
    target[at] = value;
    window[windowBase + windowAt] = value;
    windowAt = (windowAt + 1) & (windowSize - 1);
  }

  // ---- bits ----

  /** The next {@code count} bits, the first one lowest. */
  private int bits(int count) {
    while (bitCount < count) {
      bits |= nextByte() << bitCount;
      bitCount += 8;
    }
    int value = bits & ((1 << count) - 1);
    bits >>>= count;
    bitCount -= count;
    return value;
  }

  private int symbol(HuffmanCode code) {
    int value = 0;
    int symbol = HuffmanCode.UNKNOWN;
    for (int length = 1; length <= HuffmanCode.LONGEST && symbol < 0; length++) {
      if (bitCount == 0) {
        bits = nextByte();
        bitCount = 8;
      }
      value = value << 1 | (bits & 1);
      bits >>>= 1;
      bitCount--;
      symbol = code.find(value, length);
    }
    return symbol;
  }
}
