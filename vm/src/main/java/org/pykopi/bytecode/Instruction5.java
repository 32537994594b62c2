package org.pykopi.bytecode;

/**
 * A cursor over the instructions of version 5 ({@link Opcode5}), like {@link Instruction} for those
 * of version 6. The code is well-formed.
 */
final class Instruction5 {
  private final byte[] code;
  private final boolean cachesLookups;

  /** The opcode as {@link Opcode} numbers it. */
  int op;

  /** The operand as stored; for a jump the absolute target; for the multi ranges the value. */
  int operand;

  /** A signed number. */
  long number;

  /** The extra byte, 0 when there is none. */
  int extra;

  /** Where the next instruction starts. */
  int next;

  Instruction5(Mpy5Code code) {
    this.code = code.bytecode();
    this.cachesLookups = code.cachesLookups();
  }

  void read(int at) {
    int b = code[at] & 0xff;
    op = Opcode5.toOpcode(b);
    next = at + 1;
    operand = Instruction.operandInOpcode(b);
    extra = 0;
    switch (Opcode.form(op)) {
      case NONE -> {
        if (b == Opcode5.RAISE) {
          op += code[next++];
        }
      }
      case NAME -> {
        operand = readShort();
        next += cachesLookups && Opcode5.isCached(op) ? 1 : 0;
      }
      case JUMP, FORWARD -> readDistance();
      case JUMP_BYTE -> {
        readDistance();
        extra = code[next++] & 0xff;
      }
      default -> {
        readNumber(Opcode.form(op) == Opcode.Form.INT && (code[next] & 0x40) != 0 ? -1 : 0);
        if (Opcode.form(op) == Opcode.Form.CHILD_BYTE) {
          extra = code[next++] & 0xff;
        }
      }
    }
  }

  private int readShort() {
    int value = code[next] & 0xff | (code[next + 1] & 0xff) << 8;
    next += 2;
    return value;
  }

  private void readDistance() {
    int distance = readShort();
    operand = next + (Opcode5.isSigned(op) ? distance - Opcode5.EXCESS : distance);
  }

  private void readNumber(long start) {
    number = start;
    int b;
    do {
      b = code[next++];
      number = number << 7 | b & 0x7f;
    } while (b < 0);
    operand = (int) number;
  }
}
