package org.pykopi.serial.hash;

/** MD5 (RFC 1321). The boot loaders answer with it; against accidents, not against attackers. */
public final class Md5 extends BlockHash {
  private static final int[] SHIFTS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

  /** floor(2^32 * |sin(i + 1)|). */
  private static final int[] SINES = new int[64];

  static {
    for (int i = 0; i < SINES.length; i++) {
      SINES[i] = (int) (long) Math.floor(Math.abs(Math.sin(i + 1.0)) * 4294967296.0);
    }
  }

  private static final int[] START = {0x67452301, 0xEFCDAB89, 0x98BADCFE, 0x10325476};

  public Md5() {
    super(START, 16, true);
  }

  /** The 16 bytes for a part of an array. */
  public static byte[] of(byte[] data, int offset, int length) {
    Md5 hash = new Md5();
    hash.update(data, offset, length);
    return hash.digest();
  }

  @Override
  void mix() {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int i = 0; i < 64; i++) {
      int round = i >> 4;
      int mixed;
      int word;
      if (round == 0) {
        mixed = b & c | ~b & d;
        word = i;
      } else if (round == 1) {
        mixed = d & b | ~d & c;
        word = 5 * i + 1;
      } else if (round == 2) {
        mixed = b ^ c ^ d;
        word = 3 * i + 5;
      } else {
        mixed = c ^ (b | ~d);
        word = 7 * i;
      }
      int next = a + mixed + SINES[i] + words[word & 15];
      a = d;
      d = c;
      c = b;
      b += Integer.rotateLeft(next, SHIFTS[round * 4 + (i & 3)]);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }
}
