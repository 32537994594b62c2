package org.pykopi.util;

/** Numbers of 16 bits as IEEE 754 has them: sign, 5 bits of exponent, 10 bits of fraction. */
public final class HalfFloat {
  private HalfFloat() {}

  private static final int INFINITY = 0x7c00;
  private static final double SMALLEST = 0x1p-24;

  /** The nearest half float, ties to even; beyond the range infinity. */
  public static int encode(double value) {
    int sign = Double.doubleToLongBits(value) < 0 ? 0x8000 : 0;
    if (value != value) {
      return sign | INFINITY | 0x200;
    }
    double size = Math.abs(value);
    if (size >= 65520) {
      return sign | INFINITY;
    }
    int exponent = size == 0 ? -14 : Math.max(RealFunctions.exponent(size) - 1, -14);
    double unit = SMALLEST * RealFunctions.scale(1, exponent + 14);
    int steps = (int) RealFunctions.roundEven(size / unit);
    // Normal numbers have 1024 to 2048 steps; a carry moves on to the next exponent by itself.
    return sign | (steps + ((exponent + 14) << 10));
  }

  public static double decode(int bits) {
    int exponent = (bits >> 10) & 0x1f;
    int fraction = bits & 0x3ff;
    double size;
    if (exponent == 0x1f) {
      size = fraction == 0 ? Double.POSITIVE_INFINITY : Double.NaN;
    } else if (exponent == 0) {
      size = fraction * SMALLEST;
    } else {
      size = (fraction + 0x400) * RealFunctions.scale(SMALLEST, exponent - 1);
    }
    return (bits & 0x8000) != 0 ? RealFunctions.negate(size) : size;
  }
}
