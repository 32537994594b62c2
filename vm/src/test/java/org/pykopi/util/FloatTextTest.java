package org.pykopi.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FloatTextTest {
  private static final int SAMPLES = 5_000;

  private final Random random = new Random(42);

  @ParameterizedTest
  @CsvSource({
    "0.0, 0.0",
    "-0.0, -0.0",
    "1.0, 1.0",
    "100.0, 100.0",
    "0.1, 0.1",
    "0.30000000000000004, 0.30000000000000004",
    "1e15, 1000000000000000.0",
    "9999999999999998.0, 9999999999999998.0",
    "1e16, 1e+16",
    "1.5e16, 1.5e+16",
    "1e22, 1e+22",
    "1e23, 1e+23",
    "0.0001, 0.0001",
    "0.00001, 1e-05",
    "5e-324, 5e-324",
    "2.2250738585072014e-308, 2.2250738585072014e-308",
    "2.225073858507201e-308, 2.225073858507201e-308",
    "1.7976931348623157e308, 1.7976931348623157e+308",
    "2.0e-3, 0.002",
    "8.41e21, 8.41e+21",
    "9007199254740993.0, 9007199254740992.0",
    "-1234.5, -1234.5",
    "-2147483648.0, -2147483648.0",
    "Infinity, inf",
    "-Infinity, -inf",
    "NaN, nan",
  })
  void repr(double value, String text) {
    assertThat(FloatText.repr(value)).isEqualTo(text);
  }

  /** Any text one digit shorter stands for another number. */
  @Test
  void reprIsShortestAndReadsBack() {
    for (int i = 0; i < SAMPLES; i++) {
      double value = randomDouble();
      String text = FloatText.repr(value);
      assertThat(Double.parseDouble(text)).isEqualTo(value);
      int digits = new BigDecimal(text).stripTrailingZeros().precision();
      if (digits > 1) {
        BigDecimal exact = new BigDecimal(value);
        for (RoundingMode mode : new RoundingMode[] {RoundingMode.DOWN, RoundingMode.UP}) {
          BigDecimal shorter = exact.round(new MathContext(digits - 1, mode));
          assertThat(shorter.doubleValue()).as(text).isNotEqualTo(value);
        }
      }
    }
  }

  @Test
  void reprOfPowersOfTwo() {
    for (int exponent = -1074; exponent < 1024; exponent++) {
      double value = Math.scalb(1.0, exponent);
      assertThat(Double.parseDouble(FloatText.repr(value))).isEqualTo(value);
    }
  }

  /** A positive finite number: any bits, or something that people write. */
  private double randomDouble() {
    double value;
    switch (random.nextInt(3)) {
      case 0:
        return random.nextInt(1_000_000) / Math.pow(10, random.nextInt(8)) + 1;
      case 1:
        return random.nextDouble() * Math.pow(10, random.nextInt(20) - 8) + Double.MIN_VALUE;
      default:
        do {
          value = Double.longBitsToDouble(random.nextLong() & Long.MAX_VALUE);
        } while (Double.isNaN(value) || Double.isInfinite(value));
        return value;
    }
  }

  @ParameterizedTest
  @CsvSource({
    "f, 0, 0.5, 0",
    "f, 0, 1.5, 2",
    "f, 0, 2.5, 2",
    "f, 1, 0.25, 0.2",
    "f, 1, 0.35, 0.3",
    "f, 2, 2.675, 2.67",
    "f, 2, 1.005, 1.00",
    "f, 0, 0.9, 1",
    "f, 0, 9.5, 10",
    "f, 3, 0.0004, 0.000",
    "f, 3, 0.0005, 0.001",
    "f, 20, 0.1, 0.10000000000000000555",
    "f, 6, 1e22, 10000000000000000000000.000000",
    "f, 0, 1e23, 99999999999999991611392",
    "e, 6, 0, 0.000000e+00",
    "e, 0, 12345, 1e+04",
    "e, 0, 1e23, 1e+23",
    "e, 20, 1e23, 9.99999999999999916114e+22",
    "e, 2, 9.999, 1.00e+01",
    "E, 3, 1.5e-300, 1.500E-300",
    "g, 6, 100000, 100000",
    "g, 6, 1000000, 1e+06",
    "g, 6, 0.0001, 0.0001",
    "g, 6, 0.00001, 1e-05",
    "g, 3, 1234.5, 1.23e+03",
    "g, 1, 0.5, 0.5",
    "g, 17, 0.1, 0.10000000000000001",
    "G, 6, 1e-10, 1E-10",
    "F, 6, Infinity, INF",
    "f, 6, NaN, nan",
  })
  void format(char type, int precision, double value, String text) {
    assertThat(formatted(value, type, precision, false)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({
    "f, 0, 1, 1.",
    "e, 0, 1, 1.e+00",
    "g, 6, 1.5, 1.50000",
    "g, 3, 1e10, 1.00e+10",
  })
  void alternateFormatKeepsThePoint(char type, int precision, double value, String text) {
    assertThat(formatted(value, type, precision, true)).isEqualTo(text);
  }

  @ParameterizedTest
  @CsvSource({"100, 3, 1e+02", "1, 3, 1.0", "12.5, 3, 12.5", "0.25, 1, 0.2", "1e10, 2, 1e+10"})
  void formatOfNoType(double value, int precision, String text) {
    assertThat(formatted(value, (char) 0, precision, false)).isEqualTo(text);
  }

  @Test
  void fixedFormatIsExact() {
    for (int i = 0; i < SAMPLES; i++) {
      // Longer numbers turn to the general format.
      double value = randomDouble() % 1e15;
      int places = random.nextInt(12);
      String expected =
          new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
      assertThat(formatted(value, 'f', places, false)).isEqualTo(expected);
    }
  }

  @Test
  void fixedFormatOfTiesIsEven() {
    for (int i = 0; i < SAMPLES; i++) {
      double value = random.nextInt(1 << 20) / (double) (1 << random.nextInt(12));
      int places = random.nextInt(6);
      String expected =
          new BigDecimal(value).setScale(places, RoundingMode.HALF_EVEN).toPlainString();
      assertThat(formatted(value, 'f', places, false)).isEqualTo(expected);
    }
  }

  @Test
  void scientificFormatIsExact() {
    for (int i = 0; i < SAMPLES; i++) {
      double value = randomDouble();
      int places = random.nextInt(22);
      BigDecimal rounded =
          new BigDecimal(value).round(new MathContext(places + 1, RoundingMode.HALF_EVEN));
      String text = formatted(value, 'e', places, false);
      assertThat(new BigDecimal(text)).isEqualByComparingTo(rounded);
      assertThat(text.indexOf('e')).isEqualTo(places == 0 ? 1 : places + 2);
    }
  }

  private static String formatted(double value, char type, int precision, boolean isAlternate) {
    StringBuilder out = new StringBuilder();
    FloatText.format(out, value, type, precision, isAlternate);
    return out.toString();
  }
}
