package org.pykopi.bytecode;

import java.util.Arrays;

/**
 * Encodes what an {@link Assembler} has recorded in the coding of version 5. All sizes are fixed,
 * so the second pass knows every label.
 */
final class Mpy5Assembler {
  private final Assembler recording;
  private final int[] labelOffsets;
  private final int argumentCount;
  private final boolean cachesLookups;

  private ByteWriter code;
  private Assembler.LineEncoder lines;
  private int[] constants = new int[8];
  private int constantCount;

  Mpy5Assembler(Assembler recording, int labelCount, int argumentCount, boolean cachesLookups) {
    this.recording = recording;
    this.labelOffsets = new int[labelCount];
    this.argumentCount = argumentCount;
    this.cachesLookups = cachesLookups;
  }

  Mpy5Code assemble() {
    pass();
    int total = constantCount;
    pass();
    LineTable table = new LineTable(lines.out.toBytes());
    int[] used = Arrays.copyOf(constants, total);
    return new Mpy5Code(code.toBytes(), table, used, cachesLookups);
  }

  private void pass() {
    int firstChild = argumentCount + constantCount;
    code = new ByteWriter();
    lines = new Assembler.LineEncoder();
    constantCount = 0;
    for (int i = 0; i < recording.count; i++) {
      int op = recording.ops[i];
      long operand = recording.operands[i];
      if (op == Assembler.LABEL) {
        labelOffsets[(int) operand] = code.size();
      } else if (op == Assembler.LINE) {
        lines.encode((int) operand, code.size());
      } else if (op >= 0) {
        encode(op, operand, firstChild);
        if (recording.extras[i] != Assembler.NO_EXTRA) {
          code.add(recording.extras[i]);
        }
      }
    }
  }

  private void encode(int op, long operand, int firstChild) {
    code.add(Opcode5.of(op));
    switch (Opcode.form(op)) {
      case NONE -> {
        if (Opcode5.isRaise(op)) {
          code.add(op - Opcode.RAISE_LAST);
        }
      }
      case INT -> code.addSigned(operand);
      case NAME -> {
        addShort((int) operand);
        if (cachesLookups && Opcode5.isCached(op)) {
          code.add(0);
        }
      }
      case CONSTANT -> code.addUnsigned(argumentCount + addConstant((int) operand));
      case CHILD, CHILD_BYTE -> code.addUnsigned(firstChild + (int) operand);
      case JUMP, JUMP_BYTE, FORWARD -> {
        int distance = labelOffsets[(int) operand] - code.size() - 2;
        addShort(Opcode5.isSigned(op) ? distance + Opcode5.EXCESS : distance);
      }
      default -> code.addUnsigned((int) operand);
    }
  }

  private void addShort(int value) {
    code.add(value);
    code.add(value >> 8);
  }

  private int addConstant(int index) {
    if (constantCount == constants.length) {
      constants = Arrays.copyOf(constants, constantCount * 2);
    }
    constants[constantCount] = index;
    return constantCount++;
  }
}
