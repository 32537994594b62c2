package org.pykopi.util;

/**
 * Packs bytes as DEFLATE data (RFC 1951): one block with the fixed code. Each place is matched
 * greedily with the longest equal run in the window before it; of equally long ones the nearest
 * counts. So the output does not depend on how the search is done, and equals that of MicroPython
 * byte for byte. A match never reaches beyond the data of one call of {@link #deflate}.
 *
 * <p>The search follows chains of places with the same hash of three bytes, from near to far.
 */
public abstract class Deflater {
  private static final int SHORTEST = 3;

  /** The search stops here; a copy of this length is sent in two parts. */
  private static final int LONGEST = 259;

  private static final int LONGEST_PART = 258;
  private static final int LONGEST_SINGLE = 260;
  private static final int MOST_HASH_BITS = 15;
  private static final int NONE = -1;

  private final int windowSize;

  /** The last bytes of earlier calls, at most as many as the window has. */
  private byte[] history = {};

  private int bits;
  private int bitCount;

  /** {@code windowSize} is a power of two. */
  protected Deflater(int windowSize) {
    this.windowSize = windowSize;
  }

  /** Takes the next byte of packed data. */
  protected abstract void write(int value);

  /** Starts the only block. */
  public final void start() {
    put(3, 3);
  }

  /** Ends the block; fills the last byte up. */
  public final void finish() {
    put(0, 14);
  }

  /** Packs the next bytes. */
  public final void deflate(byte[] source, int offset, int length) {
    byte[] data = new byte[history.length + length];
    System.arraycopy(history, 0, data, 0, history.length);
    System.arraycopy(source, offset, data, history.length, length);
    Search search = new Search(data, Math.min(windowSize, data.length));
    for (int i = 0; i < history.length; i++) {
      search.add(i);
    }
    int at = history.length;
    while (at < data.length) {
      int step = search.find(at);
      if (step == 0) {
        putLiteral(data[at] & 0xff);
        step = 1;
      } else {
        putCopy(step, at - search.from);
      }
      for (int i = 0; i < step; i++) {
        search.add(at++);
      }
    }
    history = new byte[Math.min(windowSize, data.length)];
    System.arraycopy(data, data.length - history.length, history, 0, history.length);
  }

  /** The places of all runs of three bytes in the window before the current place. */
  private static final class Search {
    private final byte[] data;
    private final int window;

    /** The last place by hash. */
    private final int[] latest;

    private final int shift;

    /** The place before with the same hash, by place modulo the window's size. */
    private final int[] previous;

    /** Where the run that {@link #find} found starts. */
    int from;

    Search(byte[] data, int window) {
      this.data = data;
      this.window = window;
      previous = new int[Math.max(window, 1)];
      shift = Math.max(32 - MOST_HASH_BITS, Integer.numberOfLeadingZeros(data.length | 1));
      latest = new int[1 << (32 - shift)];
      for (int i = 0; i < latest.length; i++) {
        latest[i] = NONE;
      }
    }

    private int hash(int at) {
      int three = (data[at] & 0xff) | (data[at + 1] & 0xff) << 8 | (data[at + 2] & 0xff) << 16;
      return three * 0x9e3779b1 >>> shift;
    }

    void add(int at) {
      if (at + SHORTEST <= data.length) {
        int hash = hash(at);
        previous[at % previous.length] = latest[hash];
        latest[hash] = at;
      }
    }

    /**
     * The length of the longest run before that equals what starts here; 0 when shorter than three.
     */
    int find(int at) {
      if (at + SHORTEST > data.length) {
        return 0;
      }
      int longest = SHORTEST - 1;
      int most = Math.min(LONGEST, data.length - at);
      int place = latest[hash(at)];
      while (place != NONE && at - place <= window && longest < most) {
        int length = 0;
        while (length < most && data[place + length] == data[at + length]) {
          length++;
        }
        if (length > longest) {
          longest = length;
          from = place;
        }
        place = previous[place % previous.length];
      }
      return longest < SHORTEST ? 0 : longest;
    }
  }

  // ---- the fixed code ----

  private void putLiteral(int value) {
    if (value < 144) {
      put(reverse(0x30 + value, 8), 8);
    } else {
      put(reverse(0x190 + value - 144, 9), 9);
    }
  }

  private void putCopy(int length, int distance) {
    int rest = length;
    while (rest > 0) {
      int part = rest;
      if (rest > LONGEST_PART) {
        part = rest > LONGEST_SINGLE ? LONGEST_PART : rest - SHORTEST;
      }
      putLength(part);
      putDistance(distance);
      rest -= part;
    }
  }

  private void putLength(int length) {
    int code = 28;
    while (HuffmanCode.lengthBase(code) > length) {
      code--;
    }
    if (code < 23) {
      put(reverse(code + 1, 7), 7);
    } else {
      put(reverse(0xc0 + code - 23, 8), 8);
    }
    put(length - HuffmanCode.lengthBase(code), HuffmanCode.lengthBits(code));
  }

  private void putDistance(int distance) {
    int code = 29;
    while (HuffmanCode.distanceBase(code) > distance) {
      code--;
    }
    put(reverse(code, 5), 5);
    put(distance - HuffmanCode.distanceBase(code), HuffmanCode.distanceBits(code));
  }

  // ---- bits ----

  /** Codes are sent with their highest bit first, all else with the lowest. */
  private static int reverse(int code, int length) {
    return Integer.reverse(code) >>> (32 - length);
  }

  private void put(int value, int count) {
    bits |= value << bitCount;
    bitCount += count;
    while (bitCount >= 8) {
      write(bits & 0xff);
      bits >>>= 8;
      bitCount -= 8;
    }
  }
}
