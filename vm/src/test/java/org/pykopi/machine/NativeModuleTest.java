package org.pykopi.machine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.pykopi.bytecode.Mpy5Reader;
import org.pykopi.bytecode.Mpy5Writer;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.syntax.PySyntaxError;
import org.pykopi.util.Profile;

/** Small files as pycopy-cross 3.6.1 makes them; {@code MpyCrossComparisonTest} has larger ones. */
class NativeModuleTest {
  private static final CompileOptions OPTIONS =
      CompileOptions.CROSS.withProfile(Profile.PYCOPY).withCachedLookups(false);

  private static final String MODULE =
      "4d050a1f20" // M, version 5, x86-64 and Unicode, 31 bits, 32 names
          + "5c080c000608632e707928008051" // as of bytecode: import micropython
          + "1b00731d00733200"; // and a function

  private static NativeModule compile(String source) {
    return NativeModule.compile("import micropython\n" + source, "n.py", "c.py", OPTIONS);
  }

  private static String hex(String source) {
    NativeModule module = compile(source);
    return HexFormat.of().formatHex(Mpy5Writer.write(module.code(), module.functions(), 31, true));
  }

  @Test
  void aNativeFunction() {
    assertThat(hex("@micropython.native\ndef f(a):\n    return a.b\n"))
        .isEqualTo(
            MODULE
                + "1d0266" // STORE_NAME_CONST f
                + "5163" // None, RETURN_VALUE
                + "0001" // no constants, one child
                + "827d" // 95 bytes of native code
                + "55534154415548" // push rbp, rbx, r12, r13
                + "83ec38" // sub rsp, 7 words
                + "4c8b6f18498b6d08" // the table of constants, in it the runtime's
                + "48893c24" // code state: function
                + "bf5900000048897c2408" // place of the prelude
                + "bf0200000048897c2418" // 2 slots
                + "4889e7488b8568010000ffd0" // set it up
                + "488b5c2430" // a in rbx
                + "4889dfbed6000000488b4548ffd0" // load attribute number 0xd6
                + "e900000000" // jump to the end
                + "4883ecc8415d415c5b5dc3" // add rsp, pop, ret
                + "0908" // prelude: 2 slots, 1 argument; sizes
                + "5d015c01" // numbers of f and c.py
                + "01817d0262" // one link: a number, of b
                + "590305" // place of the prelude, f, c.py
                + "00000261"); // no constants, no children, argument a
  }

  @Test
  void aViperFunction() {
    assertThat(hex("@micropython.viper\ndef g(a: int) -> int:\n    return a + 1\n"))
        .isEqualTo(
            MODULE
                + "1d0267" // STORE_NAME_CONST g
                + "51630001"
                + "836a" // 122 bytes of viper code
                + "55534154415548"
                + "83ec18" // sub rsp, 3 words
                + "4c8b6f18498b6d00" // the table of constants, in it the runtime's
                + "4889f74889d64989cd" // rdi, rsi, r13: counts and address of arguments
                + "84f60f850e000000" // keywords are wrong
                + "ba010000004839fa0f840e000000" // one argument is right
                + "ba02000200488b8560010000ffd0" // else the runtime raises TypeError
                + "498b7d00be02000000488b4518ffd0" // the argument as int
                + "4889c3" // a in rbx
                + "ba010000004889de4801d6" // a + 1
                + "4889f7be02000000488b4520ffd0" // as object
                + "e900000000"
                + "4883ece8415d415c5b5dc3"
                + "00000000"); // no links, no flags, no constants, no children
  }

  @Test
  void theMachineThatReadsHasNoSuchProcessor() {
    NativeModule module = compile("@micropython.native\ndef f(): pass\n");
    byte[] file = Mpy5Writer.write(module.code(), module.functions(), 31, true);
    assertThatThrownBy(() -> Mpy5Reader.readAny(file)).hasMessage("incompatible .mpy arch");
  }

  private static PySyntaxError error(String source) {
    return catchThrowableOfType(PySyntaxError.class, () -> compile(source));
  }

  @Test
  void typesThatDoNotFit() {
    PySyntaxError error =
        error("@micropython.viper\ndef f(x: int, y):\n    z = x\n    return x + y\n");
    assertThat(error).hasMessage("return expected 'object' but got 'int'");
    assertThat(error.kind).isEqualTo(PySyntaxError.Kind.VIPER_TYPE);
    assertThat(error.line).isEqualTo(5);
    assertThat(error.block).isEqualTo("f");
  }

  /** As pycopy-cross says it: a statement that is alone has no line of its own. */
  @Test
  void typeErrorsHaveThePlaceOfTheFirstAndTheTextOfTheLast() {
    PySyntaxError error = error("@micropython.viper\ndef f(x: int):\n    return x not in (1,)\n");
    assertThat(error).hasMessage("return expected 'object' but got 'int'");
    assertThat(error.line).isEqualTo(3);
    error = error("@micropython.viper\ndef f(x, y):\n    y += 1\n    for i in x: i + 1\n");
    assertThat(error).hasMessage("can't do binary op between 'object' and 'int'");
    assertThat(error.line).isEqualTo(4);
  }

  /** Here pycopy-cross stops at an assertion, or names no place. */
  @Test
  void whatHasNoMachineCode() {
    assertThat(error("@micropython.viper\ndef f(x: int):\n    y = 1\n    x.real\n"))
        .hasMessage("viper 'int' where an object is needed")
        .extracting(error -> error.kind, error -> error.line, error -> error.block)
        .containsExactly(PySyntaxError.Kind.NOT_IMPLEMENTED, 5, "f");
    assertThat(error("@micropython.native\ndef f():\n    raise\n")).hasMessage("native raise");
    assertThat(error("@micropython.viper\ndef f():\n    yield\n")).hasMessage("native yield");
    assertThat(error("@micropython.viper\ndef f():\n    int(int)\n")).hasMessage("casting");
    assertThat(error("@micropython.native\nasync def f(m):\n    async with m:\n        m()\n"))
        .hasMessage("native async with");
  }
}
