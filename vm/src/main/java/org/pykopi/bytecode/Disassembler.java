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
    byte[] data = MpyWriter.data(code);
    out.append("File ").append(code.sourceFile);
    out.append(", code block '").append(code.simpleName);
    out.append("' (descriptor: ").append(blockCount++);
    out.append(", bytecode @").append(blockStart);
    out.append(' ').append(data.length).append(" bytes)\n");
    blockStart += data.length;
    int infoSize = data.length - code.bytecode.length;
    out.append("Raw bytecode (code_info_size=").append(infoSize);
    out.append(", bytecode_size=").append(code.bytecode.length).append("):\n");
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
    lines(code.prelude.lines());
    Instruction instruction = new Instruction(code.bytecode);
    for (int pc = 0; pc < code.bytecode.length; pc = instruction.next) {
      instruction.read(pc);
      instruction(code, instruction);
      out.append('\n');
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
    out.append(i.pc < 10 ? "0" : "").append(i.pc).append(' ').append(Opcode.name(i.op));
    switch (Opcode.form(i.op)) {
      case NAME -> name(i.op, code.names[i.operand]);
      case CONSTANT -> {
        out.append(' ').append(i.operand).append('=');
        out.append(ConstantText.repr(code.constants[i.operand]));
      }
      case CHILD -> child(code, i);
      case CHILD_BYTE -> {
        child(code, i);
        out.append(' ').append(i.extra);
      }
      case JUMP_BYTE -> out.append(' ').append(i.operand).append(' ').append(i.extra);
      case NONE -> operandInOpcode(i);
      default -> number(i);
    }
  }

  private void name(int op, String name) {
    boolean isQuoted =
        op == Opcode.LOAD_CONST_STRING || op == Opcode.IMPORT_NAME || op == Opcode.IMPORT_FROM;
    out.append(isQuoted ? " '" : " ").append(name).append(isQuoted ? "'" : "");
  }

  private void child(CodeObject code, Instruction i) {
    out.append(' ').append(i.operand).append('=').append(code.children[i.operand].simpleName);
  }

  private void number(Instruction i) {
    switch (i.op) {
      case Opcode.CALL_FUNCTION,
          Opcode.CALL_FUNCTION_VAR_KW,
          Opcode.CALL_METHOD,
          Opcode.CALL_METHOD_VAR_KW -> {
        out.append(" n=").append(i.operand & 0xff);
        out.append(" nkw=").append(i.operand >> 8 & 0xff);
      }
      default -> out.append(' ').append(i.operand);
    }
  }

  private void operandInOpcode(Instruction i) {
    if (i.op < Opcode.LOAD_CONST_SMALL_INT_MULTI) {
      return;
    }
    out.append(' ').append(i.operand);
    if (i.op >= Opcode.BINARY_OP_MULTI) {
      out.append(' ').append(Opcode.BINARY_OPERATORS[i.operand]);
    } else if (i.op >= Opcode.UNARY_OP_MULTI) {
      out.append(' ').append(Opcode.UNARY_OPERATORS[i.operand]);
    }
  }
}
