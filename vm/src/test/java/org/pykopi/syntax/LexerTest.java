package org.pykopi.syntax;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class LexerTest {
  /** The tokens of a text on one line, without the NEWLINE and END that close every file. */
  private static String tokens(String text) {
    StringBuilder out = new StringBuilder();
    for (String line : TokenPrinter.print(text).split("\n")) {
      out.append(line.substring(line.indexOf(' ') + 1)).append(' ');
    }
    return out.toString().trim().replaceAll("( ?NEWLINE)? END$", "");
  }

  static List<Arguments> literals() {
    return List.of(
        Arguments.of("'a' \"b\"", "STRING 'ab'"),
        Arguments.of("'''a\n'b'''", "STRING 'a\\n\\'b'"),
        Arguments.of("'a\\\nb'", "STRING 'ab'"),
        Arguments.of("'\\x41\\u00e9\\U0001F600'", "STRING 'A\u00e9\\ud83d\\ude00'"),
        Arguments.of("'\\7\\101\\1234'", "STRING '\\x07AS4'"),
        Arguments.of("'\\q\\''", "STRING '\\\\q\\''"),
        Arguments.of("r'\\n\\''", "STRING '\\\\n\\\\\\''"),
        Arguments.of("u'a'", "STRING 'a'"),
        Arguments.of("b'\\xff\\u0041'", "BYTES b'\\xff\\\\u0041'"),
        Arguments.of("rb'\\n' br'a' b'b'", "BYTES b'\\\\nab'"),
        Arguments.of("b'\u00e9'", "BYTES b'\\xc3\\xa9'"),
        Arguments.of("'a' b'b'", "STRING 'a' BYTES b'b'"),
        Arguments.of("R'a'", "NAME R STRING 'a'"),
        Arguments.of("'\\x4'", "INVALID"),
        Arguments.of("b'\\777'", "INVALID"),
        Arguments.of("'\\U00110000'", "INVALID"),
        Arguments.of("'abc", "LONELY_STRING_OPEN"),
        Arguments.of("\"\"\"abc", "LONELY_STRING_OPEN"));
  }

  @ParameterizedTest
  @MethodSource("literals")
  void readsStrings(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "f'a'                | STRING 'a' DOT NAME format LEFT_PAREN RIGHT_PAREN",
        "f'{{}}'             | STRING '{{}}' DOT NAME format LEFT_PAREN RIGHT_PAREN",
        "f'{x!r:>3}'         | STRING '{!r:>3}' DOT NAME format LEFT_PAREN LEFT_PAREN NAME x"
            + " RIGHT_PAREN COMMA RIGHT_PAREN",
        "f'{x=}'             | STRING 'x={}' DOT NAME format LEFT_PAREN LEFT_PAREN NAME x"
            + " RIGHT_PAREN COMMA RIGHT_PAREN",
        "f'{x:{w}}'          | STRING '{:{}}' DOT NAME format LEFT_PAREN LEFT_PAREN NAME x"
            + " RIGHT_PAREN COMMA LEFT_PAREN NAME w RIGHT_PAREN COMMA RIGHT_PAREN",
        "f'{f'{1}'}'         | STRING '{}' DOT NAME format LEFT_PAREN LEFT_PAREN STRING '{}' DOT"
            + " NAME format LEFT_PAREN LEFT_PAREN INTEGER 1 RIGHT_PAREN COMMA RIGHT_PAREN"
            + " RIGHT_PAREN COMMA RIGHT_PAREN",
      })
  void turnsFormatStringsIntoCalls(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "1_000, INTEGER 1000",
    "0xFF_FF, INTEGER 0xFFFF",
    "0b_1, INTEGER 0b1",
    "1.5e-3, FLOAT_OR_IMAGINARY 1.5e-3",
    ".5, FLOAT_OR_IMAGINARY .5",
    "2J, FLOAT_OR_IMAGINARY 2J",
    "0xe+1, INTEGER 0xe PLUS INTEGER 1",
    "1if, INTEGER 1if",
    "1..real, FLOAT_OR_IMAGINARY 1..real",
    "a.b, NAME a DOT NAME b",
  })
  void readsNumbers(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(expected);
  }

  @ParameterizedTest
  @CsvSource({
    "a<<=b, NAME a LEFT_SHIFT_EQUAL NAME b",
    "a<=b, NAME a LESS_EQUAL NAME b",
    "a**=b, NAME a DOUBLE_STAR_EQUAL NAME b",
    "a->b, NAME a ARROW NAME b",
    "a:=b, NAME a WALRUS NAME b",
    "a!=b, NAME a NOT_EQUAL NAME b",
    "a!b, NAME a INVALID NAME b",
    "a$b, NAME a INVALID NAME b",
    "..., ELLIPSIS",
    ".., DOT DOT",
    "None __debug__ asynchronous, KW_NONE KW_DEBUG NAME asynchronous",
    "h\u00e9_1, NAME h\u00e9_1",
  })
  void readsOperatorsAndWords(String text, String expected) {
    assertThat(tokens(text)).isEqualTo(expected);
  }

  @Test
  void turnsIndentationIntoTokens() {
    assertThat(tokens("a:\n  b\n\n # c\n\td\n  e\nf"))
        .isEqualTo(
            "NAME a COLON NEWLINE INDENT NAME b NEWLINE INDENT NAME d NEWLINE DEDENT NAME e"
                + " NEWLINE DEDENT NAME f");
    assertThat(tokens("a:\n    b\n  c")).contains("DEDENT_MISMATCH");
    assertThat(tokens(" a")).startsWith("INDENT");
    assertThat(tokens("  # comment\na")).isEqualTo("NEWLINE NAME a");
  }

  @Test
  void joinsLinesInBracketsAndAfterABackslash() {
    assertThat(tokens("(a,\n  b) \\\n c"))
        .isEqualTo("LEFT_PAREN NAME a COMMA NAME b RIGHT_PAREN NAME c");
  }

  @Test
  void acceptsEveryKindOfLineEndAndAByteOrderMark() {
    assertThat(TokenPrinter.print("\ufeffa\r\nb\rc"))
        .isEqualTo(
            "1:1 NAME a\n1:2 NEWLINE\n2:1 NAME b\n2:2 NEWLINE\n3:1 NAME c\n3:2 NEWLINE\n4:1 END\n");
    assertThat(TokenPrinter.print("")).isEqualTo("1:1 END\n");
  }

  @Test
  void countsColumnsInCharacters() {
    assertThat(TokenPrinter.print("'\ud83d\ude00'; x")).contains("1:6 NAME x");
  }

  @Test
  void refusesCharacterNames() {
    PySyntaxError error =
        catchThrowableOfType(PySyntaxError.class, () -> TokenPrinter.print("x = '\\N{DASH}'"));
    assertThat(error.kind).isEqualTo(PySyntaxError.Kind.NOT_IMPLEMENTED);
    assertThat(error).hasMessage("unicode name escapes");
  }
}
