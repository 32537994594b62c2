package org.pykopi.bytecode;

import java.util.ArrayDeque;
import java.util.Deque;

/**
 * Lists code objects as text, like the reference does with {@code -v -v}. Where that shows
 * addresses, constants and children are shown with their index, a block's descriptor is its number
 * in the listing, and its bytecode is at the sum of the sizes before it. Outer blocks come first,
 * then their children, then those of the children.
 */
public final class Disassembler {
  private static final int BYTES_PER_LINE = 16;

  private final StringBuilder out = new StringBuilder();
  private int blockCount;
  private int blockStart;

  private Disassembler() {}

  /** The listing of the code object and everything inside it. */
  public static String list(CodeObject module) {
    Disassembler disassembler = new Disassembler();
    Deque<CodeObject> waiting = new ArrayDeque<>();
    waiting.add(module);
    while (!waiting.isEmpty()) {
      CodeObject code = waiting.remove();
      disassembler.block(code);
      for (CodeObject child : code.children) {
        waiting.add(child);
      }
    }
    return disassembler.out.toString();
  }

  /** One line for the instruction at the offset, without a line end. */
  public static String instruction(CodeObject code, int pc) {
    Disassembler disassembler = new Disassembler();
    Instruction instruction = new Instruction(code.bytecode);
    instruction.read(pc);
    disassembler.instruction(code, instruction);
    return disassembler.out.toString();
  }

  private void block(CodeObject code) {
    boolean isPycopy = code.version5 != null;
    byte[] data = isPycopy ? Mpy5Writer.data(code) : MpyWriter.data(code);
    int codeSize = isPycopy ? code.version5.bytecode().length : code.bytecode.length;
    out.append("File ").append(code.sourceFile);
    out.append(", code block '").append(code.simpleName);
    out.append("' (descriptor: ").append(blockCount++);
    out.append(", bytecode @").append(blockStart);
    out.append(' ').append(data.length).append(" bytes)\n");
    blockStart += data.length;
    out.append("Raw bytecode (code_info_size=").append(data.length - codeSize);
    out.append(", bytecode_size=").append(codeSize).append("):\n");
    rawBytes(data);
    out.append("arg names:");
    for (String name : code.argumentNames) {
      out.append(' ').append(name);
    }
    out.append("\n(N_STATE ").append(code.stateSize);
    out.append(")\n(N_EXC_STACK ").append(code.exceptionStackSize).append(")\n");
    for (int local : code.cells) {
      out.append("(INIT_CELL ").append(local).append(")\n");
    }
    if (isPycopy) {
      lines(code.version5.lines());
      instructions5(code);
    } else {
      lines(code.prelude.lines());
      instructions(code);
    }
  }

  private void instructions(CodeObject code) {
    Instruction instruction = new Instruction(code.bytecode);
    for (int pc = 0; pc < code.bytecode.length; pc = instruction.next) {
      instruction.read(pc);
      instruction(code, instruction);
      out.append('\n');
    }
  }

  /** The instructions of version 5, with their own places and numbers. */
  private void instructions5(CodeObject code) {
    Instruction5 i = new Instruction5(code.version5);
    int[] constants = code.version5.constants();
    for (int pc = 0; pc < code.version5.bytecode().length; pc = i.next) {
      i.read(pc);
      int own = i.operand - code.argumentNames.length;
      switch (Opcode.form(i.op)) {
        case CONSTANT -> text(code, pc, i.op, constants[own], 0);
        case CHILD, CHILD_BYTE -> text(code, pc, i.op, own - constants.length, i.extra);
        case INT -> start(pc, i.op).append(' ').append(i.number);
        case NONE -> {
          boolean isUnary = i.op >= Opcode.UNARY_OP_MULTI && i.op < Opcode.BINARY_OP_MULTI;
          if (Opcode5.isRaise(i.op)) {
            place(pc).append("RAISE_VARARGS ").append(i.op - Opcode.RAISE_LAST);
          } else if (isUnary) {
            start(pc, i.op).append(' ').append(i.operand);
          } else {
            text(code, pc, i.op, i.operand, 0);
          }
        }
        default -> text(code, pc, i.op, i.operand, i.extra);
      }
      boolean isCached = code.version5.cachesLookups() && Opcode5.isCached(i.op);
      out.append(isCached ? " (cache=0)\n" : "\n");
    }
  }

  private void rawBytes(byte[] data) {
    for (int i = 0; i < data.length; i++) {
      out.append(i > 0 && i % BYTES_PER_LINE == 0 ? "\n " : " ");
      out.append(Character.forDigit(data[i] >> 4 & 0xf, 16));
      out.append(Character.forDigit(data[i] & 0xf, 16));
    }
    out.append('\n');
  }

  private void lines(LineTable lines) {
    int pc = 0;
    int line = 1;
    out.append("  bc=0 line=1\n");
    for (int at = 0; at < lines.encoded().length; at = lines.nextStep(at)) {
      pc += lines.bytesOfStep(at);
      line += lines.linesOfStep(at);
      out.append("  bc=").append(pc).append(" line=").append(line).append('\n');
    }
  }

  // ---- instructions ----

  private void instruction(CodeObject code, Instruction i) {
    text(code, i.pc, i.op, i.operand, i.extra);
  }

  private StringBuilder place(int pc) {
    return out.append(pc < 10 ? "0" : "").append(pc).append(' ');
  }

  private StringBuilder start(int pc, int op) {
    return place(pc).append(Opcode.name(op));
  }

  private void text(CodeObject code, int pc, int op, int operand, int extra) {
    start(pc, op);
    switch (Opcode.form(op)) {
      case NAME -> name(op, code.names[operand]);
      case CONSTANT -> {
        out.append(' ').append(operand).append('=');
        out.append(ConstantText.repr(code.constants[operand]));
      }
      case CHILD -> child(code, operand);
      case CHILD_BYTE -> {
        child(code, operand);
        out.append(' ').append(extra);
      }
      case JUMP_BYTE -> out.append(' ').append(operand).append(' ').append(extra);
      case NONE -> operandInOpcode(op, operand);
      default -> number(op, operand);
    }
  }

  private void name(int op, String name) {
    boolean isQuoted =
        op == Opcode.LOAD_CONST_STRING || op == Opcode.IMPORT_NAME || op == Opcode.IMPORT_FROM;
    out.append(isQuoted ? " '" : " ").append(name).append(isQuoted ? "'" : "");
  }

  private void child(CodeObject code, int index) {
    out.append(' ').append(index).append('=').append(code.children[index].simpleName);
  }

  private void number(int op, int operand) {
    switch (op) {
      case Opcode.CALL_FUNCTION,
          Opcode.CALL_FUNCTION_VAR_KW,
          Opcode.CALL_FUNCTION_STARS,
          Opcode.CALL_METHOD,
          Opcode.CALL_METHOD_VAR_KW,
          Opcode.CALL_METHOD_STARS -> {
        out.append(" n=").append(operand & 0xff);
        out.append(" nkw=").append(operand >> 8 & 0xff);
      }
      default -> out.append(' ').append(operand);
    }
  }

  private void operandInOpcode(int op, int operand) {
    if (op < Opcode.LOAD_CONST_SMALL_INT_MULTI) {
      return;
    }
    out.append(' ').append(operand);
    if (op >= Opcode.BINARY_OP_MULTI) {
      out.append(' ').append(Opcode.BINARY_OPERATORS[operand]);
    } else if (op >= Opcode.UNARY_OP_MULTI) {
      out.append(' ').append(Opcode.UNARY_OPERATORS[operand]);
    }
  }
}
