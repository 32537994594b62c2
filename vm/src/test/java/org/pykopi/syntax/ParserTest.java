package org.pykopi.syntax;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ParserTest {
  private static String tree(String... lines) {
    return AstPrinter.print(Parser.parseFile(String.join("\n", lines)));
  }

  private static String lines(String... lines) {
    return String.join("\n", lines) + "\n";
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pass; pass;",
        "del a, b[0], c.d",
        "return",
        "raise X from Y",
        "from . import a",
        "from ...a.b import (c as d, e,)",
        "from a import *",
        "import a.b as c, d",
        "global a, b",
        "assert a, b",
        "a: int = yield",
        "a = b = *c, d = 1,",
        "a @= b",
        "while (x := f()): pass\nelse: pass",
        "for a, *b in c, d: pass",
        "try: pass\nexcept: pass\nelse: pass\nfinally: pass",
        "try: pass\nfinally: pass",
        "with a as (b, c), d: pass",
        "@a.b(c)\n@d\nasync def f(a: int, b=1, *, c, **d) -> int: await a.b(c)",
        "async def f():\n async for a in b: pass\n async with a: pass",
        "class A(B, metaclass=C): x = 1",
        "x = lambda *a, **b: a if b else c",
        "x[1:2, ::3, :, ...]",
        "x = {}, {1: 2, 3: 4,}, {1, 2}, {a: b for a in c}, {a for a in b if lambda: c}",
        "f(a, *b, c=d, e := f, **g)",
        "f(a for a in b)",
        "x = not a in b is not c not in d",
        "x = -a ** -b",
        "x = __debug__, None, True, False",
        "def f(): x = yield from y; yield; return (yield z)",
        "# nothing but a comment",
        "",
      })
  void acceptsTheWholeGrammar(String text) {
    Parser.parseFile(text);
  }

  @Test
  void keepsOperatorsOfOneLevelInOneChain() {
    assertThat(tree("a + b * c - d | e"))
        .isEqualTo(
            lines(
                "ExpressionStatement 1:1",
                "  Binary 1:1",
                "    Binary 1:1",
                "      Name 1:1 a",
                "      +",
                "        Binary 1:5",
                "          Name 1:5 b",
                "          *",
                "            Name 1:9 c",
                "      -",
                "        Name 1:13 d",
                "    |",
                "      Name 1:17 e"));
  }

  @Test
  void keepsTrailersOfOneAtomTogether() {
    assertThat(tree("a.b(1)[2]"))
        .isEqualTo(
            lines(
                "ExpressionStatement 1:1",
                "  Postfix 1:1",
                "    Name 1:1 a",
                "    Attribute 1:2 b",
                "    Call 1:4",
                "      Argument 1:5 PLAIN",
                "        Int 1:5 1",
                "    Index 1:7",
                "      Int 1:8 2"));
    assertThat(tree("(a.b)(1)"))
        .startsWith("ExpressionStatement 1:1\n  Postfix 1:1\n    Postfix 1:2\n");
  }

  @Test
  void beginsARuleAtTheParenthesisThatBeginsIt() {
    assertThat(tree("x = (", "a).b"))
        .endsWith(lines("    Postfix 1:5", "      Name 2:1 a", "      Attribute 2:3 b"));
  }

  @Test
  void bindsPowerTighterThanASignOnItsLeft() {
    assertThat(tree("-a ** -b"))
        .isEqualTo(
            lines(
                "ExpressionStatement 1:1",
                "  Unary 1:1 -",
                "    Power 1:2",
                "      Name 1:2 a",
                "      Unary 1:7 -",
                "        Name 1:8 b"));
  }

  @Test
  void tellsTuplesApart() {
    assertThat(tree("a, b")).contains("Tuple 1:1\n");
    assertThat(tree("(a, b)")).contains("Tuple 1:1 parenthesised\n");
    assertThat(tree("(a)")).doesNotContain("Tuple");
    assertThat(tree("a,")).contains("Tuple 1:1\n");
  }

  @Test
  void placesElifAndElse() {
    assertThat(tree("if a:", " b", "elif c:", " d", "else:", " e"))
        .isEqualTo(
            lines(
                "If 1:1",
                "  Branch 1:1",
                "    Name 1:4 a",
                "  then:",
                "    ExpressionStatement 2:2",
                "      Name 2:2 b",
                "  Branch 3:1",
                "    Name 3:6 c",
                "  then:",
                "    ExpressionStatement 4:2",
                "      Name 4:2 d",
                "else:",
                "  ExpressionStatement 6:2",
                "    Name 6:2 e"));
  }

  @Test
  void countsTheLinesInsideAnFStringTwice() {
    assertThat(tree("f\"\"\"{", "a}\"\"\"", "b")).contains("Name 4:1 b");
  }

  @Test
  void parsesOneInteractiveStatement() {
    assertThat(AstPrinter.print(Parser.parseSingle("a; b\n"))).contains("Name 1:4 b");
    assertThat(AstPrinter.print(Parser.parseSingle("if a:\n  b\n\n"))).startsWith("If 1:1");
    assertThat(AstPrinter.print(Parser.parseSingle("\n"))).isEmpty();
  }

  @Test
  void parsesAnExpression() {
    assertThat(AstPrinter.print(Parser.parseEval("1, 2"))).startsWith("Tuple 1:1");
  }
}
