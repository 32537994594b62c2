package org.pykopi.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class SyntaxErrorTest {
  private static PySyntaxError error(String text) {
    PySyntaxError error = catchThrowableOfType(PySyntaxError.class, () -> Parser.parseFile(text));
    assertThat(error).as(text).isNotNull();
    return error;
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "print 1",
        "x = = 1",
        "1 = ",
        "def f(a, /): pass",
        "match x:\n case 1: pass",
        "x = {**d}",
        "x = {*a}",
        "@a[0]\ndef f(): pass",
        "with (a as b): pass",
        "try: pass\nexcept* A: pass",
        "type A = int",
        "[x async for x in y]",
        "class: pass",
        "None.x = 1\nx.None",
        "a not b",
        "if x:\npass",
        "f(lambda x: int: 1)",
        "x := 1",
        "f'{1!a}'",
        "f'{1",
        "import a.b.",
        "global a,",
        "async x",
        "a?",
      })
  void refusesWhatTheReferenceRefuses(String text) {
    PySyntaxError error = error(text);
    assertThat(error).hasMessage("invalid syntax");
    assertThat(error.kind).isEqualTo(PySyntaxError.Kind.SYNTAX);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1if 2 else 3 | invalid syntax for integer with base 10: '1if'",
        "0777         | invalid syntax for integer with base 0: '0777'",
        "0x           | invalid syntax for integer with base 16: ''",
        "0b12         | invalid syntax for integer with base 2: '12'",
        "1.real       | invalid syntax for number",
        "1e           | invalid syntax for number",
        "1j2          | invalid syntax for number",
        "f'{}'        | malformed f-string",
      })
  void explainsNumbersAndFormatStrings(String text, String message) {
    assertThat(error(text)).hasMessage(message);
  }

  @ParameterizedTest
  @CsvSource({
    "'  x', 1, 3, unexpected indent",
    "'x\n  y', 2, 3, unexpected indent",
    "'if x:\n    y\n  z', 2, 6, unindent doesn't match any outer indent level",
  })
  void namesWrongIndentation(String text, int line, int column, String message) {
    PySyntaxError error = error(text);
    assertThat(error).hasMessage(message);
    assertThat(error.kind.exceptionName).isEqualTo("IndentationError");
    assertThat(error.line).isEqualTo(line);
    assertThat(error.column).isEqualTo(column);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "x = (1,    | 2 | 1 | '(' on line 1 was never closed",
        "if x       | 1 | 5 | expected ':'",
        "if x = 1:  | 1 | 6 | '=' assigns, '==' compares",
        "print 1    | 1 | 7 | print needs parentheses around what it prints or runs",
        "def if():  | 1 | 5 | expected a name, 'if' is a keyword",
        "x = 'a     | 1 | 5 | this string literal is never closed",
      })
  void explainsMoreInAHint(String text, int line, int column, String hint) {
    PySyntaxError error = error(text);
    assertThat(error.hint).isEqualTo(hint);
    assertThat(error.line).isEqualTo(line);
    assertThat(error.column).isEqualTo(column);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"(", "[", "{1:", "f(", "x[", "-", "not ", "2**", "1 if 2 else ", "lambda:", "[*"})
  void countsDepth(String nesting) {
    PySyntaxError error = error(nesting.repeat(10_000));
    assertThat(error).hasMessage("maximum recursion depth exceeded");
    assertThat(error.kind.exceptionName).isEqualTo("RuntimeError");
  }

  @Test
  void allowsDepthJustBelowTheLimit() {
    int depth = TokenStream.MAX_DEPTH - 1;
    Parser.parseFile("(".repeat(depth) + "1" + ")".repeat(depth));
    assertThat(error("(".repeat(depth + 1) + "1" + ")".repeat(depth + 1)).kind)
        .isEqualTo(PySyntaxError.Kind.RECURSION);
  }

  @ParameterizedTest
  @ValueSource(strings = {".b", "+x", "*x-y", "(1)", "[0]", " or x", "<x", ";x", "=x"})
  void takesLongChains(String link) {
    Parser.parseFile("x" + link.repeat(5_000));
  }

  @Test
  void givesNothingButSyntaxErrorsForNoise() {
    String alphabet = "()[]{}:;,.=+-*/<>!'\"\\\n \tabfr019ejx_@#$\u00e9{}ifnotdef";
    Random random = new Random(1);
    for (int round = 0; round < 20_000; round++) {
      StringBuilder text = new StringBuilder();
      int length = random.nextInt(40);
      for (int i = 0; i < length; i++) {
        text.append(alphabet.charAt(random.nextInt(alphabet.length())));
      }
      try {
        AstPrinter.print(Parser.parseFile(text.toString()));
      } catch (PySyntaxError expected) {
        assertThat(expected.line).isPositive();
      }
    }
  }
}
