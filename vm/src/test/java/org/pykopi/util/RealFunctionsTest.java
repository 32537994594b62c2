package org.pykopi.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import org.junit.jupiter.api.Test;

/** Identities and known values of the functions that Java lacks. */
final class RealFunctionsTest {
  private static void assertNear(double actual, double expected) {
    assertThat(Math.abs(actual - expected)).isLessThanOrEqualTo(8 * Math.ulp(expected));
  }

  @Test
  void mantissaAndExponentGiveTheNumberBack() {
    for (double x : new double[] {1, -3.5, 1e300, 1e-300, Double.MIN_VALUE, Double.MAX_VALUE}) {
      double mantissa = RealFunctions.mantissa(x);
      assertThat(Math.abs(mantissa)).isBetween(0.5, Math.nextDown(1.0));
      assertThat(RealFunctions.scale(mantissa, RealFunctions.exponent(x))).isEqualTo(x);
    }
  }

  @Test
  void scaleRoundsOnceAndSaturates() {
    assertThat(RealFunctions.scale(1.5, -1074)).isEqualTo(2 * Double.MIN_VALUE);
    assertThat(RealFunctions.scale(1, -3000)).isZero();
    assertThat(RealFunctions.scale(1, 3000)).isInfinite();
    assertThat(RealFunctions.scale(0x1p-1074, 2000)).isEqualTo(0x1p926);
  }

  @Test
  void logarithmsOfPowersAreExact() {
    for (int n = -22; n <= 22; n++) {
      assertThat(RealFunctions.log10(Double.parseDouble("1e" + n))).isEqualTo(n);
      assertThat(RealFunctions.log2(RealFunctions.scale(1, n))).isEqualTo(n);
    }
  }

  @Test
  void gammaFollowsItsRecurrence() {
    for (double x = 0.25; x < 60; x += 0.75) {
      assertNear(RealFunctions.gamma(x + 1) / RealFunctions.gamma(x) / x, 1);
    }
    assertThat(RealFunctions.gamma(11)).isEqualTo(3628800);
    assertNear(RealFunctions.gamma(0.5), Math.sqrt(Math.PI));
    assertNear(RealFunctions.gamma(-0.5), -2 * Math.sqrt(Math.PI));
    assertThat(RealFunctions.gamma(172)).isInfinite();
    assertThat(RealFunctions.gamma(-3)).isNaN();
  }

  @Test
  void logGammaIsExactNearItsZeros() {
    assertThat(RealFunctions.logGamma(1)).isZero();
    assertThat(RealFunctions.logGamma(2)).isZero();
    double z = 0x1p-27;
    assertNear(RealFunctions.logGamma(2 + z), z * (0.42278433509846714 + 0.3224670334241132 * z));
    assertNear(RealFunctions.logGamma(100), 359.1342053695754);
  }

  @Test
  void errorFunctionsComplementEachOther() {
    for (double x = -3; x < 3; x += 0.125) {
      assertThat(RealFunctions.erf(x) + RealFunctions.erfc(x)).isBetween(1 - 1e-15, 1 + 1e-15);
    }
    assertNear(RealFunctions.erf(0.5), 0.5204998778130465);
    assertNear(RealFunctions.erfc(5), 1.5374597944280349e-12);
    assertThat(RealFunctions.erfc(30)).isZero();
  }

  @Test
  void factorialIsAProduct() {
    BigInteger product = BigInteger.ONE;
    for (int n = 1; n < 60; n++) {
      product = product.multiply(BigInteger.valueOf(n));
      assertThat(RealFunctions.factorial(n)).isEqualTo(product);
    }
  }

  @Test
  void halfFloatsKeepTheirValue() {
    for (int bits = 0; bits < 0x7c00; bits++) {
      assertThat(HalfFloat.encode(HalfFloat.decode(bits))).isEqualTo(bits);
      assertThat(HalfFloat.encode(-HalfFloat.decode(bits))).isEqualTo(bits | 0x8000);
    }
    assertThat(HalfFloat.encode(1e9)).isEqualTo(0x7c00);
    assertThat(HalfFloat.decode(HalfFloat.encode(Double.NaN))).isNaN();
  }
}
