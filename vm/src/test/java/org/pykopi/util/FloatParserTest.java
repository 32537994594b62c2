package org.pykopi.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class FloatParserTest {
  private static final int SAMPLES = 5_000;

  private final Random random = new Random(7);

  @ParameterizedTest
  @ValueSource(
      strings = {
        "0",
        "0.0",
        "1",
        "1.",
        ".5",
        "1e5",
        "1E+5",
        "1e-5",
        "0.1",
        "123456789012345678",
        "9007199254740993",
        "9007199254740992.99999999999999999",
        "1e22",
        "1e23",
        "8.98846567431158e307",
        "1.7976931348623157e308",
        "1.7976931348623158e308",
        "1.7976931348623159e308",
        "1e309",
        "1e400",
        "1e999999999999",
        "4.9e-324",
        "2.4703282292062327e-324",
        "2.4703282292062328e-324",
        "1e-324",
        "1e-400",
        "1e-999999999999",
        "2.2250738585072011e-308",
        "2.2250738585072012e-308",
        "0.000000000000000000000000000000000000000000000000000000000000000001e66",
        "00000000000000000000000000000000000000001e-5",
        "7.2057594037927933e16",
      })
  void parse(String text) {
    assertThat(FloatParser.parse(text)).isEqualTo(Double.parseDouble(text));
  }

  @Test
  void parsesAnyDigits() {
    for (int i = 0; i < SAMPLES; i++) {
      String text = digits(1 + random.nextInt(30)) + '.' + digits(random.nextInt(30));
      text += "e" + (random.nextInt(660) - 340);
      assertThat(FloatParser.parse(text)).as(text).isEqualTo(Double.parseDouble(text));
    }
  }

  private String digits(int count) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < count; i++) {
      out.append((char) ('0' + random.nextInt(10)));
    }
    return out.toString();
  }

  /** Exactly between two numbers the even one wins; the slightest bit more decides. */
  @Test
  void decidesTies() {
    for (int i = 0; i < 1000; i++) {
      double low = Double.longBitsToDouble(random.nextLong() & 0x7fdf_ffff_ffff_ffffL);
      double high = Math.nextUp(low);
      BigDecimal middle =
          new BigDecimal(low).add(new BigDecimal(high)).divide(BigDecimal.valueOf(2));
      boolean isLowEven = (Double.doubleToLongBits(low) & 1) == 0;
      String text = middle.toPlainString();
      assertThat(FloatParser.parse(text)).isEqualTo(isLowEven ? low : high);
      String more = text + (text.indexOf('.') < 0 ? "." : "") + "0000000001";
      assertThat(FloatParser.parse(more)).isEqualTo(high);
    }
  }

  @ParameterizedTest
  @CsvSource({"1.5, 3", "1e5x, 3", "1e, 1", "1e+, 1", "., 0", "e5, 0", "x, 0", "1.2.3, 3"})
  void scanFindsTheEnd(String text, int end) {
    assertThat(FloatParser.scan(text, 0)).isEqualTo(end);
  }

  @Test
  void dividesBigIntegers() {
    for (int i = 0; i < 2000; i++) {
      BigInteger a = new BigInteger(1 + random.nextInt(400), random).add(BigInteger.ONE);
      BigInteger b = new BigInteger(1 + random.nextInt(400), random).add(BigInteger.ONE);
      String quotient =
          new BigDecimal(a).divide(new BigDecimal(b), new java.math.MathContext(900)).toString();
      assertThat(FloatParser.divide(a, b)).isEqualTo(Double.parseDouble(quotient));
    }
  }
}
