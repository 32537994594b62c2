package org.pykopi.machine;

import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.Opcode;
import org.pykopi.compiler.NativeTape;

/**
 * Where a function keeps its values, in words of 8 bytes. On the machine's stack, from RSP:
 *
 * <pre>
 *   13 words   if something may have to be caught: the nlr_buf_t of the runtime (2 and 10 registers
 *              and 1), in which words 1, 5, 6 and 7 also serve the generated code
 *   5 words    the mp_code_state_t; of it a viper function has only the words it needs
 *   n words    Python's stack upwards, local variables downwards from the end
 * </pre>
 *
 * <p>A generator has the last two of them in an object that R13 points to. RBX, R12 and R13 hold
 * the first three local variables of other functions, unless a handler could find old values in
 * them.
 */
final class Frame {
  /** The exception being handled, or one thrown into a generator. */
  static final int EXCEPTION = 1;

  /** The address of the handler that is in force, 0 for none. */
  static final int HANDLER = 5;

  /** Where the last finally part has to jump to. */
  static final int UNWIND = 6;

  static final int RETURN_VALUE = 7;

  // Words of the code state.
  static final int STACK_POINTER = 2;
  static final int STATE_SIZE = 3;
  static final int CODE_STATE_WORDS = 5;

  // Words of a function object.
  static final int GLOBALS = 1;
  static final int BYTECODE = 2;
  static final int CONSTANTS = 3;

  static final int NLR_WORDS = 13;
  static final int WORD = 8;

  private static final int[] LOCAL_REGISTERS = {
    X64Assembler.RBX, X64Assembler.R12, X64Assembler.R13
  };

  final CodeObject code;
  final boolean isViper;
  final boolean isGenerator;
  final boolean hasHandlers;

  /** Whether globals have to be set or exceptions to be caught. */
  final boolean isGuarded;

  /** Whether the table of constants is used. */
  final boolean hasConstants;

  final int localCount;

  int codeStateStart;
  int stackStart;
  int stateSize;

  private final X64Assembler out;

  Frame(NativeTape tape, X64Assembler out) {
    this.out = out;
    code = tape.code();
    isViper = tape.isViper();
    isGenerator = code.isGenerator();
    hasHandlers = code.exceptionStackSize > 0;
    localCount = tape.localCount();
    boolean makesFunctions = code.children.length > 0;
    hasConstants = makesFunctions || tape.contains(Opcode.LOAD_CONST_OBJ);
    isGuarded = hasHandlers || isGenerator || makesFunctions || tape.usesGlobals();
  }

  /** Divides the frame for that many slots of Python's stack. */
  void layOut(int stackSize) {
    stateSize = localCount + stackSize;
    codeStateStart = isGuarded && (isViper || !isGenerator) ? NLR_WORDS : 0;
    int words = isGuarded ? 2 : hasConstants ? 1 : 0;
    stackStart = codeStateStart + (isViper ? words : CODE_STATE_WORDS);
  }

  /** Names of arguments stand in front of the constants, except in viper functions. */
  int argumentNames() {
    return isViper ? 0 : code.positionalArgs + code.keywordOnlyArgs;
  }

  // ---- slots of the code state ----

  int functionSlot() {
    return codeStateStart;
  }

  /** Old globals, the place where a generator goes on, or where the prelude is. */
  int instructionSlot() {
    return codeStateStart + 1;
  }

  int localSlot(int local) {
    return stackStart + stateSize - 1 - local;
  }

  int stackSlot(int depth) {
    return stackStart + depth;
  }

  // ---- local variables ----

  boolean keepsLocalsInRegisters() {
    return !hasHandlers && !isGenerator;
  }

  /** The register of a local variable, -1 for one in memory. */
  int registerOf(int local) {
    return keepsLocalsInRegisters() && local < LOCAL_REGISTERS.length ? LOCAL_REGISTERS[local] : -1;
  }

  int localsInRegisters() {
    return keepsLocalsInRegisters() ? Math.min(localCount, LOCAL_REGISTERS.length) : 0;
  }

  // ---- access ----

  private int base() {
    return isGenerator ? X64Assembler.R13 : X64Assembler.RSP;
  }

  void load(int register, int slot) {
    out.load64(register, base(), slot * WORD);
  }

  void store(int slot, int register) {
    out.store64(register, base(), slot * WORD);
  }

  void address(int register, int slot) {
    if (isGenerator) {
      out.moveImmediate(register, slot * WORD);
      out.operation(X64Assembler.ADD, register, X64Assembler.R13);
    } else {
      out.address(register, X64Assembler.RSP, slot * WORD);
    }
  }

  /** A word of the nlr_buf_t. */
  void loadOwn(int register, int word) {
    out.load64(register, X64Assembler.RSP, word * WORD);
  }

  void addressOwn(int register, int word) {
    out.address(register, X64Assembler.RSP, word * WORD);
  }

  void storeOwn(int word, int register) {
    out.store64(register, X64Assembler.RSP, word * WORD);
  }

  /** A word that a register points to. */
  void loadWord(int register, int base, int word) {
    out.load64(register, base, word * WORD);
  }
}
