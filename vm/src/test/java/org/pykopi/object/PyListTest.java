package org.pykopi.object;

import static org.assertj.core.api.Assertions.assertThat;
import static org.pykopi.object.PlainContext.ints;
import static org.pykopi.object.PlainContext.slice;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PyListTest {
  private final PlainContext ctx = new PlainContext();

  @Test
  void slicesWithEveryStartStopAndStep() {
    int[] bounds = {-9, -5, -1, 0, 1, 3, 5, 9};
    int[] steps = {-7, -2, -1, 1, 2, 7};
    for (int start : bounds) {
      for (int stop : bounds) {
        for (int step : steps) {
          assertThat(ctx.repr(ints(0, 1, 2, 3, 4).getItem(ctx, slice(start, stop, step))))
              .as("[%d:%d:%d]", start, stop, step)
              .isEqualTo(selected(5, start, stop, step).toString());
        }
      }
    }
  }

  @Test
  void deletesWithEveryStartStopAndStep() {
    int[] bounds = {-9, -5, -1, 0, 1, 3, 5, 9};
    int[] steps = {-7, -2, -1, 1, 2, 7};
    for (int start : bounds) {
      for (int stop : bounds) {
        for (int step : steps) {
          List<Integer> left = new ArrayList<>(List.of(0, 1, 2, 3, 4));
          left.removeAll(selected(5, start, stop, step));
          PyList list = ints(0, 1, 2, 3, 4);
          list.deleteItem(ctx, slice(start, stop, step));
          assertThat(ctx.repr(list))
              .as("del [%d:%d:%d]", start, stop, step)
              .isEqualTo(left.toString());
        }
      }
    }
  }

  /** The indices that a slice selects, found by walking. */
  private static List<Integer> selected(int length, int start, int stop, int step) {
    int low = step > 0 ? 0 : -1;
    int high = step > 0 ? length : length - 1;
    int from = Math.max(low, Math.min(high, start < 0 ? start + length : start));
    int to = Math.max(low, Math.min(high, stop < 0 ? stop + length : stop));
    List<Integer> result = new ArrayList<>();
    for (int i = from; step > 0 ? i < to : i > to; i += step) {
      result.add(i);
    }
    return result;
  }

  @Test
  void assignsSlicesOfAnyLength() {
    PyList list = ints(0, 1, 2, 3, 4);
    list.setItem(ctx, slice(1, 3, null), ints(7, 8, 9, 10));
    assertThat(ctx.repr(list)).isEqualTo("[0, 7, 8, 9, 10, 3, 4]");
    list.setItem(ctx, slice(1, 6, null), ints());
    assertThat(ctx.repr(list)).isEqualTo("[0, 4]");
    list.setItem(ctx, slice(null, null, -1), ints(1, 2));
    assertThat(ctx.repr(list)).isEqualTo("[2, 1]");
    list.setItem(ctx, slice(5, 2, null), list);
    assertThat(ctx.repr(list)).isEqualTo("[2, 1, 2, 1]");
    assertThat(ctx.errorOf(() -> list.setItem(ctx, slice(null, null, 2), ints(1, 2, 3))))
        .isEqualTo(
            "ValueError('attempt to assign sequence of size 3 to extended slice of size 2',)");
  }

  @Test
  void methodsAndTheirErrors() {
    PyList list = ints(3, 1, 2);
    ctx.call(list, "insert", PyInt.of(-100), PyInt.of(9));
    ctx.call(list, "insert", PyInt.of(100), PyInt.of(8));
    assertThat(ctx.repr(list)).isEqualTo("[9, 3, 1, 2, 8]");
    assertThat(ctx.repr(ctx.call(list, "pop", PyInt.of(1)))).isEqualTo("3");
    ctx.call(list, "remove", PyInt.of(2));
    ctx.call(list, "extend", list);
    assertThat(ctx.repr(list)).isEqualTo("[9, 1, 8, 9, 1, 8]");
    assertThat(ctx.repr(ctx.call(list, "index", PyInt.of(9), PyInt.of(1)))).isEqualTo("3");
    assertThat(ctx.errorOf(() -> ctx.call(list, "remove", PyInt.of(5))))
        .isEqualTo("ValueError('object not in sequence',)");
    assertThat(ctx.errorOf(() -> ctx.call(ints(), "pop")))
        .isEqualTo("IndexError('pop from empty list',)");
  }

  @Test
  void limitsOfMemoryAndDepth() {
    assertThat(ctx.errorOf(() -> Operators.binary(ctx, Op.MULTIPLY, ints(0), PyInt.of(1L << 40))))
        .startsWith("MemoryError('memory allocation failed, allocating");
    PyList loop = ints();
    loop.append(ctx, loop);
    assertThat(ctx.errorOf(() -> ctx.repr(loop)))
        .isEqualTo("RuntimeError('maximum recursion depth exceeded',)");
    PyList other = ints();
    other.append(ctx, other);
    assertThat(ctx.errorOf(() -> Operators.equal(ctx, loop, other)))
        .isEqualTo("RuntimeError('maximum recursion depth exceeded',)");
    assertThat(ctx.depth()).isZero();
  }

  @Test
  void sortsStably() {
    Random random = new Random(1);
    for (int length = 0; length < 200; length += 1 + length / 8) {
      for (boolean isReverse : new boolean[] {false, true}) {
        checkSort(random, length, isReverse);
      }
    }
  }

  /** Sorts pairs by their first number only; the second shows the old order. */
  private void checkSort(Random random, int length, boolean isReverse) {
    PyObject[] items = new PyObject[length];
    for (int i = 0; i < length; i++) {
      items[i] = PyTuple.of(PyInt.of(random.nextInt(20)), PyInt.of(i));
    }
    PyObject first = new PyBuiltinFunction.Form1("first", (c, pair) -> ((PyTuple) pair).get(0));
    Sequences.sort(ctx, items, first, isReverse);
    for (int i = 1; i < length; i++) {
      int key = number(items[i], 0) - number(items[i - 1], 0);
      assertThat(isReverse ? -key : key).isGreaterThanOrEqualTo(0);
      if (key == 0) {
        assertThat(number(items[i], 1)).isGreaterThan(number(items[i - 1], 1));
      }
    }
  }

  private static int number(PyObject pair, int index) {
    return ((PyInt) ((PyTuple) pair).get(index)).value;
  }

  @Test
  void sortLeavesTheListAloneWhenItFails() {
    PyList list = PyList.of(PyInt.of(2), PyNone.NONE, PyInt.of(1));
    assertThat(ctx.errorOf(() -> ctx.call(list, "sort")))
        .isEqualTo("TypeError(\"unsupported types for __lt__: 'NoneType', 'int'\",)");
    assertThat(ctx.repr(list)).isEqualTo("[2, None, 1]");
  }
}
