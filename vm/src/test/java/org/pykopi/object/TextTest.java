package org.pykopi.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** str, bytes, bytearray, array and memoryview. */
class TextTest {
  /** Five code points, six UTF-16 units. */
  private static final PyStr WIDE = PyStr.of("a\u20ac\ud83d\ude00bc");

  private final PlainContext ctx = new PlainContext();

  private static PyStr str(String text) {
    return PyStr.of(text);
  }

  private static PyBytes bytes(int... values) {
    byte[] data = new byte[values.length];
    for (int i = 0; i < data.length; i++) {
      data[i] = (byte) values[i];
    }
    return PyBytes.of(data);
  }

  private String show(PyObject object, String method, PyObject... args) {
    return ctx.repr(ctx.call(object, method, args));
  }

  @Test
  void indexesCountCodePoints() {
    assertThat(WIDE.length(ctx)).isEqualTo(5);
    assertThat(ctx.repr(WIDE.getItem(ctx, PyInt.of(2)))).isEqualTo("'\ud83d\ude00'");
    assertThat(ctx.repr(WIDE.getItem(ctx, PyInt.of(-1)))).isEqualTo("'c'");
    assertThat(ctx.repr(WIDE.getItem(ctx, PlainContext.slice(2, 4, null))))
        .isEqualTo("'\ud83d\ude00b'");
    assertThat(ctx.repr(WIDE.getItem(ctx, PlainContext.slice(null, null, -1))))
        .isEqualTo("'cb\ud83d\ude00\u20aca'");
    assertThat(show(WIDE, "find", str("b"))).isEqualTo("3");
    assertThat(show(WIDE, "find", str("b"), PyInt.of(4))).isEqualTo("-1");
    assertThat(ctx.errorOf(() -> WIDE.getItem(ctx, PyInt.of(5))))
        .isEqualTo("IndexError('string index out of range',)");
  }

  @Test
  void orderIsThatOfCodePoints() {
    PyStr high = str("\ud83d\ude00");
    assertThat(str("\uffff").binary(ctx, Op.LESS, high).isTrue(ctx)).isTrue();
    assertThat(str("a").binary(ctx, Op.LESS, str("ab")).isTrue(ctx)).isTrue();
    assertThat(str("b").binary(ctx, Op.LESS_EQUAL, str("ab")).isTrue(ctx)).isFalse();
  }

