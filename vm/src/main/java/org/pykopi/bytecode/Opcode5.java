package org.pykopi.bytecode;

/**
 * How Pycopy's version 5 codes the instructions of {@link Opcode}. Most have the same number. The
 * others:
 *
 * <pre>
 *   60 n   RAISE_LAST, RAISE_OBJ, RAISE_FROM for n = 0, 1, 2
 *   64     YIELD_VALUE
 *   65     YIELD_FROM
 *   66     IMPORT_STAR
 *   35 37  CALL_FUNCTION_STARS, CALL_METHOD_STARS; the calls with a map of stars do not exist
 * </pre>
 *
 * <p>Operands: a name is a 16-bit number in memory and the name itself in a file; after some
 * opcodes with a name one byte follows in code that caches lookups; a distance takes 16 bits, with
 * 0x8000 added where it may be negative. Children and constants share one table per function, after
 * the names of the arguments.
 */
final class Opcode5 {
  static final int RAISE = 0x60;
  private static final int YIELD_VALUE = 0x64;
  private static final int YIELD_FROM = 0x65;
  private static final int IMPORT_STAR = 0x66;

  /** The first and last opcode of MicroPython's version 5 that Pycopy has not. */
  private static final int FIRST_OF_MICROPYTHON = 0x67;

  private static final int LAST_OF_MICROPYTHON = 0x69;

  /** What is added to a distance that may be negative. */
  static final int EXCESS = 0x8000;

  private Opcode5() {}

  /** The byte for an opcode. */
  static int of(int op) {
    return switch (op) {
      case Opcode.RAISE_LAST, Opcode.RAISE_OBJ, Opcode.RAISE_FROM -> RAISE;
      case Opcode.YIELD_VALUE -> YIELD_VALUE;
      case Opcode.YIELD_FROM -> YIELD_FROM;
      case Opcode.IMPORT_STAR -> IMPORT_STAR;
      case Opcode.CALL_FUNCTION_STARS -> Opcode.CALL_FUNCTION_VAR_KW;
      case Opcode.CALL_METHOD_STARS -> Opcode.CALL_METHOD_VAR_KW;
      default -> op;
    };
  }

  /** The opcode for a byte, RAISE_LAST for all kinds of raise, or -1. */
  static int toOpcode(int b) {
    switch (b) {
      case RAISE:
        return Opcode.RAISE_LAST;
      case YIELD_VALUE:
        return Opcode.YIELD_VALUE;
      case YIELD_FROM:
        return Opcode.YIELD_FROM;
      case IMPORT_STAR:
        return Opcode.IMPORT_STAR;
      case Opcode.CALL_FUNCTION_VAR_KW:
        return Opcode.CALL_FUNCTION_STARS;
      case Opcode.CALL_METHOD_VAR_KW:
        return Opcode.CALL_METHOD_STARS;
      default:
        boolean isOther = isMicropython(b) || b < Opcode.LOAD_CONST_STRING;
        return isOther || Opcode.form(b) == Opcode.Form.INVALID ? -1 : b;
    }
  }

  /** Whether only MicroPython's version 5 has the byte. */
  static boolean isMicropython(int b) {
    return b >= FIRST_OF_MICROPYTHON && b <= LAST_OF_MICROPYTHON;
  }

  static boolean isRaise(int op) {
    return op == Opcode.RAISE_LAST || op == Opcode.RAISE_OBJ || op == Opcode.RAISE_FROM;
  }

  /** Whether a byte for a cached place follows in code that caches lookups. */
  static boolean isCached(int op) {
    return op == Opcode.LOAD_NAME
        || op == Opcode.LOAD_GLOBAL
        || op == Opcode.LOAD_ATTR
        || op == Opcode.STORE_ATTR;
  }

  /** Whether the distance may be negative. */
  static boolean isSigned(int jump) {
    Opcode.Form form = Opcode.form(jump);
    return form == Opcode.Form.JUMP
        || form == Opcode.Form.JUMP_BYTE
        || jump == Opcode.JUMP_IF_TRUE_OR_POP
        || jump == Opcode.JUMP_IF_FALSE_OR_POP;
  }
}
