package org.pykopi.serial.hash;

import java.util.Arrays;

/**
 * What MD5 and SHA-256 have in common: the message goes through in blocks of 64 bytes, the last one
 * ends with a bit 1, zeros, and the length in bits; the hash is the words of the state.
 */
abstract class BlockHash {
  private static final int BLOCK = 64;
  private static final int LENGTH = 8;

  final int[] state;

  /** The sixteen words of a block, and whatever more the hash makes of them. */
  final int[] words;

  /** Whether the lowest byte of a word comes first. */
  private final boolean isLittleEndian;

  private final byte[] block = new byte[BLOCK];
  private int filled;
  private long total;

  BlockHash(int[] start, int wordCount, boolean isLittleEndian) {
    state = start.clone();
    words = new int[wordCount];
    this.isLittleEndian = isLittleEndian;
  }

  /** Changes the state by the words of one block. */
  abstract void mix();

  public final void update(byte[] data, int offset, int length) {
    total += length;
    int at = offset;
    int left = length;
    while (left > 0) {
      int count = Math.min(left, BLOCK - filled);
      System.arraycopy(data, at, block, filled, count);
      filled += count;
      at += count;
      left -= count;
      if (filled == BLOCK) {
        mixBlock();
      }
    }
  }

  /** Ends the message; the object is of no use afterwards. */
  public final byte[] digest() {
    block[filled++] = (byte) 0x80;
    if (filled > BLOCK - LENGTH) {
      Arrays.fill(block, filled, BLOCK, (byte) 0);
      mixBlock();
    }
    Arrays.fill(block, filled, BLOCK - LENGTH, (byte) 0);
    for (int i = 0; i < LENGTH; i++) {
      int place = isLittleEndian ? BLOCK - LENGTH + i : BLOCK - 1 - i;
      block[place] = (byte) (total * 8 >>> 8 * i);
    }
    mixBlock();
    byte[] out = new byte[4 * state.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) (state[i >> 2] >>> shift(i));
    }
    return out;
  }

  private void mixBlock() {
    Arrays.fill(words, 0, BLOCK / 4, 0);
    for (int i = 0; i < BLOCK; i++) {
      words[i >> 2] |= (block[i] & 255) << shift(i);
    }
    mix();
    filled = 0;
  }

  private int shift(int place) {
    return 8 * (isLittleEndian ? place & 3 : 3 - (place & 3));
  }
}
