package org.pykopi.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigInteger;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** PyInt, PyLong and their arithmetic, against BigInteger. */
class IntTest {
  private static final long[] EDGES = {
    0,
    1,
    -1,
    2,
    3,
    -3,
    7,
    10,
    -10,
    1023,
    1024,
    -128,
    -129,
    46340,
    46341,
    65536,
    Integer.MAX_VALUE,
    Integer.MIN_VALUE,
    Integer.MAX_VALUE + 1L,
    Integer.MIN_VALUE - 1L,
    1L << 53,
    (1L << 53) + 1,
    3037000500L,
    Long.MAX_VALUE,
    Long.MIN_VALUE,
    Long.MIN_VALUE + 1
  };

  private final PlainContext ctx = new PlainContext();
  private final Random random = new Random(11);

  private static PyObject of(BigInteger value) {
    return PyLong.of(value);
  }

  private PyObject parse(String text) {
    return NumberText.parseInt(ctx, text, 10);
  }

  private BigInteger value(PyObject number) {
    return Args.toBigInteger(ctx, number);
  }

  @Test
  void arithmeticAtTheEdgesOfEachLevel() {
    for (long a : EDGES) {
      for (long b : EDGES) {
        check(BigInteger.valueOf(a), BigInteger.valueOf(b));
      }
    }
  }

  @Test
  void arithmeticOfAnySize() {
    for (int i = 0; i < 2000; i++) {
      check(any(), any());
    }
  }

  private BigInteger any() {
    BigInteger value = new BigInteger(random.nextInt(200), random);
    return random.nextBoolean() ? value.negate() : value;
  }

  private void check(BigInteger a, BigInteger b) {
    is(Op.ADD, a, b, a.add(b));
    is(Op.SUBTRACT, a, b, a.subtract(b));
    is(Op.MULTIPLY, a, b, a.multiply(b));
    is(Op.AND, a, b, a.and(b));
    is(Op.OR, a, b, a.or(b));
    is(Op.XOR, a, b, a.xor(b));
    is(Op.REVERSE_OR + Op.SUBTRACT - Op.OR, a, b, b.subtract(a));
    assertThat(of(a).binary(ctx, Op.LESS, of(b)).isTrue(ctx)).isEqualTo(a.compareTo(b) < 0);
    assertThat(of(a).binary(ctx, Op.MORE_EQUAL, of(b)).isTrue(ctx)).isEqualTo(a.compareTo(b) >= 0);
    assertThat(of(a).binary(ctx, Op.EQUAL, of(b)).isTrue(ctx)).isEqualTo(a.equals(b));
    if (b.signum() != 0) {
      BigInteger[] parts = a.divideAndRemainder(b);
      boolean isBelow = parts[1].signum() * b.signum() < 0;
      is(Op.FLOOR_DIVIDE, a, b, isBelow ? parts[0].subtract(BigInteger.ONE) : parts[0]);
      is(Op.MODULO, a, b, isBelow ? parts[1].add(b) : parts[1]);
    }
    int shift = b.abs().intValue() & 127;
    is(Op.LSHIFT, a, BigInteger.valueOf(shift), a.shiftLeft(shift));
    is(Op.RSHIFT, a, BigInteger.valueOf(shift), a.shiftRight(shift));
    is(Op.POWER, a, BigInteger.valueOf(shift & 15), a.pow(shift & 15));
    assertThat(value(of(a).unary(ctx, Op.NEGATIVE))).isEqualTo(a.negate());
    assertThat(value(of(a).unary(ctx, Op.INVERT))).isEqualTo(a.not());
    assertThat(value(of(a).unary(ctx, Op.ABS))).isEqualTo(a.abs());
    assertThat(ctx.repr(of(a))).isEqualTo(a.toString());
  }

  private void is(int op, BigInteger a, BigInteger b, BigInteger expected) {
    PyObject result = of(a).binary(ctx, op, of(b));
    assertThat(value(result)).as(a + " " + op + " " + b).isEqualTo(expected);
    boolean fitsInt = expected.bitLength() < 32;
    assertThat(result instanceof PyInt).isEqualTo(fitsInt);
  }

  @ParameterizedTest
  @CsvSource({
    "7, 2, 3.5",
    "1, 3, 0.3333333333333333",
    "9007199254740993, 3, 3002399751580331.0",
    "-1, 4, -0.25",
    "0, -5, 0.0",
    "100000000000000000000000000000000000000000, 10000000000000000000, 1e+22",
  })
  void trueDivisionIsRoundedOnce(String a, String b, String quotient) {
    // The reference prints -0.0 for 0 / -5 only with floats.
    PyObject result = parse(a).binary(ctx, Op.TRUE_DIVIDE, parse(b));
    assertThat(ctx.repr(result).replace("-0.0", "0.0")).isEqualTo(quotient.replace("-0.0", "0.0"));
  }

