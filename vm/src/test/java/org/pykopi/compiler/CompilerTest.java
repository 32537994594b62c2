package org.pykopi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.CodeObject.Emitter;
import org.pykopi.syntax.Parser;

/** One sample per construct; {@code MpyCrossComparisonTest} covers the rest. */
class CompilerTest {
  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "a = b = c | LOAD_NAME c; DUP_TOP; STORE_NAME a; STORE_NAME b",
        "a, b = c, d | LOAD_NAME c; LOAD_NAME d; ROT_TWO; STORE_NAME a; STORE_NAME b",
        "a, *b = c | LOAD_NAME c; UNPACK_EX 1; STORE_NAME a; STORE_NAME b",
        "a.b += c | LOAD_NAME a; DUP_TOP; LOAD_ATTR b; LOAD_NAME c; BINARY_OP 14 __iadd__;"
            + " ROT_TWO; STORE_ATTR b",
        "del a[b] | LOAD_NAME a; LOAD_NAME b; LOAD_NULL; ROT_THREE; STORE_SUBSCR",
        "a[b:] = c | LOAD_NAME c; LOAD_NAME a; LOAD_NAME b; LOAD_CONST_NONE; BUILD_SLICE 2;"
            + " STORE_SUBSCR",
        "a.b.c(d) | LOAD_NAME a; LOAD_ATTR b; LOAD_METHOD c; LOAD_NAME d;"
            + " CALL_METHOD n=1 nkw=0; POP_TOP",
        "f(*a, b, **c) | LOAD_NAME f; LOAD_NAME a; LOAD_NAME b; LOAD_NULL; LOAD_NAME c;"
            + " LOAD_CONST_SMALL_INT 1; CALL_FUNCTION_VAR_KW n=2 nkw=1; POP_TOP",
        "a < b < c | LOAD_NAME a; LOAD_NAME b; DUP_TOP; ROT_THREE; BINARY_OP 0 __lt__;"
            + " JUMP_IF_FALSE_OR_POP 14; LOAD_NAME c; BINARY_OP 0 __lt__; JUMP 16; ROT_TWO;"
            + " POP_TOP; POP_TOP",
        "a not in b | LOAD_NAME a; LOAD_NAME b; BINARY_OP 6; UNARY_OP 3; POP_TOP",
        "{a: b} | BUILD_MAP 1; LOAD_NAME b; LOAD_NAME a; STORE_MAP; POP_TOP",
        "import a.b as c | LOAD_CONST_SMALL_INT 0; LOAD_CONST_NONE; IMPORT_NAME 'a.b';"
            + " LOAD_ATTR b; STORE_NAME c",
        "while a: b | JUMP 5; LOAD_NAME b; POP_TOP; LOAD_NAME a; POP_JUMP_IF_TRUE 2",
        "while 1: break | JUMP 4; JUMP 0",
        "if 0: a | ''",
        "\"text\" | ''",
      })
  void statements(String source, String instructions) {
    String wanted = instructions == null ? "" : instructions;
    assertThat(Listings.module(source)).isEqualTo(wanted);
  }

  @Test
  void countingLoops() {
    assertThat(Listings.function("def f():\n    for i in range(3): g()"))
        .startsWith("LOAD_CONST_SMALL_INT 0; JUMP 12; DUP_TOP; STORE_FAST 0")
        .doesNotContain("FOR_ITER");
    assertThat(Listings.module("for i in range(*a): b")).contains("FOR_ITER");
  }

  @Test
  void nothingIsEmittedBehindAReturn() {
    assertThat(Listings.function("def f():\n    return 1\n    g()\n    return 2"))
        .isEqualTo("LOAD_CONST_SMALL_INT 1; RETURN_VALUE");
  }

  @Test
  void interactiveInputPrintsExpressions() {
    CodeObject code =
        Compiler.compile(
            Parser.parseSingle("1 + x\n"), "<stdin>", CompileOptions.DEFAULT.withInteractive(true));
    assertThat(Listings.instructions(code)).startsWith("LOAD_NAME __repl_print__");
  }

  @Test
  void evalReturnsItsValue() {
    CodeObject code =
        Compiler.compile(Parser.parseEval("a, b"), "<string>", CompileOptions.DEFAULT);
    assertThat(Listings.instructions(code))
        .isEqualTo("LOAD_NAME a; LOAD_NAME b; BUILD_TUPLE 2; RETURN_VALUE");
  }

  @Test
  void nativeFunctionsAreMarked() {
    CodeObject code = Listings.compile("@micropython.viper\ndef f(): pass\ndef g(): pass");
    assertThat(code.children[0].emitter).isEqualTo(Emitter.VIPER);
    assertThat(code.children[1].emitter).isEqualTo(Emitter.BYTECODE);
  }

  @Test
  void topLevelAwaitMakesTheModuleAGenerator() {
    CodeObject code = Listings.compile("await f()", CompileOptions.DEFAULT.withTopLevelAwait(true));
    assertThat(code.isGenerator()).isTrue();
  }

  @Test
  void linesFollowTheSource() {
    CodeObject code = Listings.compile("a\n\nb(\n  c,\n  d.e)\n");
    assertThat(code.lineOf(0)).isEqualTo(1);
    assertThat(code.lineOf(code.bytecode.length - 1)).isEqualTo(5);
    CodeObject bare = Listings.compile("a\n\nb", CompileOptions.DEFAULT.withOptimisation(3));
    assertThat(bare.prelude.lines().encoded()).isEmpty();
  }
}
