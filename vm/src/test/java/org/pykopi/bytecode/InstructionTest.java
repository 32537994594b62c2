package org.pykopi.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HexFormat;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class InstructionTest {
  private static Instruction read(String hex) {
    Instruction instruction = new Instruction(HexFormat.of().parseHex(hex));
    instruction.read(0);
    return instruction;
  }

  @ParameterizedTest
  @CsvSource({
    "51, 0, 1", // no operand
    "70, -16, 1", // small ints in the opcode
    "af, 47, 1",
    "b3, 3, 1", // LOAD_FAST 3
    "cf, 15, 1", // STORE_FAST 15
    "d3, 3, 1", // UNARY_OP
    "f9, 34, 1", // BINARY_OP
    "2a05, 5, 2", // BUILD_TUPLE
    "2a8100, 128, 3",
    "2230, 48, 2", // LOAD_CONST_SMALL_INT
    "2240, -64, 2",
    "2280ff7f, 16383, 4",
    "22ff00, -128, 3",
    "4241, 3, 2", // JUMP forwards, backwards
    "4200, -62, 2",
    "4280c0, 8195, 3",
    "4a05, 7, 2", // unsigned
    "4a8501, 136, 3",
  })
  void operands(String hex, int operand, int next) {
    Instruction instruction = read(hex);
    assertThat(instruction.operand).isEqualTo(operand);
    assertThat(instruction.next).isEqualTo(next);
  }

  @Test
  void extraBytes() {
    Instruction closure = read("200102");
    assertThat(closure.operand).isEqualTo(1);
    assertThat(closure.extra).isEqualTo(2);
    Instruction unwind = read("404281");
    assertThat(unwind.operand).isEqualTo(4);
    assertThat(unwind.extra).isEqualTo(0x81);
    assertThat(unwind.next).isEqualTo(3);
  }

  @ParameterizedTest
  @CsvSource({"00", "10", "1080", "2001", "42", "4280", "4041", "2280808080808000"})
  void incomplete(String hex) {
    assertThat(Instruction.isComplete(HexFormat.of().parseHex(hex), 0)).isFalse();
  }
}
