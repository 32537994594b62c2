package org.pykopi.object;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Random;
import org.junit.jupiter.api.Test;

class PyDictTest {
  private final PlainContext ctx = new PlainContext();

  @Test
  void behavesLikeAnOrderedMapUnderRandomChanges() {
    Random random = new Random(7);
    PyDict dict = new PyDict();
    Map<Integer, Integer> model = new LinkedHashMap<>();
    for (int turn = 0; turn < 20_000; turn++) {
      int key = random.nextInt(turn % 1000 < 500 ? 300 : 40);
      switch (random.nextInt(5)) {
        case 0, 1, 2 -> {
          dict.put(ctx, PyInt.of(key), PyInt.of(turn));
          model.put(key, turn);
        }
        case 3 ->
            assertThat(dict.remove(ctx, PyInt.of(key)) == null)
                .isEqualTo(model.remove(key) == null);
        default -> popNewest(dict, model);
      }
      assertThat(dict.size()).isEqualTo(model.size());
    }
    assertThat(ctx.repr(dict)).isEqualTo(model.toString().replace("=", ": "));
  }

  private void popNewest(PyDict dict, Map<Integer, Integer> model) {
    if (model.isEmpty()) {
      assertThat(dict.lastEntry()).isEqualTo(-1);
      return;
    }
    int newest = new ArrayList<>(model.keySet()).get(model.size() - 1);
    PyTuple pair = (PyTuple) ctx.call(dict, "popitem");
    assertThat(ctx.repr(pair)).isEqualTo("(" + newest + ", " + model.remove(newest) + ")");
  }

  @Test
  void numbersOfAllTypesAreOneKey() {
    PyDict dict = new PyDict();
    dict.put(ctx, PyInt.of(1), PyStr.of("int"));
    dict.put(ctx, PyBool.TRUE, PyStr.of("bool"));
    dict.put(ctx, new PyFloat(1.0), PyStr.of("float"));
    assertThat(ctx.repr(dict)).isEqualTo("{1: 'float'}");
  }

  @Test
  void iterationEndsWhateverTheLoopDoes() {
    PyDict dict = new PyDict();
    for (int i = 0; i < 10; i++) {
      dict.put(ctx, PyInt.of(i), PyNone.NONE);
    }
    PyObject iterator = dict.iter(ctx);
    int turns = 0;
    for (PyObject key = iterator.next(ctx); key != null; key = iterator.next(ctx)) {
      dict.remove(ctx, key);
      dict.put(ctx, PyInt.of(100 + turns), PyNone.NONE);
      turns++;
    }
    assertThat(turns).isLessThanOrEqualTo(10);
    assertThat(iterator.next(ctx)).isNull();
  }

  @Test
  void orderCountsBetweenOrderedDictionariesOnly() {
    PyOrderedDict a = new PyOrderedDict();
    PyOrderedDict b = new PyOrderedDict();
    for (int i = 0; i < 3; i++) {
      a.put(ctx, PyInt.of(i), PyNone.NONE);
      b.put(ctx, PyInt.of(2 - i), PyNone.NONE);
    }
    PyDict plain = new PyDict();
    plain.putAll(ctx, b);
    assertThat(Operators.equal(ctx, a, b)).isFalse();
    assertThat(Operators.equal(ctx, a, plain)).isTrue();
    assertThat(ctx.repr(ctx.call(a, "copy"))).isEqualTo("OrderedDict({0: None, 1: None, 2: None})");
  }

  @Test
  void errors() {
    PyDict dict = new PyDict();
    assertThat(ctx.errorOf(() -> dict.getItem(ctx, PyStr.of("x")))).isEqualTo("KeyError('x',)");
    assertThat(ctx.errorOf(() -> ctx.call(dict, "popitem")))
        .isEqualTo("KeyError('popitem(): dictionary is empty',)");
    assertThat(ctx.errorOf(() -> dict.put(ctx, new PyList(), PyNone.NONE)))
        .isEqualTo("TypeError(\"unsupported type for __hash__: 'list'\",)");
    assertThat(ctx.errorOf(() -> ctx.call(dict, "update", PlainContext.ints(1))))
        .isEqualTo("TypeError(\"'int' object isn't iterable\",)");
  }
}
