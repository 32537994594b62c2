package org.pykopi.bytecode;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.HexFormat;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pykopi.compiler.CompileOptions;
import org.pykopi.compiler.Compiler;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Parser;
import org.pykopi.util.Profile;

/** Files of Pycopy's version 5. */
class Mpy5FileTest {
  /** Every kind of constant and operand, and a line table with long steps. */
  private static final String PROGRAM =
      """
      import a.b
      x = 12345678901234567890, -1.5, 2j, b'bytes\\0', 'a string that is long', ..., 100000
      class C(a.b.D):
          __private: const = 1
          def f(self, *args, k=1, **kw):
              for i in range(10):
                  try:
                      yield [j + self.__x for j in args if j]
                  except ValueError as e:
                      break
                  finally:
                      print('\\u20ac', e, *args)
              with open(k) as g, h:
                  return lambda: super().f(i)




      async def m(x):
          async with x as y:
              async for z in y:
                  raise x.__y(1, 2, *z, **y)
      """;

  private static final CompileOptions OPTIONS =
      CompileOptions.CROSS.withProfile(Profile.PYCOPY).withCachedLookups(true);

  private static byte[] compile(String source, String name) {
    Ast.Root root = Parser.parseFile(source, Profile.PYCOPY);
    return Mpy5Writer.write(Compiler.compile(root, name, OPTIONS), 31, true);
  }

  private static byte[] file() {
    return compile(PROGRAM, "test.py");
  }

  @Test
  void aSmallFileByteForByte() {
    String source = "def f(a, *b):\n    raise a(*b)\n";
    assertThat(HexFormat.of().formatHex(compile(source, "c.py")))
        .isEqualTo(
            "4d05031f20" // M, version 5, caches and Unicode, 31 bits, 32 names
                + "38000a" // 14 bytes of bytecode, prelude: sizes
                + "000608632e7079" // <module>, known by its number, and c.py
                + "00" // no lines
                + "32001d0266" // MAKE_FUNCTION 0, STORE_NAME_CONST f
                + "5163" // None, RETURN_VALUE
                + "0001" // no constants, one child
                + "50a1808040" // 20 bytes, prelude: state, *args, one argument
                + "0c0103" // f and c.py again
                + "2000" // line 2
                + "b0b1533500" // a, b, null, call
                + "6001" // raise with one value
                + "5163" // never reached
                + "00000261"); // no constants, no children, argument a
  }

  @Test
  void readingAndWritingGivesTheSameFile() {
    byte[] file = file();
    assertThat(Mpy5Writer.write(Mpy5Reader.read(file), 31, true)).isEqualTo(file);
  }

  @Test
  void whatIsReadRunsAsWhatIsCompiled() {
    Ast.Root root = Parser.parseFile(PROGRAM, Profile.PYCOPY);
    CodeObject compiled = Compiler.compile(root, "test.py", OPTIONS);
    assertThat(instructions(Mpy5Reader.read(file()))).isEqualTo(instructions(compiled));
  }

  /** The names of all opcodes and the lines they are on. */
  private static String instructions(CodeObject code) {
    StringBuilder out = new StringBuilder();
    Instruction i = new Instruction(code.bytecode);
    for (int pc = 0; pc < code.bytecode.length; pc = i.next) {
      i.read(pc);
      out.append(code.lineOf(pc)).append(' ').append(Opcode.name(i.op)).append('\n');
    }
    for (CodeObject child : code.children) {
      out.append(instructions(child));
    }
    return out.toString();
  }

  @Test
  void theListingIsPycopys() {
    String source = "raise -a.b(100, *c)\n";
    CodeObject code = Compiler.compile(Parser.parseFile(source, Profile.PYCOPY), "a.py", OPTIONS);
    assertThat(Disassembler.list(code))
        .endsWith(
            """
              bc=0 line=1
            00 LOAD_NAME a (cache=0)
            04 LOAD_METHOD b
            07 LOAD_CONST_SMALL_INT 100
            10 LOAD_NAME c (cache=0)
            14 LOAD_NULL
            15 CALL_METHOD_VAR_KW n=1 nkw=0
            17 UNARY_OP 1
            18 RAISE_VARARGS 1
            20 LOAD_CONST_NONE
            21 RETURN_VALUE
            """);
  }

  @Test
  void filesForOtherMachinesAreRefused() {
    for (int at = 0; at < 5; at++) {
      byte[] file = file();
      file[at] = (byte) 0x7f;
      assertThatThrownBy(() -> Mpy5Reader.read(file)).isInstanceOf(MpyFormatException.class);
    }
    byte[] withoutCaches = file();
    withoutCaches[2] = 2;
    assertThatThrownBy(() -> Mpy5Reader.read(withoutCaches)).hasMessage("incompatible .mpy file");
    byte[] nativeCode = file();
    nativeCode[2] = 2 << 2 | 3;
    assertThatThrownBy(() -> Mpy5Reader.read(nativeCode)).hasMessage("incompatible .mpy arch");
    assertThatThrownBy(() -> MpyReader.read(file())).hasMessage("incompatible .mpy file");
  }

  @Test
  void everyTruncationIsNoticed() {
    byte[] file = file();
    for (int length = 0; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> Mpy5Reader.read(part)).isInstanceOf(MpyFormatException.class);
    }
  }

  @Test
  void changedBytesGiveCodeOrTheOneException() {
    Random random = new Random(5);
    byte[] file = file();
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = file.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Throwable thrown =
          catchThrowable(() -> Mpy5Writer.write(Mpy5Reader.readAny(changed), 31, true));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(MpyFormatException.class);
      }
    }
  }
}
