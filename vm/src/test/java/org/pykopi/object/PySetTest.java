package org.pykopi.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pykopi.object.PlainContext.ints;

import org.junit.jupiter.api.Test;

class PySetTest {
  private final PlainContext ctx = new PlainContext();
  private final PySet left = set(1, 2, 3, 4);
  private final PySet right = set(3, 4, 5);

  private PySet set(int... values) {
    PySet result = new PySet();
    result.addAll(ctx, ints(values));
    return result;
  }

  private PyObject frozen(int... values) {
    return PyFrozenSet.TYPE.call1(ctx, ints(values));
  }

  @Test
  void operators() {
    assertThat(text(Op.OR)).isEqualTo("{1, 2, 3, 4, 5}");
    assertThat(text(Op.AND)).isEqualTo("{3, 4}");
    assertThat(text(Op.SUBTRACT)).isEqualTo("{1, 2}");
    assertThat(text(Op.XOR)).isEqualTo("{1, 2, 5}");
    assertThat(ctx.repr(left)).isEqualTo("{1, 2, 3, 4}");
  }

  private String text(int op) {
    return ctx.repr(Operators.binary(ctx, op, left, right));
  }

  @Test
  void inplaceOperatorsChangeSetsOnly() {
    assertThat(Operators.binary(ctx, Op.INPLACE_AND, left, right)).isSameAs(left);
    assertThat(ctx.repr(left)).isEqualTo("{3, 4}");
    PyObject before = frozen(1, 2);
    PyObject after = Operators.binary(ctx, Op.INPLACE_OR, before, right);
    assertThat(ctx.repr(after)).isEqualTo("frozenset({1, 2, 3, 4, 5})");
    assertThat(ctx.repr(before)).isEqualTo("frozenset({1, 2})");
  }

  @Test
  void aSetWithItself() {
    assertThat(Operators.binary(ctx, Op.INPLACE_XOR, left, left)).isSameAs(left);
    assertThat(ctx.repr(left)).isEqualTo("set()");
    Operators.binary(ctx, Op.INPLACE_SUBTRACT, right, right);
    assertThat(ctx.repr(right)).isEqualTo("set()");
  }

  @Test
  void comparisons() {
    assertThat(Operators.compare(ctx, Op.LESS, set(1, 2), set(2, 1))).isFalse();
    assertThat(Operators.compare(ctx, Op.LESS_EQUAL, set(1, 2), set(2, 1))).isTrue();
    assertThat(Operators.compare(ctx, Op.MORE, set(1, 2, 3), set(2, 1))).isTrue();
    assertThat(Operators.equal(ctx, set(1, 2), frozen(2, 1))).isTrue();
    assertThat(frozen(1, 2).hash(ctx)).isEqualTo(frozen(2, 1).hash(ctx));
  }

  @Test
  void errors() {
    assertThat(ctx.errorOf(() -> ctx.call(set(), "pop")))
        .isEqualTo("KeyError('pop from an empty set',)");
    assertThat(ctx.errorOf(() -> ctx.call(left, "remove", PyInt.of(9)))).isEqualTo("KeyError(9,)");
    assertThat(ctx.errorOf(() -> left.hash(ctx)))
        .isEqualTo("TypeError(\"unsupported type for __hash__: 'set'\",)");
    assertThat(ctx.errorOf(() -> ctx.call(frozen(1), "add", PyInt.of(9))))
        .isEqualTo("AttributeError(\"'frozenset' object has no attribute 'add'\",)");
  }
}
