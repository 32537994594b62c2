package org.pykopi.util;

import java.math.BigInteger;

/**
 * Functions of real numbers that Java or the browser lack or compute inexactly. Everything rests on
 * exp, log, sqrt, pow and the trigonometric functions alone, so that all engines print the same
 * digits. Results are within a few units in the last place; powers of two and ten have exact
 * logarithms.
 */
public final class RealFunctions {
  private RealFunctions() {}

  private static final double TWO_53 = 9007199254740992.0;
  private static final double LN2 = 0.6931471805599453;
  private static final double LOG2_E = 1.4426950408889634;
  private static final double LOG10_E = 0.4342944819032518;
  private static final double LOG10_2 = 0.3010299956639812;
  private static final double TWO_OVER_ROOT_PI = 1.1283791670955126;
  private static final double ROOT_PI = 1.7724538509055161;
  private static final double HALF_LOG_TWO_PI = 0.9189385332046728;
  private static final double ROOT_TWO_PI = 2.5066282746310002;

  /** Stirling's series: B(2k) / (2k (2k-1)) for k = 1, 2, ... */
  private static final double[] STIRLING = {
    1.0 / 12, -1.0 / 360, 1.0 / 1260, -1.0 / 1680, 1.0 / 1188, -691.0 / 360360, 1.0 / 156
  };

  private static final double ONE_MINUS_EULER = 0.42278433509846714;
  private static final double[] ZETA_MINUS_ONE = zetaMinusOne(34);

  // ---- parts of a number ----

  /** The exponent e of x = m * 2**e with 0.5 <= |m| < 1; 0 for zero, infinities and NaN. */
  public static int exponent(double x) {
    if (x == 0 || x != x || Double.isInfinite(x)) {
      return 0;
    }
    int bits = (int) (Double.doubleToLongBits(x) >>> 52) & 0x7ff;
    if (bits == 0) {
      return exponent(x * 0x1p54) - 54;
    }
    return bits - 1022;
  }

  /** The m of x = m * 2**e; see {@link #exponent}. */
  public static double mantissa(double x) {
    return x == 0 || x != x || Double.isInfinite(x) ? x : scale(x, -exponent(x));
  }

  /** {@code x * 2**power} with one rounding. */
  public static double scale(double x, int power) {
    double result = x;
    int rest = Math.max(-4400, Math.min(4400, power));
    while (rest > 1023) {
      result *= 0x1p1023;
      rest -= 1023;
    }
    // Steps of 2**-969 keep 53 bits above the smallest normal number, so only the last step rounds.
    while (rest < -1022) {
      result *= 0x1p-969;
      rest += 969;
    }
    return result * Double.longBitsToDouble((long) (rest + 1023) << 52);
  }

  public static double truncate(double x) {
    return x < 0 ? Math.ceil(x) : Math.floor(x);
  }

  public static double copySign(double x, double sign) {
    boolean isNegative = Double.doubleToLongBits(sign) < 0;
    boolean wasNegative = Double.doubleToLongBits(x) < 0;
    return isNegative == wasNegative ? x : negate(x);
  }

  /** {@code -x}. TeaVM's WebAssembly computes that as {@code 0 - x} and loses the sign of zero. */
  public static double negate(double x) {
    return x * -1.0;
  }

  /** The nearest whole number, of two the even one. TeaVM's {@code Math.rint} takes the larger. */
  public static double roundEven(double x) {
    double floor = Math.floor(x);
    double rest = x - floor;
    if (rest == 0 || rest != rest) {
      return x;
    }
    boolean isUp = rest > 0.5 || rest == 0.5 && floor * 0.5 != Math.floor(floor * 0.5);
    return copySign(isUp ? floor + 1 : floor, x);
  }

  /**
   * {@code x % y}, exact and with the sign of x. TeaVM's WebAssembly rounds the quotient, so that
   * large numbers leave a wrong remainder.
   */
  public static double remainder(double x, double y) {
    double size = Math.abs(x);
    double unit = Math.abs(y);
    if (size - size != 0 || unit == 0 || unit != unit) {
      return Double.NaN;
    }
    if (size < unit) {
      return x;
    }
    if (size < TWO_53 && unit == Math.floor(unit) && size == Math.floor(size)) {
      return copySign((double) ((long) size % (long) unit), x);
    }
    int shift = exponent(size) - exponent(unit);
    // Each turn takes away the divisor times a power of two, which is exact.
    for (; shift >= 0; shift--) {
      double step = scale(unit, shift);
      if (size >= step) {
        size -= step;
      }
    }
    return copySign(size, x);
  }

  // ---- powers and logarithms ----

  /** Power with the special cases of C: 1 to anything and -1 to infinity are 1. */
  public static double pow(double x, double y) {
    if (x == 1 || y == 0 || (x == -1 && Double.isInfinite(y))) {
      return 1;
    }
    return Math.pow(x, y);
  }

