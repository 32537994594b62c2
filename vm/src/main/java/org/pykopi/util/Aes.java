package org.pykopi.util;

/**
 * The AES block cipher (FIPS 197) with keys of 16 or 32 bytes. A block is four words, one for each
 * column, high byte first. Each round mixes bytes through tables that join substitution and column
 * mixing; all tables are computed at start.
 */
public final class Aes {
  public static final int BLOCK = 16;

  private static final int POLYNOMIAL = 0x11b;

  private static final int[] SUBSTITUTE = new int[256];
  private static final int[] INVERSE_SUBSTITUTE = new int[256];

  /** A substituted byte times 2 1 1 3, as it counts in the first row; other rows rotate it. */
  private static final int[] MIX = new int[256];

  /** A byte substituted back, times 14 9 13 11. */
  private static final int[] INVERSE_MIX = new int[256];

  static {
    makeTables();
  }

  private final int rounds;

  /** Round keys, four words for each of {@code rounds + 1}. */
  private final int[] keys;

  /**
   * The same for decrypting, made when first needed: inner rounds have their columns mixed back.
   */
  private int[] inverseKeys;

  /** {@code key} has 16 or 32 bytes. */
  public Aes(byte[] key) {
    int words = key.length / 4;
    rounds = words + 6;
    keys = new int[4 * (rounds + 1)];
    int factor = 1;
    for (int i = 0; i < keys.length; i++) {
      if (i < words) {
        keys[i] = word(key, 4 * i);
        continue;
      }
      int previous = keys[i - 1];
      if (i % words == 0) {
        previous = substitute(Integer.rotateLeft(previous, 8)) ^ factor << 24;
        factor = twice(factor);
      } else if (words > 6 && i % words == 4) {
        previous = substitute(previous);
      }
      keys[i] = keys[i - words] ^ previous;
    }
  }

  // ---- arithmetic of bytes as polynomials ----

  private static int twice(int a) {
    return a < 0x80 ? a << 1 : a << 1 ^ POLYNOMIAL;
  }

  private static int times(int a, int b) {
    int product = 0;
    int power = a;
    for (int rest = b; rest != 0; rest >>= 1) {
      product ^= (rest & 1) != 0 ? power : 0;
      power = twice(power);
    }
    return product;
  }

  /** The substitution is the multiplicative inverse, then a sum of its rotations. */
  private static void makeTables() {
    for (int a = 0; a < 256; a++) {
      int inverse = 0;
      for (int b = 1; b < 256 && inverse == 0; b++) {
        inverse = times(a, b) == 1 ? b : 0;
      }
      int doubled = inverse | inverse << 8;
      int s = 0x63 ^ inverse ^ doubled >> 4 ^ doubled >> 5 ^ doubled >> 6 ^ doubled >> 7;
      s &= 0xff;
      SUBSTITUTE[a] = s;
      INVERSE_SUBSTITUTE[s] = a;
      MIX[a] = twice(s) << 24 | s << 16 | s << 8 | times(s, 3);
    }
    for (int a = 0; a < 256; a++) {
      int s = INVERSE_SUBSTITUTE[a];
      INVERSE_MIX[a] = times(s, 14) << 24 | times(s, 9) << 16 | times(s, 13) << 8 | times(s, 11);
    }
  }

  private static int substitute(int word) {
    return join(SUBSTITUTE, word, word, word, word);
  }

  /** Byte by byte from four words, each looked up. */
  private static int join(int[] table, int a, int b, int c, int d) {
    return table[a >>> 24] << 24
        | table[b >> 16 & 0xff] << 16
        | table[c >> 8 & 0xff] << 8
        | table[d & 0xff];
  }

  private static int mix(int[] table, int a, int b, int c, int d) {
    return table[a >>> 24]
        ^ Integer.rotateRight(table[b >> 16 & 0xff], 8)
        ^ Integer.rotateRight(table[c >> 8 & 0xff], 16)
        ^ Integer.rotateRight(table[d & 0xff], 24);
  }

  // ---- blocks ----

  private static int word(byte[] data, int at) {
    return data[at] << 24
        | (data[at + 1] & 0xff) << 16
        | (data[at + 2] & 0xff) << 8
        | (data[at + 3] & 0xff);
  }

  private static void put(byte[] data, int at, int word) {
    for (int i = 0; i < 4; i++) {
      data[at + i] = (byte) (word >> 24 - 8 * i);
    }
  }

  /** Encrypts one block; source and target may be the same. */
  public void encrypt(byte[] source, int at, byte[] target, int to) {
    int a = word(source, at) ^ keys[0];
    int b = word(source, at + 4) ^ keys[1];
    int c = word(source, at + 8) ^ keys[2];
    int d = word(source, at + 12) ^ keys[3];
    int k = 4;
    for (int round = 1; round < rounds; round++, k += 4) {
      int e = mix(MIX, a, b, c, d) ^ keys[k];
      int f = mix(MIX, b, c, d, a) ^ keys[k + 1];
      int g = mix(MIX, c, d, a, b) ^ keys[k + 2];
      d = mix(MIX, d, a, b, c) ^ keys[k + 3];
      a = e;
      b = f;
      c = g;
    }
    put(target, to, join(SUBSTITUTE, a, b, c, d) ^ keys[k]);
    put(target, to + 4, join(SUBSTITUTE, b, c, d, a) ^ keys[k + 1]);
    put(target, to + 8, join(SUBSTITUTE, c, d, a, b) ^ keys[k + 2]);
    put(target, to + 12, join(SUBSTITUTE, d, a, b, c) ^ keys[k + 3]);
  }

  /** Decrypts one block; source and target may be the same. */
  public void decrypt(byte[] source, int at, byte[] target, int to) {
    if (inverseKeys == null) {
      inverseKeys = invertKeys();
    }
    int[] key = inverseKeys;
    int a = word(source, at) ^ key[0];
    int b = word(source, at + 4) ^ key[1];
    int c = word(source, at + 8) ^ key[2];
    int d = word(source, at + 12) ^ key[3];
    int k = 4;
    for (int round = 1; round < rounds; round++, k += 4) {
      int e = mix(INVERSE_MIX, a, d, c, b) ^ key[k];
      int f = mix(INVERSE_MIX, b, a, d, c) ^ key[k + 1];
      int g = mix(INVERSE_MIX, c, b, a, d) ^ key[k + 2];
      d = mix(INVERSE_MIX, d, c, b, a) ^ key[k + 3];
      a = e;
      b = f;
      c = g;
    }
    put(target, to, join(INVERSE_SUBSTITUTE, a, d, c, b) ^ key[k]);
    put(target, to + 4, join(INVERSE_SUBSTITUTE, b, a, d, c) ^ key[k + 1]);
    put(target, to + 8, join(INVERSE_SUBSTITUTE, c, b, a, d) ^ key[k + 2]);
    put(target, to + 12, join(INVERSE_SUBSTITUTE, d, c, b, a) ^ key[k + 3]);
  }

  /** Round keys in reverse order; those of inner rounds go through the inverse column mixing. */
  private int[] invertKeys() {
    int[] inverse = new int[keys.length];
    for (int round = 0; round <= rounds; round++) {
      for (int i = 0; i < 4; i++) {
        int key = keys[4 * (rounds - round) + i];
        if (round > 0 && round < rounds) {
          int s = substitute(key);
          key = mix(INVERSE_MIX, s, s, s, s);
        }
        inverse[4 * round + i] = key;
      }
    }
    return inverse;
  }
}
