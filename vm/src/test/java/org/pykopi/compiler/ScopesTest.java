package org.pykopi.compiler;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.pykopi.bytecode.CodeObject;

class ScopesTest {
  @Test
  void namesOfAModuleAreGlobal() {
    assertThat(Listings.module("a = b; del a"))
        .isEqualTo("LOAD_NAME b; STORE_NAME a; DELETE_NAME a");
    assertThat(Listings.function("def f():\n    return a"))
        .startsWith("LOAD_GLOBAL a; RETURN_VALUE");
  }

  @Test
  void assignedNamesOfAFunctionAreLocal() {
    assertThat(Listings.function("def f(a):\n    b = a; del b"))
        .startsWith("LOAD_FAST 0; STORE_FAST 1; DELETE_FAST 1");
    assertThat(Listings.function("def f():\n    global b\n    b = 1"))
        .startsWith("LOAD_CONST_SMALL_INT 1; STORE_GLOBAL b");
  }

  @Test
  void anInnerFunctionGetsCellsInFront() {
    CodeObject outer =
        Listings.compile("def f(a, b):\n    def g(c):\n        nonlocal b\n        b = a + c")
            .children[0];
    assertThat(outer.cells).containsExactly(0, 1);
    assertThat(Listings.instructions(outer))
        .startsWith("LOAD_FAST 0; LOAD_FAST 1; MAKE_CLOSURE 0=g 2; STORE_FAST 2");
    CodeObject inner = outer.children[0];
    assertThat(inner.argumentNames).containsExactly("*", "*", "c");
    assertThat(Listings.instructions(inner))
        .startsWith("LOAD_DEREF 0; LOAD_FAST 2; BINARY_OP 27 __add__; STORE_DEREF 1");
  }

  @Test
  void namesPassThroughScopesBetween() {
    CodeObject outer =
        Listings.compile("def f(a):\n    def g():\n        def h():\n            return a")
            .children[0];
    CodeObject middle = outer.children[0];
    assertThat(Listings.instructions(middle)).startsWith("LOAD_FAST 0; MAKE_CLOSURE 0=h 1");
    assertThat(middle.cells).isEmpty();
  }

  @Test
  void classBodiesAreNoClosures() {
    CodeObject function =
        Listings.compile("def f():\n    class C:\n        a = 1\n        def g(self): return a")
            .children[0];
    CodeObject method = function.children[0].children[0];
    assertThat(Listings.instructions(method)).startsWith("LOAD_GLOBAL a");
  }

  @Test
  void superNeedsTheClassCell() {
    CodeObject type = Listings.compile("class C:\n    def f(me): super().f(1)").children[0];
    assertThat(Listings.instructions(type)).endsWith("STORE_NAME f; LOAD_FAST 0; RETURN_VALUE");
    assertThat(Listings.instructions(type.children[0]))
        .startsWith("LOAD_GLOBAL super; LOAD_DEREF 0; LOAD_FAST 1; LOAD_SUPER_METHOD f");
  }

  @Test
  void starArgsComeAfterKeywordOnlyArguments() {
    CodeObject code = Listings.compile("def f(a, *b, c, d=1, **e): return b, d, e").children[0];
    assertThat(code.argumentNames).containsExactly("a", "d", "c");
    assertThat(code.positionalArgs).isEqualTo(1);
    assertThat(code.keywordOnlyArgs).isEqualTo(2);
    assertThat(code.hasVarArgs() && code.hasVarKeywords() && code.hasKeywordDefaults()).isTrue();
    assertThat(Listings.instructions(code))
        .startsWith("LOAD_FAST 3; LOAD_FAST 1; LOAD_FAST 4; BUILD_TUPLE 3");
  }

  @Test
  void namedExpressionsLeaveTheComprehension() {
    CodeObject code = Listings.compile("def f(x):\n    return [y := a for a in x], y").children[0];
    assertThat(code.cells).hasSize(1);
    assertThat(Listings.instructions(code.children[0])).contains("STORE_DEREF 0");
  }
}