  @Test
  void reprEscapes() {
    assertThat(ctx.repr(str("a'b"))).isEqualTo("\"a'b\"");
    assertThat(ctx.repr(str("a'\"b"))).isEqualTo("'a\\'\"b'");
    assertThat(ctx.repr(str("\t\n\r\\\u0001\u007f\u00e9\ud800")))
        .isEqualTo("'\\t\\n\\r\\\\\\x01\\x7f\u00e9\\ud800'");
    assertThat(ctx.repr(bytes('a', 10, 0, 255))).isEqualTo("b'a\\n\\x00\\xff'");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a,b,,c | , | -1 | ['a', 'b', '', 'c'] | ['a', 'b', '', 'c']",
        "a,b,c | , | 1 | ['a', 'b,c'] | ['a,b', 'c']",
        "a,b | , | 0 | ['a,b'] | ['a,b']",
        "abcd | xx | -1 | ['abcd'] | ['abcd']",
      })
  void split(String text, String separator, int limit, String fromLeft, String fromRight) {
    PyObject[] args = {str(separator), PyInt.of(limit)};
    assertThat(show(str(text), "split", args)).isEqualTo(fromLeft);
    assertThat(show(str(text), "rsplit", args)).isEqualTo(fromRight);
  }

  @Test
  void splitAtWhiteSpace() {
    PyStr text = str(" a  b\tc ");
    assertThat(show(text, "split")).isEqualTo("['a', 'b', 'c']");
    assertThat(show(text, "split", PyNone.NONE, PyInt.of(1))).isEqualTo("['a', 'b\\tc ']");
    assertThat(show(text, "rsplit", PyNone.NONE, PyInt.of(1))).isEqualTo("[' a  b', 'c']");
    assertThat(show(str("  "), "split")).isEqualTo("[]");
    assertThat(show(str("a\nb\r\nc\r\rd"), "splitlines")).isEqualTo("['a', 'b', 'c', '', 'd']");
  }

  @Test
  void replace() {
    assertThat(show(str("aaa"), "replace", str("a"), str("bb"))).isEqualTo("'bbbbbb'");
    assertThat(show(str("aaa"), "replace", str("a"), str(""), PyInt.of(2))).isEqualTo("'a'");
    assertThat(show(str("ab"), "replace", str(""), str("-"))).isEqualTo("'-a-b-'");
    assertThat(show(str(""), "replace", str(""), str("x"))).isEqualTo("'x'");
    assertThat(show(WIDE, "replace", str(""), str("."), PyInt.of(4)))
        .isEqualTo("'.a.\u20ac.\ud83d\ude00.bc'");
  }

  @Test
  void stripAndPartition() {
    assertThat(show(str(" ab "), "strip")).isEqualTo("'ab'");
    assertThat(show(str("xaxbx"), "lstrip", str("x"))).isEqualTo("'axbx'");
    assertThat(show(str("\ud83d\ude00a\ud83d\ude01"), "strip", str("\ud83d\ude00")))
        .isEqualTo("'a\ud83d\ude01'");
    assertThat(show(str("a=b=c"), "partition", str("="))).isEqualTo("('a', '=', 'b=c')");
    assertThat(show(str("a=b=c"), "rpartition", str("="))).isEqualTo("('a=b', '=', 'c')");
    assertThat(show(str("abc"), "rpartition", str("="))).isEqualTo("('', '', 'abc')");
  }

  @Test
  void textAndBytesDoNotMix() {
    assertThat(ctx.errorOf(() -> ctx.call(str("a"), "find", bytes(97))))
        .contains("can't convert 'bytes' object to str implicitly");
    assertThat(ctx.errorOf(() -> ctx.call(bytes(97), "split", str("a"))))
        .contains("can't convert 'str' object to bytes implicitly");
    assertThat(ctx.errorOf(() -> ctx.call(str(","), "join", PyList.of(bytes(97)))))
        .contains("join expects a list of str/bytes objects consistent with self object");
    assertThat(str("a").binary(ctx, Op.LESS, bytes(98))).isNull();
    assertThat(str("a").binary(ctx, Op.EQUAL, bytes(97)).isTrue(ctx)).isFalse();
  }

  @Test
  void memoryBombsAreRefused() {
    PyObject count = NumberText.parseInt(ctx, "1000000000000", 10);
    assertThat(ctx.errorOf(() -> str("x").binary(ctx, Op.MULTIPLY, count)))
        .startsWith("MemoryError");
    assertThat(ctx.errorOf(() -> bytes(1).binary(ctx, Op.MULTIPLY, count)))
        .startsWith("MemoryError");
    assertThat(ctx.errorOf(() -> PyByteArray.TYPE.call(ctx, count))).startsWith("MemoryError");
  }

  @Test
  void byteArrayChanges() {
    PyByteArray array = new PyByteArray("hello".getBytes());
    array.setItem(ctx, PyInt.of(0), PyInt.of('j'));
    ctx.call(array, "append", PyInt.of('!'));
    array.setItem(ctx, PlainContext.slice(1, 3, null), bytes('a', 'b', 'c', 'd'));
    assertThat(ctx.repr(array)).isEqualTo("bytearray(b'jabcdlo!')");
    array.deleteItem(ctx, PlainContext.slice(null, null, 2));
    assertThat(ctx.repr(array)).isEqualTo("bytearray(b'acl!')");
    array.setItem(ctx, PlainContext.slice(null, null, -2), bytes(1, 2));
    assertThat(ctx.repr(array)).isEqualTo("bytearray(b'a\\x02l\\x01')");
    array.setItem(ctx, PlainContext.slice(4, null, null), array);
    assertThat(array.length(ctx)).isEqualTo(8);
    assertThat(ctx.errorOf(() -> array.hash(ctx))).startsWith("TypeError");
  }

  @Test
  void memoryViewsShare() {
    PyByteArray array = new PyByteArray("abcdef".getBytes());
    PyObject view = PyMemoryView.TYPE.call(ctx, array);
    PyObject part = view.getItem(ctx, PlainContext.slice(2, 4, null));
    part.setItem(ctx, PyInt.of(0), PyInt.of('X'));
    part.setItem(ctx, PlainContext.slice(1, 2, null), bytes('Y'));
    assertThat(ctx.repr(array)).isEqualTo("bytearray(b'abXYef')");
    assertThat(part.binary(ctx, Op.EQUAL, bytes('X', 'Y')).isTrue(ctx)).isTrue();
    PyObject fixed = PyMemoryView.TYPE.call(ctx, bytes(1));
    assertThat(ctx.errorOf(() -> fixed.setItem(ctx, PyInt.of(0), PyInt.of(1))))
        .contains("doesn't support item assignment");
  }

  @ParameterizedTest
  @CsvSource({
    "b, -1, -1",
    "B, -1, 255",
    "h, 40000, -25536",
    "H, 40000, 40000",
    "i, 4294967295, -1",
    "I, -1, 4294967295",
    "q, 9223372036854775808, -9223372036854775808",
    "Q, -1, 18446744073709551615",
    "f, 1, 1.0",
    "d, 3, 3.0",
  })
  void arrayItems(String typecode, String value, String stored) {
    PyObject number = NumberText.parseInt(ctx, value, 10);
    PyObject array = PyArray.TYPE.call(ctx, str(typecode), PyList.of(number));
    assertThat(ctx.repr(array)).isEqualTo("array('" + typecode + "', [" + stored + "])");
  }
}
