package org.pykopi.util;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;

class IntTextTest {
  private final Random random = new Random(3);

  @Test
  void everyBaseBothWays() {
    for (int base = 2; base <= 36; base++) {
      for (int bits : new int[] {1, 8, 31, 32, 63, 64, 65, 1200, 1201, 5000, 20_000}) {
        BigInteger value = new BigInteger(bits, random);
        String text = text(value, base);
        assertThat(text).isEqualTo(value.toString(base));
        assertThat(IntText.parse(text, base)).isEqualTo(value);
        assertThat(IntText.parse(text.toUpperCase(), base)).isEqualTo(value);
      }
    }
  }

  @Test
  void intsInBaseTen() {
    for (int value :
        new int[] {0, 9, 10, -1, -10, 1_000_000, Integer.MAX_VALUE, Integer.MIN_VALUE}) {
      StringBuilder out = new StringBuilder("x");
      IntText.append(out, value);
      assertThat(out.toString()).isEqualTo("x" + value);
    }
  }

  @Test
  void zerosInTheMiddleStay() {
    for (int zeros : new int[] {17, 18, 19, 500, 1000, 5000}) {
      String text = "1" + "0".repeat(zeros) + "7" + "0".repeat(zeros);
      assertThat(text(new BigInteger(text), 10)).isEqualTo(text);
      assertThat(IntText.parse(text, 10)).isEqualTo(new BigInteger(text));
    }
  }

  @Test
  void zeroAndNegatives() {
    assertThat(text(BigInteger.ZERO, 10)).isEqualTo("0");
    assertThat(text(BigInteger.ZERO, 2)).isEqualTo("0");
    assertThat(text(BigInteger.valueOf(-255), 16)).isEqualTo("-ff");
    assertThat(text(BigInteger.TEN.pow(1000).negate(), 10)).isEqualTo("-1" + "0".repeat(1000));
    assertThat(IntText.parse("000", 10)).isEqualTo(BigInteger.ZERO);
    assertThat(IntText.parse("0000000000000000000000001", 8)).isEqualTo(BigInteger.ONE);
  }

  @Test
  void digitValues() {
    assertThat(IntText.digitValue('0')).isZero();
    assertThat(IntText.digitValue('9')).isEqualTo(9);
    assertThat(IntText.digitValue('a')).isEqualTo(10);
    assertThat(IntText.digitValue('Z')).isEqualTo(35);
    assertThat(IntText.digitValue('_')).isEqualTo(-1);
    assertThat(IntText.digitValue(0xe9)).isEqualTo(-1);
  }

  private static String text(BigInteger value, int base) {
    StringBuilder out = new StringBuilder();
    IntText.append(out, value, base);
    return out.toString();
  }
}
