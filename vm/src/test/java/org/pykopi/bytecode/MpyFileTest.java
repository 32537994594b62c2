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
import org.pykopi.syntax.Parser;

class MpyFileTest {
  /** Every kind of constant, closures, blocks, loops and a line table with long steps. */
  private static final String PROGRAM =
      """
      import a.b
      x = 12345678901234567890, -1.5, 2j, b'bytes\\0', 'a string that is long', (None, True, ...)
      class C(a.b.D):
          def f(self, *args, k=1, **kw):
              for i in range(10):
                  try:
                      yield [j + self.x for j in args if j]
                  except ValueError as e:
                      break
                  finally:
                      print('\\u20ac', e)
              with open(k) as g, h:
                  return lambda: super().f(i)




      async def m():
          async with x as y:
              async for z in y:
                  continue
      """;

  private static byte[] file() {
    CodeObject code = Compiler.compile(Parser.parseFile(PROGRAM), "test.py", CompileOptions.CROSS);
    return MpyWriter.write(code, 31);
  }

  @Test
  void aSmallFileByteForByte() {
    CodeObject code =
        Compiler.compile(Parser.parseFile("x = 1000\n"), "a.py", CompileOptions.CROSS);
    assertThat(HexFormat.of().formatHex(MpyWriter.write(code, 31)))
        .isEqualTo(
            "4d06001f" // M, version 6, no native code, 31 bits
                + "0300" // three names, no constants
                + "08612e707900" // a.py
                + "0f" // <module>, known by its number
                + "027800" // x
                + "50" // ten bytes of code
                + "000201" // prelude: sizes, no lines, name 1
                + "22876816025163"); // LOAD_CONST_SMALL_INT 1000, STORE_NAME, None, RETURN_VALUE
  }

  @Test
  void readingAndWritingGivesTheSameFile() {
    byte[] file = file();
    assertThat(MpyWriter.write(MpyReader.read(file), 31)).isEqualTo(file);
  }

  @Test
  void otherVersionsAreRefused() {
    for (int at = 0; at < 4; at++) {
      byte[] file = file();
      file[at] = (byte) 0x7f;
      assertThatThrownBy(() -> MpyReader.read(file)).isInstanceOf(MpyFormatException.class);
    }
    byte[] old = file();
    old[1] = 5;
    assertThatThrownBy(() -> MpyReader.read(old)).hasMessage("incompatible .mpy file");
    byte[] nativeCode = file();
    nativeCode[2] = 2 << 2 | 3;
    assertThatThrownBy(() -> MpyReader.read(nativeCode))
        .hasMessage("native code in .mpy unsupported");
  }

  @Test
  void everyTruncationIsNoticed() {
    byte[] file = file();
    for (int length = 0; length < file.length; length++) {
      byte[] part = Arrays.copyOf(file, length);
      assertThatThrownBy(() -> MpyReader.read(part)).isInstanceOf(MpyFormatException.class);
    }
  }

  @Test
  void changedBytesGiveCodeOrTheOneException() {
    Random random = new Random(6);
    byte[] file = file();
    for (int round = 0; round < 20_000; round++) {
      byte[] changed = file.clone();
      for (int i = random.nextInt(3); i >= 0; i--) {
        changed[random.nextInt(changed.length)] = (byte) random.nextInt(256);
      }
      Throwable thrown = catchThrowable(() -> Disassembler.list(MpyReader.read(changed)));
      if (thrown != null) {
        assertThat(thrown).isInstanceOf(MpyFormatException.class);
      }
    }
  }
}