  @Test
  void errors() {
    PyInt one = PyInt.of(1);
    PyInt zero = PyInt.of(0);
    for (int op : new int[] {Op.FLOOR_DIVIDE, Op.MODULO, Op.TRUE_DIVIDE, Op.DIVMOD}) {
      assertThat(ctx.errorOf(() -> one.binary(ctx, op, zero)))
          .isEqualTo("ZeroDivisionError('divide by zero',)");
    }
    assertThat(ctx.errorOf(() -> one.binary(ctx, Op.LSHIFT, PyInt.of(-1))))
        .isEqualTo("ValueError('negative shift count',)");
    assertThat(ctx.errorOf(() -> zero.binary(ctx, Op.POWER, PyInt.of(-1))))
        .isEqualTo("ZeroDivisionError('divide by zero',)");
  }

  @Test
  void hugeResultsAreRefused() {
    PyInt ten = PyInt.of(10);
    assertThat(ctx.errorOf(() -> ten.binary(ctx, Op.LSHIFT, PyInt.of(1_000_000_000))))
        .startsWith("MemoryError");
    assertThat(ctx.errorOf(() -> ten.binary(ctx, Op.POWER, PyInt.of(1_000_000_000))))
        .startsWith("MemoryError");
    assertThat(ctx.errorOf(() -> ten.binary(ctx, Op.LSHIFT, parse("1" + "0".repeat(30)))))
        .startsWith("OverflowError");
    assertThat(ctx.repr(PyInt.of(0).binary(ctx, Op.LSHIFT, PyInt.of(1_000_000_000))))
        .isEqualTo("0");
    assertThat(ctx.repr(PyInt.of(-1).binary(ctx, Op.POWER, parse("1" + "0".repeat(30)))))
        .isEqualTo("1");
  }

  @Test
  void hashesOfEqualNumbersAreEqual() {
    for (long edge : EDGES) {
      double asDouble = edge;
      if ((long) asDouble == edge && Math.abs(asDouble) < 9e18) {
        assertThat(PyInt.of(edge).hash(ctx)).isEqualTo(new PyFloat(asDouble).hash(ctx));
      }
    }
    BigInteger big = BigInteger.ONE.shiftLeft(100);
    assertThat(PyLong.of(big).hash(ctx)).isEqualTo(new PyFloat(Math.scalb(1, 100)).hash(ctx));
    assertThat(PyBool.TRUE.hash(ctx)).isEqualTo(new PyFloat(1).hash(ctx));
  }

  @ParameterizedTest
  @CsvSource({
    "12, 10, 12",
    "' 12 ', 10, 12",
    "-12, 10, -12",
    "+1_000, 10, 1000",
    "ff, 16, 255",
    "0xFF, 16, 255",
    "0xff, 0, 255",
    "0b101, 0, 5",
    "0o17, 0, 15",
    "zz, 36, 1295",
    "010, 10, 10",
    "000, 0, 0",
    "2147483648, 10, 2147483648",
    "-2147483648, 10, -2147483648",
    "99999999999999999999, 10, 99999999999999999999",
  })
  void parsesText(String text, int base, String value) {
    assertThat(ctx.repr(NumberText.parseInt(ctx, text, base))).isEqualTo(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "x", "-", "1x", "1 2", "1.5", "0x10"})
  void refusesText(String text) {
    String shown = text.startsWith("-") ? text.substring(1) : text;
    assertThat(ctx.errorOf(() -> parse(text)))
        .isEqualTo("ValueError(\"invalid syntax for integer with base 10: '" + shown + "'\",)");
  }

  @Test
  void bytesBothWays() {
    PyObject value = parse("-129");
    PyObject bytes = toBytes(value, 2, "little", true);
    assertThat(ctx.repr(bytes)).isEqualTo("b'\\x7f\\xff'");
    PyObject back = ctx.call(NumberTypes.INT, "from_bytes", bytes, PyStr.of("little"), PyBool.TRUE);
    assertThat(ctx.repr(back)).isEqualTo("-129");
    assertThat(ctx.errorOf(() -> toBytes(parse("256"), 1, "big", false)))
        .isEqualTo("OverflowError('value would overflow a 1 byte buffer',)");
  }

  /** Calls {@code to_bytes} with its keyword argument. */
  private PyObject toBytes(PyObject self, int length, String order, boolean isSigned) {
    PyObject function = NumberTypes.INT.lookup(PyStr.intern("to_bytes"));
    PyObject[] args = {
      self, PyInt.of(length), PyStr.of(order), PyStr.intern("signed"), PyBool.of(isSigned)
    };
    return function.call(ctx, args, 0, 3, 1);
  }
}
