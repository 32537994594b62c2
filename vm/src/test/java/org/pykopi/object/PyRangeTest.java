package org.pykopi.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pykopi.object.PlainContext.slice;

import org.junit.jupiter.api.Test;

class PyRangeTest {
  private final PlainContext ctx = new PlainContext();

  private String items(PyRange range) {
    return ctx.repr(PyList.of(Sequences.toArray(ctx, range)));
  }

  @Test
  void values() {
    assertThat(items(new PyRange(0, 5, 2))).isEqualTo("[0, 2, 4]");
    assertThat(items(new PyRange(5, 0, -2))).isEqualTo("[5, 3, 1]");
    assertThat(items(new PyRange(5, 0, 1))).isEqualTo("[]");
    assertThat(items(new PyRange(0, 5, 100))).isEqualTo("[0]");
  }

  @Test
  void beyondTheJavaInts() {
    long big = 1L << 31;
    assertThat(items(new PyRange(big - 2, big + 1, 1)))
        .isEqualTo("[2147483646, 2147483647, 2147483648]");
    assertThat(items(new PyRange(-big + 1, -big - 2, -2))).isEqualTo("[-2147483647, -2147483649]");
    PyRange all = new PyRange(0, 1L << 40, 1);
    assertThat(ctx.repr(all.getItem(ctx, PyInt.of((1L << 40) - 1)))).isEqualTo("1099511627775");
    assertThat(ctx.errorOf(() -> all.length(ctx)))
        .isEqualTo("OverflowError('overflow converting long int to machine word',)");
  }

  @Test
  void slicesAreRanges() {
    PyRange range = new PyRange(10, 30, 3);
    assertThat(ctx.repr(range.getItem(ctx, slice(1, 4, null)))).isEqualTo("range(13, 22, 3)");
    assertThat(items((PyRange) range.getItem(ctx, slice(null, null, -1))))
        .isEqualTo("[28, 25, 22, 19, 16, 13, 10]");
  }

  @Test
  void membershipAndEquality() {
    PyRange range = new PyRange(10, 30, 3);
    assertThat(Operators.contains(ctx, range, PyInt.of(13))).isTrue();
    assertThat(Operators.contains(ctx, range, PyInt.of(14))).isFalse();
    assertThat(Operators.contains(ctx, range, PyInt.of(31))).isFalse();
    assertThat(Operators.contains(ctx, range, new PyFloat(13.0))).isTrue();
    assertThat(Operators.equal(ctx, new PyRange(0, 0, 1), new PyRange(5, 2, 1))).isTrue();
    assertThat(Operators.equal(ctx, new PyRange(0, 3, 2), new PyRange(0, 4, 2))).isTrue();
    assertThat(Operators.equal(ctx, new PyRange(0, 5, 2), new PyRange(0, 4, 2))).isFalse();
  }
}
