package org.pykopi.bytecode;

import java.util.Arrays;

/**
 * Checks that code is well-formed, so that the interpreter need not look: every instruction is
 * complete, every index lies in its table, every jump hits an instruction, and the stack and the
 * blocks stay within what the frame has room for ({@link FlowVerifier}).
 *
 * <p>Code from a file is always checked. Throws {@link MpyFormatException}.
 */
public final class Verifier {
  /** More than any compiler can need; a frame must not take all memory. */
  private static final int MAX_STATE = 1 << 17;

  private static final int ALL_FLAGS = 15;

  private final CodeObject code;
  private final byte[] bytecode;
  private final Instruction instruction;

  /** How many locals hold cells that the parent hands in. */
  private final int closedOver;

  /** For each offset whether an instruction starts there. */
  private final boolean[] starts;

  /** For each offset whether a jump leads there. */
  private final boolean[] isTarget;

  /** For each local whether it is a cell. */
  private boolean[] isCell;

  /** For each child the cells it is given, or -1 when no instruction makes it. */
  private final int[] cellsGiven;

  private int localCount;

  private Verifier(CodeObject code, int closedOver) {
    this.code = code;
    this.bytecode = code.bytecode;
    this.instruction = new Instruction(bytecode);
    this.closedOver = closedOver;
    this.starts = new boolean[bytecode.length];
    this.isTarget = new boolean[bytecode.length];
    this.cellsGiven = new int[code.children.length];
  }

  /** Checks the code and all its children. */
  public static void verify(CodeObject module) {
    verify(module, 0);
  }

  private static void verify(CodeObject code, int closedOver) {
    Verifier verifier = new Verifier(code, closedOver);
    verifier.checkPrelude();
    verifier.checkInstructions();
    new FlowVerifier(code, verifier.isTarget, verifier.isCell, verifier.localCount).verify();
    for (int i = 0; i < code.children.length; i++) {
      CodeObject child = code.children[i];
      int given = verifier.cellsGiven[i];
      // A child that is never made may assume what it likes.
      verify(child, given < 0 ? child.positionalArgs : given);
    }
  }

  static MpyFormatException bad(String what, int pc) {
    return new MpyFormatException("bad bytecode in .mpy file: " + what + " at " + pc);
  }

  private static void check(boolean isGood, String what, int pc) {
    if (!isGood) {
      throw bad(what, pc);
    }
  }

  private void checkPrelude() {
    localCount = code.positionalArgs + code.keywordOnlyArgs;
    localCount += code.hasVarArgs() ? 1 : 0;
    localCount += code.hasVarKeywords() ? 1 : 0;
    for (int local : code.cells) {
      localCount = Math.max(localCount, local + 1);
    }
    boolean isGood =
        code.stateSize <= MAX_STATE
            && localCount <= code.stateSize
            && code.exceptionStackSize <= 0xff
            && (code.scopeFlags & ~ALL_FLAGS) == 0
            && code.defaultPositionalArgs <= code.positionalArgs
            && closedOver <= code.positionalArgs
            && bytecode.length > 0;
    if (!isGood) {
      throw new MpyFormatException("bad prelude in .mpy file");
    }
    isCell = new boolean[code.stateSize];
    Arrays.fill(isCell, 0, closedOver, true);
    for (int local : code.cells) {
      isCell[local] = true;
    }
  }

  // ---- one instruction after the other ----

  private void checkInstructions() {
    for (int i = 0; i < cellsGiven.length; i++) {
      cellsGiven[i] = -1;
    }
    int pc = 0;
    while (pc < bytecode.length) {
      check(Instruction.isComplete(bytecode, pc), "no instruction", pc);
      starts[pc] = true;
      instruction.read(pc);
      boolean isNative = Opcode.isNative(instruction.op);
      check(!isNative || code.emitter == CodeObject.Emitter.VIPER, "no instruction", pc);
      boolean isPycopy = Opcode.isPycopy(instruction.op);
      check(!isPycopy || code.version5 != null, "no instruction", pc);
      checkOperand();
      pc = instruction.next;
    }
    for (pc = 0; pc < bytecode.length; pc++) {
      if (starts[pc] && Opcode.isJump(bytecode[pc] & 0xff)) {
        instruction.read(pc);
        int target = instruction.operand;
        check(target >= 0 && target < bytecode.length && starts[target], "jump", pc);
        isTarget[target] = true;
      }
    }
  }

  private void checkOperand() {
    int operand = instruction.operand;
    int pc = instruction.pc;
    switch (Opcode.form(instruction.op)) {
      case NAME -> checkIndex(operand, code.names.length);
      case CONSTANT -> checkIndex(operand, code.constants.length);
      case CHILD -> {
        checkIndex(operand, cellsGiven.length);
        giveCells(operand, 0);
      }
      case CHILD_BYTE -> {
        checkIndex(operand, cellsGiven.length);
        giveCells(operand, instruction.extra);
      }
      case UINT -> checkNumber(instruction.op, operand);
      case NONE -> {
        boolean isLocal =
            instruction.op >= Opcode.LOAD_FAST_MULTI && instruction.op < Opcode.UNARY_OP_MULTI;
        if (isLocal) {
          checkLocal(operand, instruction.op >= Opcode.STORE_FAST_MULTI);
        }
      }
      case JUMP_BYTE -> check((instruction.extra & 0x7f) > 0, "unwind count", pc);
      default -> {}
    }
  }

  private void checkIndex(int index, int length) {
    check(index >= 0 && index < length, "index", instruction.pc);
  }

  private void checkNumber(int op, int operand) {
    switch (op) {
      case Opcode.LOAD_FAST_N -> checkLocal(operand, false);
      case Opcode.STORE_FAST_N, Opcode.DELETE_FAST -> checkLocal(operand, true);
      case Opcode.LOAD_DEREF, Opcode.STORE_DEREF, Opcode.DELETE_DEREF -> {
        checkLocal(operand, false);
        check(isCell[operand], "cell", instruction.pc);
      }
      case Opcode.BUILD_SLICE -> check(operand == 2 || operand == 3, "slice", instruction.pc);
      case Opcode.STORE_COMP -> {
        checkIndex(operand >> 2, MAX_STATE);
        checkIndex(operand & 3, 3);
      }
      case Opcode.BUILD_MAP -> checkIndex(operand, bytecode.length + 1);
      case Opcode.BUILD_TUPLE, Opcode.BUILD_LIST, Opcode.BUILD_SET, Opcode.UNPACK_SEQUENCE ->
          checkIndex(operand, MAX_STATE);
      default -> checkIndex(operand, 0x10000); // two counts
    }
  }

  private void checkLocal(int local, boolean isWrite) {
    checkIndex(local, code.stateSize);
    localCount = Math.max(localCount, local + 1);
    check(!isWrite || !isCell[local], "store to a cell", instruction.pc);
  }

  /** The code reads the cells it is given, so each time it is made it is given as many. */
  private void giveCells(int child, int count) {
    check(cellsGiven[child] < 0 || cellsGiven[child] == count, "closure", instruction.pc);
    cellsGiven[child] = count;
  }
}
