package org.pykopi.util;

/** MD5 of RFC 1321. */
public final class Md5 extends BlockHash {
  /** {@code floor(2**32 * |sin(i + 1)|)}. */
  private static final int[] T = makeTable();

  private static final int[] SHIFTS = {7, 12, 17, 22, 5, 9, 14, 20, 4, 11, 16, 23, 6, 10, 15, 21};

  public Md5() {
    super(new int[] {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476}, false);
  }

  private static int[] makeTable() {
    int[] table = new int[64];
    for (int i = 0; i < 64; i++) {
      table[i] = (int) (long) (Math.abs(StrictMath.sin(i + 1)) * 0x1p32);
    }
    return table;
  }

  @Override
  void compress(int[] words) {
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    for (int i = 0; i < 64; i++) {
      int mixed;
      int word;
      switch (i / 16) {
        case 0:
          mixed = b & c | ~b & d;
          word = i;
          break;
        case 1:
          mixed = b & d | c & ~d;
          word = 5 * i + 1;
          break;
        case 2:
          mixed = b ^ c ^ d;
          word = 3 * i + 5;
          break;
        default:
          mixed = c ^ (b | ~d);
          word = 7 * i;
          break;
      }
      int sum = a + mixed + T[i] + words[word % 16];
      int shift = SHIFTS[i / 16 * 4 + i % 4];
      a = d;
      d = c;
      c = b;
      b += sum << shift | sum >>> (32 - shift);
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
  }
}
