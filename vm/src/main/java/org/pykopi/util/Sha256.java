package org.pykopi.util;

import java.math.BigInteger;

/** SHA-256 of FIPS 180-4. */
public final class Sha256 extends BlockHash {
  /** The first 32 bits of the fractions of the cube roots of the first 64 primes. */
  private static final int[] K = fractions(64, 3);

  public Sha256() {
    super(fractions(8, 2), true);
  }

  @Override
  void compress(int[] words) {
    int[] w = new int[64];
    System.arraycopy(words, 0, w, 0, 16);
    for (int i = 16; i < 64; i++) {
      int s0 = rotate(w[i - 15], 7) ^ rotate(w[i - 15], 18) ^ w[i - 15] >>> 3;
      int s1 = rotate(w[i - 2], 17) ^ rotate(w[i - 2], 19) ^ w[i - 2] >>> 10;
      w[i] = w[i - 16] + s0 + w[i - 7] + s1;
    }
    int a = state[0];
    int b = state[1];
    int c = state[2];
    int d = state[3];
    int e = state[4];
    int f = state[5];
    int g = state[6];
    int h = state[7];
    for (int i = 0; i < 64; i++) {
      int s1 = rotate(e, 6) ^ rotate(e, 11) ^ rotate(e, 25);
      int t1 = h + s1 + (e & f ^ ~e & g) + K[i] + w[i];
      int s0 = rotate(a, 2) ^ rotate(a, 13) ^ rotate(a, 22);
      int t2 = s0 + (a & b ^ a & c ^ b & c);
      h = g;
      g = f;
      f = e;
      e = d + t1;
      d = c;
      c = b;
      b = a;
      a = t1 + t2;
    }
    state[0] += a;
    state[1] += b;
    state[2] += c;
    state[3] += d;
    state[4] += e;
    state[5] += f;
    state[6] += g;
    state[7] += h;
  }

  private static int rotate(int x, int count) {
    return x >>> count | x << (32 - count);
  }

  /** 32 bits of the fraction of the square (2) or cube (3) root of each of the first primes. */
  private static int[] fractions(int count, int degree) {
    int[] result = new int[count];
    int prime = 2;
    for (int i = 0; i < count; i++) {
      result[i] = fraction(prime, degree);
      do {
        prime++;
      } while (!isPrime(prime));
    }
    return result;
  }

  /**
   * The root times 2**32, by trying bit after bit in whole numbers; its low half is the fraction.
   */
  private static int fraction(int prime, int degree) {
    BigInteger target = BigInteger.valueOf(prime).shiftLeft(32 * degree);
    long root = 0;
    for (long bit = 1L << 36; bit != 0; bit >>= 1) {
      BigInteger attempt = BigInteger.valueOf(root | bit);
      if (attempt.pow(degree).compareTo(target) <= 0) {
        root |= bit;
      }
    }
    return (int) root;
  }

  private static boolean isPrime(int n) {
    for (int i = 2; i * i <= n; i++) {
      if (n % i == 0) {
        return false;
      }
    }
    return true;
  }
}
