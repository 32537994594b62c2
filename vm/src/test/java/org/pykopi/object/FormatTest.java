package org.pykopi.object;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The operator % and str.format. */
class FormatTest {
  private final PlainContext ctx = new PlainContext();

  /** A value from its text: an int, a float or, for anything else, the text itself. */
  private PyObject value(String text) {
    if (text.matches("-?[0-9]+")) {
      return NumberText.parseInt(ctx, text, 10);
    }
    return text.matches("-?[0-9.]+(e[0-9]+)?")
        ? new PyFloat(NumberText.parseFloat(ctx, text))
        : PyStr.of(text);
  }

  private String percent(String pattern, PyObject... values) {
    return ((PyStr) PyStr.of(pattern).binary(ctx, Op.MODULO, PyTuple.of(values))).value();
  }

  private String format(String pattern, PyObject... values) {
    return ((PyStr) ctx.call(PyStr.of(pattern), "format", values)).value();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "%d | 5 | 5",
        "%5d. | 5 | `    5.`",
        "%-5d. | 5 | 5    .",
        "%-05d. | 5 | 5    .",
        "%05d | -5 | -0005",
        "%+d | 5 | +5",
        "%.3d | 5 | 005",
        "%6.3d | -5 | `  -005`",
        "%d | 1.9 | 1",
        "%d | 123456789012345678901234567890 | 123456789012345678901234567890",
        "%x | 255 | ff",
        "%#X | 255 | 0XFF",
        "%#o | 8 | 0o10",
        "%x | -255 | -ff",
        "%08.3f | -3.14159 | -003.142",
        "%.0f | 2.5 | 2",
        "%e | 12345.678 | 1.234568e+04",
        "%g | 0.00001 | 1e-05",
        "%s | abc | abc",
        "%.2s | abc | ab",
        "%5s. | ab | `   ab.`",
        "%05s | ab | `   ab`",
        "%r | a | 'a'",
        "%c | 65 | A",
        "%c | \u00e9 | \u00e9",
        "100%% %s | a | 100% a",
      })
  void percentOperator(String pattern, String argument, String text) {
    assertThat(percent(pattern, value(argument))).isEqualTo(text);
  }

  @Test
  void percentWithStars() {
    assertThat(percent("%*d", PyInt.of(5), PyInt.of(1))).isEqualTo("    1");
    assertThat(percent("%-*d|", PyInt.of(3), PyInt.of(1))).isEqualTo("1  |");
    assertThat(percent("%.*f", PyInt.of(2), new PyFloat(1.234))).isEqualTo("1.23");
  }

  @Test
  void percentErrors() {
    assertThat(ctx.errorOf(() -> percent("%d"))).contains("format string needs more arguments");
    assertThat(ctx.errorOf(() -> percent("%d", PyInt.of(1), PyInt.of(2))))
        .contains("format string didn't convert all arguments");
    assertThat(ctx.errorOf(() -> percent("%d", PyStr.of("x"))))
        .contains("can't convert str to int");
    assertThat(ctx.errorOf(() -> percent("%z", PyInt.of(1))))
        .contains("unsupported format character 'z' (0x7a) at index 1");
    assertThat(ctx.errorOf(() -> percent("%"))).contains("incomplete format");
    assertThat(ctx.errorOf(() -> percent("%(a)s", PyInt.of(1)))).contains("format needs a dict");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{} | 5 | 5",
        "{:5}. | 5 | `    5.`",
        "{:<5}. | 5 | 5    .",
        "{:^5}. | 5 | `  5  .`",
        "{:=5} | -5 | -   5",
        "{:05} | -5 | -0005",
        "{:*^7} | ab | **ab***",
        "{:\u20ac>4} | ab | \u20ac\u20acab",
        "{:+} | 5 | +5",
        "{:#x} | 255 | 0xff",
        "{:#b} | 5 | 0b101",
        "{:#010x} | -255 | -0x00000ff",
        "{:c} | 65 | A",
        "{:,} | 1234567 | 1,234,567",
        "{:_x} | 3735928559 | dead_beef",
        "{:010,} | 1234 | 00,001,234",
        "{:09,} | 1234 | 0,001,234",
        "{:08,} | 1234 | 0,001,234",
        "{:,.2f} | 1234567.891 | 1,234,567.89",
        "{:.1%} | 0.256 | 25.6%",
        "{:.3} | 3.14159 | 3.14",
        "{:10} | 3.14159265 | 3.14159265",
        "{:.3} | abcdef | abc",
        "{:>4}. | \ud83d\ude00 | `   \ud83d\ude00.`",
        "{!r} | a | 'a'",
        "{!r:>5} | a | `  'a'`",
        "{{{}}} | 5 | {5}",
        "{0}{0} | 5 | 55",
      })
  void formatMethod(String pattern, String argument, String text) {
    assertThat(format(pattern, value(argument))).isEqualTo(text);
  }

  @Test
  void fieldsInSpecifications() {
    assertThat(format("{:{}}|", PyStr.of("a"), PyInt.of(3))).isEqualTo("a  |");
    assertThat(format("{0:{1}.{2}f}", new PyFloat(3.14159), PyInt.of(6), PyInt.of(2)))
        .isEqualTo("  3.14");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{ | unmatched '{' in format",
        "} | single '}' encountered in format string",
        "{}{} | tuple index out of range",
        "{}{0} | can't switch from automatic field numbering to manual field specification",
        "{0}{} | can't switch from manual field specification to automatic field numbering",
        "{!z} | unknown conversion specifier z",
        "{! | end of format while looking for conversion specifier",
        "{:d} | unknown format code 'd' for object of type 'str'",
        "{:=5} | '=' alignment not allowed in string format specifier",
        "{:+s} | sign not allowed in string format specifier",
        "{:5w} | invalid format specifier",
        "{0.x} | attributes not supported",
      })
  void formatErrors(String pattern, String message) {
    assertThat(ctx.errorOf(() -> format(pattern, PyStr.of("a")))).contains(message);
  }

  @Test
  void bytesPatterns() {
    PyBytes pattern = PyBytes.of("%s-%d".getBytes());
    PyObject values = PyTuple.of(PyBytes.of(new byte[] {'a', -1}), PyInt.of(5));
    assertThat(ctx.repr(pattern.binary(ctx, Op.MODULO, values))).isEqualTo("b'a\\xff-5'");
    PyObject text = ctx.call(PyBytes.of("{}".getBytes()), "format", PyStr.of("\u00e9"));
    assertThat(ctx.repr(text)).isEqualTo("b'\\xc3\\xa9'");
  }

  @Test
  void hugeWidthsAreRefused() {
    assertThat(ctx.errorOf(() -> format("{:2000000000}", PyInt.of(1)))).startsWith("MemoryError");
    assertThat(ctx.errorOf(() -> percent("%2000000000d", PyInt.of(1)))).startsWith("MemoryError");
    assertThat(ctx.errorOf(() -> percent("%.2000000000f", PyInt.of(1)))).startsWith("MemoryError");
  }
}