  public static double log2(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return StrictMath.log(x);
    }
    int e = exponent(x);
    double m = mantissa(x);
    if (m < 0.7071067811865476) {
      m *= 2;
      e--;
    }
    return StrictMath.log(m) * LOG2_E + e;
  }

  public static double log10(double x) {
    if (!(x > 0) || Double.isInfinite(x)) {
      return StrictMath.log(x);
    }
    int e = exponent(x);
    double m = mantissa(x);
    if (m < 0.7071067811865476) {
      m *= 2;
      e--;
    }
    double result = e * LOG10_2 + StrictMath.log(m) * LOG10_E;
    double nearest = roundEven(result);
    double size = Math.abs(nearest);
    if (size <= 22) {
      double power = 1;
      for (int i = 0; i < size; i++) {
        power *= 10;
      }
      if (x == (nearest < 0 ? 1 / power : power)) {
        return nearest;
      }
    }
    return result;
  }

  /** {@code exp(x) - 1} without loss for small x. */
  public static double expm1(double x) {
    if (Math.abs(x) < 1e-17 || x != x) {
      return x;
    }
    if (Math.abs(x) > 0.7) {
      return StrictMath.exp(x) - 1;
    }
    double u = StrictMath.exp(x);
    return u == 1 ? x : (u - 1) * x / StrictMath.log(u);
  }

  /** {@code log(1 + x)} without loss for small x. */
  public static double log1p(double x) {
    if (Math.abs(x) < 1e-17 || Double.isInfinite(x)) {
      return x == Double.NEGATIVE_INFINITY ? Double.NaN : x;
    }
    double u = 1 + x;
    return u == 1 ? x : StrictMath.log(u) * x / (u - 1);
  }

  // ---- hyperbolic functions ----

  public static double sinh(double x) {
    double size = Math.abs(x);
    if (size < 1e-9 || x != x) {
      return x;
    }
    double result;
    if (size < 20) {
      double t = expm1(size);
      result = 0.5 * (t + t / (t + 1));
    } else {
      double half = StrictMath.exp(0.5 * size);
      result = size < 700 ? 0.5 * StrictMath.exp(size) : 0.5 * half * half;
    }
    return x < 0 ? -result : result;
  }

  public static double cosh(double x) {
    double size = Math.abs(x);
    if (size < 700) {
      double e = StrictMath.exp(size);
      return 0.5 * e + 0.5 / e;
    }
    double half = StrictMath.exp(0.5 * size);
    return 0.5 * half * half;
  }

  public static double tanh(double x) {
    double size = Math.abs(x);
    if (size < 1e-9 || x != x) {
      return x;
    }
    double result = 1;
    if (size < 20) {
      double t = expm1(2 * size);
      result = t / (t + 2);
    }
    return x < 0 ? -result : result;
  }

  public static double asinh(double x) {
    double size = Math.abs(x);
    if (size < 1e-9 || x != x || Double.isInfinite(x)) {
      return x;
    }
    double result;
    if (size > 1e9) {
      result = StrictMath.log(size) + LN2;
    } else {
      double square = size * size;
      result = log1p(size + square / (1 + Math.sqrt(square + 1)));
    }
    return x < 0 ? -result : result;
  }

  public static double acosh(double x) {
    if (!(x >= 1)) {
      return Double.NaN;
    }
    if (x > 1e9) {
      return StrictMath.log(x) + LN2;
    }
    double t = x - 1;
    return log1p(t + Math.sqrt(2 * t + t * t));
  }

  public static double atanh(double x) {
    double size = Math.abs(x);
    if (size < 1e-9 || x != x) {
      return x;
    }
    double result = 0.5 * log1p(2 * size / (1 - size));
    if (size == 1) {
      result = Double.POSITIVE_INFINITY;
    }
    return x < 0 ? -result : result;
  }

  // ---- error function ----

  public static double erf(double x) {
    if (x != x) {
      return x;
    }
    double size = Math.abs(x);
    double result = size < 1.5 ? erfSeries(size) : 1 - erfcFraction(size);
    return x < 0 ? -result : result;
  }

  public static double erfc(double x) {
    if (x != x) {
      return x;
    }
    if (x < 0.6) {
      return x < 0 ? 1 + erf(-x) : 1 - erf(x);
    }
    return erfcFraction(x);
  }

  /** 2/sqrt(pi) exp(-x*x) (x + 2 x**3/3 + 4 x**5/15 + ...): all terms have the same sign. */
  private static double erfSeries(double x) {
    double twice = 2 * x * x;
    double sum = 1;
    for (int n = 2 * (int) (16 + 8 * twice) + 1; n > 1; n -= 2) {
      sum = 1 + twice / n * sum;
    }
    return TWO_OVER_ROOT_PI * expOfMinusSquare(x) * x * sum;
  }

  /** exp(-x*x)/sqrt(pi) / (x + (1/2)/(x + (2/2)/(x + (3/2)/(x + ...)))), from the inside out. */
  private static double erfcFraction(double x) {
    if (x > 28) {
      return 0;
    }
    double fraction = x;
    for (int n = (int) (40 + 260 / (x * x)); n > 0; n--) {
      fraction = x + 0.5 * n / fraction;
    }
    return expOfMinusSquare(x) / (ROOT_PI * fraction);
  }

  /** The square of the rounded part is exact, so its rounding does not grow in exp. */
  private static double expOfMinusSquare(double x) {
    double high = roundEven(x * 1024) / 1024;
    return StrictMath.exp(-high * high) * StrictMath.exp((high - x) * (high + x));
  }

  // ---- gamma function ----

  /** The gamma function; infinite at 0 and beyond the range, NaN at negative integers. */
  public static double gamma(double x) {
    if (x != x || x == Double.POSITIVE_INFINITY) {
      return x;
    }
    if (x == 0) {
      return 1 / x;
    }
    if (x == roundEven(x)) {
      if (x < 0) {
        return Double.NaN;
      }
      return x > 171 ? Double.POSITIVE_INFINITY : factorial((int) x - 1).doubleValue();
    }
    if (x < 0.5) {
      return x < -190 ? copySign(0, sinPi(x)) : Math.PI / (sinPi(x) * gamma(1 - x));
    }
    if (x < 24) {
      double product = 1;
      double rest = x;
      while (rest > 2.5) {
        rest -= 1;
        product *= rest;
      }
      return product * StrictMath.exp(logGammaNearTwo(rest));
    }
    double half = Math.pow(x, 0.5 * x - 0.25);
    return half * StrictMath.exp(-x) * half * (ROOT_TWO_PI * StrictMath.exp(stirling(x)));
  }

  /** The logarithm of |gamma(x)|; infinite at 0 and the negative integers. */
  public static double logGamma(double x) {
    if (x != x) {
      return x;
    }
    if (Double.isInfinite(x)) {
      return Double.POSITIVE_INFINITY;
    }
    if (x == 1 || x == 2) {
      return 0;
    }
    if (x <= 0 && x == roundEven(x)) {
      return Double.POSITIVE_INFINITY;
    }
    if (x < 0.5) {
      return StrictMath.log(Math.PI / Math.abs(sinPi(x))) - logGamma(1 - x);
    }
    if (x < 2.5) {
      return logGammaNearTwo(x);
    }
    if (x < 24) {
      return StrictMath.log(gamma(x));
    }
    return (x - 0.5) * (StrictMath.log(x) - 1) - 0.5 + HALF_LOG_TWO_PI + stirling(x);
  }

  /**
   * The logarithm of gamma for 0.5 <= x <= 2.5 by its Taylor series around 2; exact near its zeros
   * 1 and 2.
   */
  private static double logGammaNearTwo(double x) {
    double z = x < 1.5 ? x - 1 : x - 2;
    double sum = 0;
    for (int k = ZETA_MINUS_ONE.length - 1; k >= 2; k--) {
      sum = (k % 2 == 0 ? ZETA_MINUS_ONE[k] : -ZETA_MINUS_ONE[k]) / k + sum * z;
    }
    double result = z * (ONE_MINUS_EULER + z * sum);
    return x < 1.5 ? result - log1p(z) : result;
  }

  /**
   * Riemann's zeta(k) - 1 for k from 2: 62 terms, then the Euler-Maclaurin formula for the rest.
   */
  private static double[] zetaMinusOne(int count) {
    double[] result = new double[count];
    int n = 64;
    double square = n * n;
    for (int k = 2; k < count; k++) {
      double third = (k + 3) * (k + 4) / (42 * square);
      double second = (k + 1) * (k + 2) / (60 * square) * (1 - third);
      double first = k / (12.0 * n) * (1 - second);
      double sum = Math.pow(n, -k) * ((double) n / (k - 1) + 0.5 + first);
      for (int i = n - 1; i > 1; i--) {
        sum += Math.pow(i, -k);
      }
      result[k] = sum;
    }
    return result;
  }

  private static double stirling(double x) {
    double square = 1 / (x * x);
    double sum = 0;
    for (int i = STIRLING.length - 1; i >= 0; i--) {
      sum = sum * square + STIRLING[i];
    }
    return sum / x;
  }

  /** sin(pi * x), exact in its sign and zeros. */
  private static double sinPi(double x) {
    double whole = roundEven(x);
    double result = StrictMath.sin(Math.PI * (x - whole));
    return whole % 2 == 0 ? result : -result;
  }

  // ---- factorial ----

  public static BigInteger factorial(int n) {
    return n < 2 ? BigInteger.ONE : product(2, n);
  }

  private static BigInteger product(int from, int to) {
    if (to - from < 8) {
      BigInteger result = BigInteger.valueOf(from);
      for (int i = from + 1; i <= to; i++) {
        result = result.multiply(BigInteger.valueOf(i));
      }
      return result;
    }
    int middle = (from + to) >>> 1;
    return product(from, middle).multiply(product(middle + 1, to));
  }
}
