package org.pykopi.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A forward jump counts itself with three bytes when it decides, as in the reference. */
class AssemblerTest {
  private static Assembler padded(int jumpOp, int padding) {
    Assembler assembler = new Assembler();
    assembler.instruction(jumpOp, 0);
    for (int i = 0; i < padding; i++) {
      assembler.instruction(Opcode.POP_TOP, 0);
    }
    assembler.label(0);
    return assembler;
  }

  @ParameterizedTest
  @CsvSource({"62, 2", "63, 3"})
  void signedJumpsGrow(int padding, int size) {
    Assembler assembler = padded(Opcode.JUMP, padding);
    assertThat(assembler.assemble(1)).isTrue();
    assertThat(assembler.bytecode()).hasSize(size + padding);
  }

  @ParameterizedTest
  @CsvSource({"126, 2", "127, 3"})
  void unsignedJumpsGrow(int padding, int size) {
    Assembler assembler = padded(Opcode.FOR_ITER, padding);
    assertThat(assembler.assemble(1)).isTrue();
    assertThat(assembler.bytecode()).hasSize(size + padding);
  }

  @Test
  void someJumpsAreTooLong() {
    assertThat(padded(Opcode.JUMP, 16_383).assemble(1)).isTrue();
    assertThat(padded(Opcode.JUMP, 16_384).assemble(1)).isFalse();
  }

  @Test
  void linesAreFoundAgain() {
    int[] lines = {1, 2, 9, 10, 3000, 3001, 3003};
    Assembler assembler = new Assembler();
    for (int i = 0; i < lines.length; i++) {
      assembler.line(lines[i]);
      for (int j = 0; j < 20 * i + 1; j++) {
        assembler.instruction(Opcode.POP_TOP, 0);
      }
    }
    assertThat(assembler.assemble(0)).isTrue();
    LineTable table = new LineTable(assembler.lineTable());
    int pc = 0;
    for (int i = 0; i < lines.length; i++) {
      assertThat(table.lineOf(pc)).isEqualTo(lines[i]);
      pc += 20 * i + 1;
      assertThat(table.lineOf(pc - 1)).isEqualTo(lines[i]);
    }
  }
}
