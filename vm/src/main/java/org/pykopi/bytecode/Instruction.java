package org.pykopi.bytecode;

/**
 * A cursor that decodes one instruction at a time, without allocating.
 *
 * <p>The code must be well-formed (every instruction complete); {@link #isComplete} tells so
 * beforehand for code from a file.
 */
public final class Instruction {
  private final byte[] code;

  /** Where the instruction starts. */
  public int pc;

  /** The opcode byte. */
  public int op;

  /**
   * The operand. For a jump: the absolute target. For the multi ranges: the value (small int, local
   * number or operator index). 0 when there is none.
   */
  public int operand;

  /** The extra byte, 0 when there is none. */
  public int extra;

  /** Where the next instruction starts. */
  public int next;

  /** A cursor over the code; call {@link #read} before using the fields. */
  public Instruction(byte[] code) {
    this.code = code;
  }

  /** Decodes the instruction at the given offset. */
  public void read(int at) {
    pc = at;
    op = code[at] & 0xff;
    next = at + 1;
    operand = 0;
    extra = 0;
    switch (Opcode.form(op)) {
      case NONE -> operand = operandInOpcode(op);
      case UINT, NAME, CONSTANT, CHILD -> readUnsigned(0);
      case INT -> readUnsigned((code[next] & 0x40) != 0 ? -1 : 0);
      case CHILD_BYTE -> {
        readUnsigned(0);
        readExtra();
      }
      case JUMP -> readDistance(0x40);
      case JUMP_BYTE -> {
        readDistance(0x40);
        readExtra();
      }
      case FORWARD -> readDistance(0);
      case INVALID -> {}
    }
  }

  /** The operand that is part of the opcode, 0 for none. */
  static int operandInOpcode(int op) {
    if (op < Opcode.LOAD_CONST_SMALL_INT_MULTI) {
      return 0;
    }
    if (op < Opcode.LOAD_FAST_MULTI) {
      return op - Opcode.LOAD_CONST_SMALL_INT_MULTI - Opcode.SMALL_INT_EXCESS;
    }
    if (op < Opcode.STORE_FAST_MULTI) {
      return op - Opcode.LOAD_FAST_MULTI;
    }
    if (op < Opcode.UNARY_OP_MULTI) {
      return op - Opcode.STORE_FAST_MULTI;
    }
    return op < Opcode.BINARY_OP_MULTI ? op - Opcode.UNARY_OP_MULTI : op - Opcode.BINARY_OP_MULTI;
  }

  private void readUnsigned(int start) {
    int value = start;
    int b;
    do {
      b = code[next++];
      value = value << 7 | b & 0x7f;
    } while (b < 0);
    operand = value;
  }

  private void readDistance(int bias) {
    int distance = code[next++];
    if (distance >= 0) {
      distance -= bias;
    } else {
      distance = (distance & 0x7f | (code[next++] & 0xff) << 7) - (bias << 8);
    }
    operand = next + distance;
  }

  private void readExtra() {
    extra = code[next++] & 0xff;
  }

  /**
   * Whether a valid opcode with all its operand bytes lies at the given offset, its number within
   * 32 bits.
   */
  static boolean isComplete(byte[] code, int at) {
    int end = at + 1;
    Opcode.Form form = Opcode.form(code[at] & 0xff);
    switch (form) {
      case INVALID -> {
        return false;
      }
      case NONE -> {}
      case JUMP, JUMP_BYTE, FORWARD -> end += end < code.length && code[end] < 0 ? 2 : 1;
      default -> {
        while (end < code.length && code[end] < 0) {
          end++;
        }
        end++;
        if (end - at > 6) {
          return false;
        }
      }
    }
    if (form == Opcode.Form.CHILD_BYTE || form == Opcode.Form.JUMP_BYTE) {
      end++;
    }
    return end <= code.length;
  }
}
