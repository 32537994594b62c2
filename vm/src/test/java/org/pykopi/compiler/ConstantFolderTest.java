package org.pykopi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykopi.bytecode.CodeObject;

class ConstantFolderTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1 + 2 * 3 | LOAD_CONST_SMALL_INT 7",
        "1 + 2 + y | LOAD_CONST_SMALL_INT 1; LOAD_CONST_SMALL_INT 2; BINARY_OP 27 __add__;"
            + " LOAD_NAME y; BINARY_OP 27 __add__",
        "y + 2 * 3 | LOAD_NAME y; LOAD_CONST_SMALL_INT 6; BINARY_OP 27 __add__",
        "-7 // 2 | LOAD_CONST_SMALL_INT -4",
        "-7 % 3 | LOAD_CONST_SMALL_INT 2",
        "7 / 2 | LOAD_CONST_OBJ 0=3.5",
        "-7.5 // 2 | LOAD_CONST_OBJ 0=-4.0",
        "2 ** 31 | LOAD_CONST_OBJ 0=2147483648",
        "2 ** -1 | LOAD_CONST_OBJ 0=0.5",
        "~5 & 0xff | LOAD_CONST_SMALL_INT 250",
        "1 << 40 >> 38 | LOAD_CONST_SMALL_INT 4",
        "0x3fffffff | LOAD_CONST_SMALL_INT 1073741823",
        "0x40000000 | LOAD_CONST_OBJ 0=1073741824",
        "math.pi | LOAD_CONST_OBJ 0=3.141592653589793",
        "not 0 | LOAD_CONST_TRUE",
        "0 or y or 1 or z | LOAD_NAME y; JUMP_IF_TRUE_OR_POP 5; LOAD_CONST_SMALL_INT 1",
        "1 and 'a' | LOAD_CONST_STRING 'a'",
        "(1, 'a', (None, ...)) | LOAD_CONST_OBJ 0=(1, 'a', (None, Ellipsis))",
        "() | BUILD_TUPLE 0",
        "__debug__ | LOAD_CONST_TRUE",
      })
  void expressions(String source, String instructions) {
    assertThat(Listings.module("x = " + source)).isEqualTo(instructions + "; STORE_NAME x");
  }

  @ParameterizedTest
  @CsvSource({
    "1 / 0",
    "1 % 0",
    "1.0 // 0",
    "1 << -1",
    "(-8) ** 0.5",
    "0 ** -1",
    "1 << 10 ** 9",
    "1 @ 2"
  })
  void whatMayFailIsLeftToRunTime(String source) {
    assertThat(Listings.module("x = " + source)).contains("BINARY_OP");
  }

  @Test
  void constDefinesANameForTheRestOfTheFile() {
    assertThat(Listings.module("X = const(5)\ny = X + 1"))
        .isEqualTo("LOAD_CONST_SMALL_INT 5; STORE_NAME X; LOAD_CONST_SMALL_INT 6; STORE_NAME y");
  }

  @Test
  void privateConstantsLeaveNoCode() {
    assertThat(Listings.module("def f():\n    _X = const('a')\ny = _X"))
        .isEqualTo("MAKE_FUNCTION 0=f; STORE_NAME f; LOAD_CONST_OBJ 0='a'; STORE_NAME y");
  }

  @Test
  void asserts() {
    CompileOptions optimised = CompileOptions.DEFAULT.withOptimisation(1);
    CodeObject code = Listings.compile("assert x\nif __debug__: y", optimised);
    assertThat(Listings.instructions(code)).isEqualTo("LOAD_CONST_NONE; RETURN_VALUE");
  }

  @Test
  void longStringsAreNamesOnlyWhenKnown() {
    assertThat(Listings.module("x = 'ten letters'; ten_letters = 'ten_letters'"))
        .isEqualTo(
            "LOAD_CONST_OBJ 0='ten letters'; STORE_NAME x;"
                + " LOAD_CONST_STRING 'ten_letters'; STORE_NAME ten_letters");
    assertThat(Listings.module("x = 'RuntimeError'")).startsWith("LOAD_CONST_STRING");
  }
}
