package org.pykopi.bytecode;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class OpcodeTest {
  @Test
  void everyOpcodeHasANameAndOthersHaveNone() {
    for (int op = 0; op < 256; op++) {
      boolean isOpcode = Opcode.form(op) != Opcode.Form.INVALID;
      assertThat(Opcode.name(op) != null).as("byte %02x", op).isEqualTo(isOpcode);
    }
  }

  @Test
  void effectsFollowTheOperand() {
    assertThat(Opcode.stackEffect(Opcode.BUILD_LIST, 3, 0)).isEqualTo(-2);
    assertThat(Opcode.stackEffect(Opcode.BUILD_MAP, 3, 0)).isEqualTo(1);
    assertThat(Opcode.stackEffect(Opcode.CALL_FUNCTION, 2 | 1 << 8, 0)).isEqualTo(-4);
    assertThat(Opcode.stackEffect(Opcode.CALL_METHOD_VAR_KW, 1, 0)).isEqualTo(-3);
    assertThat(Opcode.stackEffect(Opcode.UNPACK_EX, 2 | 1 << 8, 0)).isEqualTo(3);
    assertThat(Opcode.stackEffect(Opcode.MAKE_CLOSURE_DEFARGS, 0, 2)).isEqualTo(-3);
  }

  @Test
  void jumpsMayLeaveAnotherStack() {
    assertThat(Opcode.stackEffect(Opcode.FOR_ITER, 0, 0)).isEqualTo(1);
    assertThat(Opcode.stackEffectOfJump(Opcode.FOR_ITER)).isEqualTo(-4);
    assertThat(Opcode.stackEffectOfJump(Opcode.JUMP_IF_TRUE_OR_POP)).isZero();
    assertThat(Opcode.stackEffectOfJump(Opcode.POP_JUMP_IF_TRUE)).isEqualTo(-1);
  }

  @Test
  void nothingReadsLessThanItRemoves() {
    for (int op = 0; op < 256; op++) {
      if (Opcode.form(op) != Opcode.Form.INVALID) {
        int removed = -Opcode.stackEffect(op, 2, 1);
        assertThat(Opcode.slotsRead(op, 2, 1)).as(Opcode.name(op)).isGreaterThanOrEqualTo(removed);
      }
    }
  }
}
