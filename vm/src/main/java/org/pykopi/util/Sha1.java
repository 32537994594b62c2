package org.pykopi.util;

/** SHA-1 of FIPS 180-4. */
public final class Sha1 extends BlockHash {
  public Sha1() {
    super(new int[] {0x67452301, 0xefcdab89, 0x98badcfe, 0x10325476, 0xc3d2e1f0}, true);
  }

  @Override
  void compress(int[] words) {
    int[] w = new int[80];
    System.arraycopy(words, 0, w, 0, 16);
    for (int i = 16; i < 80; i++) {
      w[i] = rotate(w[i - 3] ^ w[i - 8] ^ w[i - 14] ^ w[i - 16], 1);
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    for (int i = 0; i < 80; i++) {
      int mixed;
      if (i < 20) {
        mixed = (b & c | ~b & d) + 0x5a827999;
      } else if (i < 40) {
        mixed = (b ^ c ^ d) + 0x6ed9eba1;
      } else if (i < 60) {
        mixed = (b & c | b & d | c & d) + 0x8f1bbcdc;
      } else {
        mixed = (b ^ c ^ d) + 0xca62c1d6;
      }
      int next = rotate(a, 5) + mixed + e + w[i];
      e = d;
      d = c;
      c = rotate(b, 30);
      b = a;
      a = next;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
  }

  private static int rotate(int x, int count) {
    return x << count | x >>> (32 - count);
  }
}
