package org.pykopi.serial.hash;

import java.math.BigInteger;

/** SHA-256 (FIPS 180-4), as firmware images and file transfers use it. */
public final class Sha256 extends BlockHash {
  /** Fractions of the cube roots of the first 64 primes. */
  private static final int[] ROUNDS = new int[64];

  /** Fractions of the square roots of the first 8 primes. */
  private static final int[] START = new int[8];

  static {
    int found = 0;
    for (int number = 2; found < 64; number++) {
      if (isPrime(number)) {
        ROUNDS[found] = rootFraction(number, 3);
        if (found < 8) {
          START[found] = rootFraction(number, 2);
        }
        found++;
      }
    }
  }

  public Sha256() {
    super(START, 64, false);
  }

  /** The 32 bytes for a part of an array. */
  public static byte[] of(byte[] data, int offset, int length) {
    Sha256 hash = new Sha256();
    hash.update(data, offset, length);
    return hash.digest();
  }

  @Override
  void mix() {
    for (int i = 16; i < 64; i++) {
      int x = words[i - 15];
      int y = words[i - 2];
      int low = Integer.rotateRight(x, 7) ^ Integer.rotateRight(x, 18) ^ x >>> 3;
      int high = Integer.rotateRight(y, 17) ^ Integer.rotateRight(y, 19) ^ y >>> 10;
      words[i] = words[i - 16] + low + words[i - 7] + high;
    }
    int[] v = state.clone();
    for (int i = 0; i < 64; i++) {
      int e = v[4];
      int a = v[0];
      int one = Integer.rotateRight(e, 6) ^ Integer.rotateRight(e, 11) ^ Integer.rotateRight(e, 25);
      int choice = e & v[5] ^ ~e & v[6];
      int first = v[7] + one + choice + ROUNDS[i] + words[i];
      int two = Integer.rotateRight(a, 2) ^ Integer.rotateRight(a, 13) ^ Integer.rotateRight(a, 22);
      int most = a & v[1] ^ a & v[2] ^ v[1] & v[2];
      System.arraycopy(v, 0, v, 1, 7);
      v[4] += first;
      v[0] = first + two + most;
    }
    for (int i = 0; i < 8; i++) {
      state[i] += v[i];
    }
  }

  private static boolean isPrime(int number) {
    for (int divisor = 2; divisor * divisor <= number; divisor++) {
      if (number % divisor == 0) {
        return false;
      }
    }
    return true;
  }

  /** The first 32 bits behind the point of a root, found bit by bit without rounding. */
  private static int rootFraction(int number, int degree) {
    BigInteger target = BigInteger.valueOf(number).shiftLeft(32 * degree);
    BigInteger root = BigInteger.ZERO;
    for (int bit = 36; bit >= 0; bit--) {
      BigInteger trial = root.setBit(bit);
      if (trial.pow(degree).compareTo(target) <= 0) {
        root = trial;
      }
    }
    return root.intValue();
  }
}
