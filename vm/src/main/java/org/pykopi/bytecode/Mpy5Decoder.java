package org.pykopi.bytecode;

import java.util.List;

/**
 * Translates the instructions of version 5 to those the machine runs. They are recorded once more
 * in an {@link Assembler}: jumps get labels, constants and children the numbers of their own
 * tables, and lines their new places.
 */
final class Mpy5Decoder {
  private final Mpy5Code code;
  private final int argumentCount;

  /** What the table has after the arguments: numbers of constants, {@code ~i} for child i. */
  private final int[] entries;

  /** The table of the module; ints that the machine's opcode cannot hold are added. */
  private final List<Object> constants;

  private final Assembler assembler = new Assembler();
  private final Instruction5 instruction;
  private final boolean[] starts;
  private final boolean[] isTarget;

  Mpy5Decoder(Mpy5Code code, int argumentCount, int[] entries, List<Object> constants) {
    this.code = code;
    this.argumentCount = argumentCount;
    this.entries = entries;
    this.constants = constants;
    this.instruction = new Instruction5(code);
    this.starts = new boolean[code.bytecode().length];
    this.isTarget = new boolean[code.bytecode().length];
  }

  /** The instructions must be complete. */
  void decode() {
    findTargets();
    LineTable lines = code.lines();
    int step = 0;
    int stepEnd = 0;
    int line = 1;
    for (int pc = 0; pc < starts.length; pc = instruction.next) {
      while (step < lines.encoded().length && stepEnd + lines.bytesOfStep(step) <= pc) {
        stepEnd += lines.bytesOfStep(step);
        line += lines.linesOfStep(step);
        step = lines.nextStep(step);
        assembler.line(line);
      }
      if (isTarget[pc]) {
        assembler.label(pc);
      }
      instruction.read(pc);
      record(pc);
    }
    if (!assembler.assemble(starts.length)) {
      throw new MpyFormatException("code too long in .mpy file");
    }
  }

  byte[] bytecode() {
    return assembler.bytecode();
  }

  LineTable lines() {
    return new LineTable(assembler.lineTable());
  }

  private void findTargets() {
    for (int pc = 0; pc < starts.length; pc = instruction.next) {
      starts[pc] = true;
      instruction.read(pc);
    }
    for (int pc = 0; pc < starts.length; pc = instruction.next) {
      instruction.read(pc);
      if (Opcode.isJump(instruction.op)) {
        int target = instruction.operand;
        if (target < 0 || target >= starts.length || !starts[target]) {
          throw Verifier.bad("jump", pc);
        }
        isTarget[target] = true;
      }
    }
  }

  private void record(int pc) {
    int op = instruction.op;
    int operand = instruction.operand;
    int own = operand - argumentCount;
    switch (Opcode.form(op)) {
      case INT -> smallInt();
      case CONSTANT -> {
        check(own >= 0 && own < entries.length && entries[own] >= 0, pc);
        assembler.instruction(op, entries[own]);
      }
      case CHILD, CHILD_BYTE -> {
        check(own >= 0 && own < entries.length && entries[own] < 0, pc);
        if (Opcode.form(op) == Opcode.Form.CHILD) {
          assembler.instruction(op, ~entries[own]);
        } else {
          assembler.instruction(op, ~entries[own], instruction.extra);
        }
      }
      case JUMP_BYTE -> assembler.instruction(op, operand, instruction.extra);
      case UINT -> {
        check(instruction.number >= 0 && instruction.number == operand, pc);
        assembler.instruction(op, operand);
      }
      default -> assembler.instruction(op, operand);
    }
  }

  private static void check(boolean isGood, int pc) {
    if (!isGood) {
      throw Verifier.bad("index", pc);
    }
  }

  private void smallInt() {
    if (instruction.number == (int) instruction.number) {
      assembler.instruction(Opcode.LOAD_CONST_SMALL_INT, instruction.number);
    } else {
      assembler.instruction(Opcode.LOAD_CONST_OBJ, constants.size());
      constants.add(instruction.number);
    }
  }
}
