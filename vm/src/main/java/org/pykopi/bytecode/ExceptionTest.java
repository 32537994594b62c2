package org.pykopi.bytecode;

/**
 * The finally part of {@code async with} begins by asking whether it has an exception: {@code
 * DUP_TOP, LOAD_GLOBAL BaseException, EXCEPTION_MATCH, POP_JUMP_IF_FALSE}. The stack differs with
 * the answer, so the name always means the built-in type here, whatever the program binds to it.
 */
public final class ExceptionTest {
  private ExceptionTest() {}

  /** Where the comparison of such a test stands that begins at {@code handler}, or -1. */
  static int comparison(byte[] bytecode, int handler) {
    Instruction i = new Instruction(bytecode);
    i.read(handler);
    if (i.op != Opcode.DUP_TOP || !readNext(i, bytecode, Opcode.LOAD_GLOBAL)) {
      return -1;
    }
    boolean isComparison = readNext(i, bytecode, Opcode.BINARY_OP_MULTI + Opcode.EXCEPTION_MATCH);
    int at = i.pc;
    return isComparison && readNext(i, bytecode, Opcode.POP_JUMP_IF_FALSE) ? at : -1;
  }

  private static boolean readNext(Instruction i, byte[] bytecode, int op) {
    if (i.next >= bytecode.length) {
      return false;
    }
    i.read(i.next);
    return i.op == op;
  }

  /** Where the name is loaded in the test of a block, or -1 if it has none. */
  public static int nameAt(byte[] bytecode, Instruction setup) {
    boolean hasTest = setup.op == Opcode.SETUP_FINALLY && comparison(bytecode, setup.operand) >= 0;
    return hasTest ? setup.operand + 1 : -1;
  }
}
