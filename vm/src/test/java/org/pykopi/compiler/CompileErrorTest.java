package org.pykopi.compiler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.pykopi.syntax.PySyntaxError;

class CompileErrorTest {
  private static PySyntaxError error(String source, CompileOptions options) {
    return catchThrowableOfType(
        PySyntaxError.class, () -> Listings.compile(source.replace("/", "\n"), options));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "a/1 = b | 2 | can't assign to expression",
        "f() += 1 | 1 | can't assign to expression",
        "(a, b) += 1 | 1 | can't assign to expression",
        "*a, *b = c | 1 | multiple *x in assignment",
        "a = *b | 1 | *x must be assignment target",
        "del f() | 1 | can't delete expression",
        "a/return | 2 | 'return' outside function",
        "class A:/ yield | 2 | 'yield' outside function",
        "await a | 1 | 'await' outside function",
        "break | 1 | 'break'/'continue' outside loop",
        "while a:/ def f():/  continue | 3 | 'break'/'continue' outside loop",
        "try: a/except: b/except C: d | 2 | default 'except' must be last",
        "def f(a=1, b): pass | 1 | non-default argument follows default argument",
        "def f(a, a): pass | 1 | argument name reused",
        "def f(**a, b): pass | 1 | invalid syntax",
        "f(a=1, b) | 1 | positional arg after keyword arg",
        "f(**a, b) | 1 | positional arg after **",
        "f(**a, *b) | 1 | * arg after **",
        "f(a=1, *b) | 1 | * arg after kwarg",
        "f(1=2) | 1 | LHS of keyword arg must be an id",
        "{1:2, 3} | 1 | expecting key:value for dict",
        "{1, 2:3} | 1 | expecting just a value for set",
        "def f():/ from a import * | 2 | import * not at module level",
        "nonlocal a | 1 | can't declare nonlocal in outer code",
        "def f():/ nonlocal a | 2 | no binding for nonlocal found",
        "def f():/ a = 1/ global a | 3 | identifier redefined as global",
        "def f():/ a = 1/ nonlocal a | 3 | identifier redefined as nonlocal",
        "def f():/ super() | 2 | super() can't find self",
        "def f():/ async for a in b: c | 2 | async for/with outside async function",
        "A = const(b) | 1 | not a constant",
        "@micropython.foo/def f(): pass | 1 | invalid micropython decorator",
      })
  void messages(String source, int line, String message) {
    PySyntaxError error = error(source, CompileOptions.DEFAULT);
    assertThat(error.getMessage()).isEqualTo(message);
    assertThat(error.line).isEqualTo(line);
  }

  @Test
  void crossCompilingHasNoNativeCode() {
    PySyntaxError error = error("@micropython.native/def f(): pass", CompileOptions.CROSS);
    assertThat(error).hasMessage("invalid arch");
  }

  @Test
  void moreArgumentsThanTheFormatCanCount() {
    String call = "f(" + "a, ".repeat(255) + "%s)";
    assertThat(error(call.replace("%s", ""), CompileOptions.DEFAULT)).isNull();
    assertThat(error(call.replace("%s", "a"), CompileOptions.DEFAULT)).hasMessage("too many args");
  }
}
