package org.pykopi.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The second column is what stands in the files of pycopy-cross 3.6.1 for such a literal. */
class PycopyFloatTextTest {
  @ParameterizedTest
  @CsvSource({
    "0.1, 0.1",
    "-0.0, -0",
    "1e15, 1000000000000000",
    "1e16, 1e+16",
    "9999999999999998.0, 1e+16",
    "123456789012345680.0, 1.234567890123457e+17",
    "8.5417, 8.541700000000001",
    "65504.0, 65504.00000000001",
    "1e23, 1e+23",
    "2.1234e100, 2.123400000000001e+100",
    "1e210, 1e+210",
    "1.7976931348623157e308, 1.797693134862316e+308",
    "0.0001, 0.0001",
    "9.9999e-5, 9.9999e-05",
    "0.9999999999999, 1",
    "6.1e-5, 6.1e-05",
    "1e-300, 1e-300",
    "3e-310, 2.999999999999991e-310",
    "5e-324, 4.940656458412466e-324",
  })
  void isPycopys(double value, String text) {
    assertThat(PycopyFloatText.of(value)).isEqualTo(text);
  }
}
