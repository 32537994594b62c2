package org.pykopi.util;

/** A hash over blocks of 64 bytes: MD5 and the SHA family up to 256 bits share the padding. */
public abstract class BlockHash {
  private static final int BLOCK = 64;
  private static final int LENGTH_PLACE = 56;

  private final byte[] block = new byte[BLOCK];
  private final boolean isBigEndian;
  private int used;
  private long total;

  /** The words of the state; its bytes in order are the digest. */
  final int[] state;

  BlockHash(int[] state, boolean isBigEndian) {
    this.state = state;
    this.isBigEndian = isBigEndian;
  }

  /** Mixes a block of 16 words into the state. */
  abstract void compress(int[] words);

  public final void update(byte[] data, int offset, int length) {
    total += length;
    for (int i = 0; i < length; i++) {
      block[used++] = data[offset + i];
      if (used == BLOCK) {
        compressBlock();
      }
    }
  }

  private void compressBlock() {
    int[] words = new int[16];
    for (int i = 0; i < BLOCK; i++) {
      int shift = 8 * (isBigEndian ? 3 - i % 4 : i % 4);
      words[i / 4] |= (block[i] & 0xff) << shift;
    }
    compress(words);
    used = 0;
  }

  /** The hash of all data; the object cannot be used afterwards. */
  public final byte[] digest() {
    long bits = total * 8;
    byte[] one = {(byte) 0x80};
    byte[] zero = {0};
    update(one, 0, 1);
    while (used != LENGTH_PLACE) {
      update(zero, 0, 1);
    }
    for (int i = 0; i < 8; i++) {
      block[LENGTH_PLACE + i] = (byte) (bits >> 8 * (isBigEndian ? 7 - i : i));
    }
    compressBlock();
    byte[] result = new byte[state.length * 4];
    for (int i = 0; i < result.length; i++) {
      result[i] = (byte) (state[i / 4] >> 8 * (isBigEndian ? 3 - i % 4 : i % 4));
    }
    return result;
  }
}
