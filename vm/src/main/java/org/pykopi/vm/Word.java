package org.pykopi.vm;

/**
 * Instructions of the word code. An instruction is one int, operation in the low 8 bits and operand
 * A above them, followed by the further ints named here. Local variables are given by number,
 * constants by their index in {@link Code#constants}, names by their index in {@link Code#names},
 * jump targets as index of a word. "version entry" and "shape slot" are inline caches, filled by
 * the interpreter.
 */
final class Word {
  private Word() {}

  // ---- locals and constants ----
  /** A local: -> x. */
  static final int LOAD_FAST = 0;

  /** A local, local: -> x y. */
  static final int LOAD_FAST_FAST = 1;

  /** A local: x ->. */
  static final int STORE_FAST = 2;

  /** A constant: -> x. */
  static final int LOAD_CONST = 3;

  static final int LOAD_DEREF = 4;
  static final int STORE_DEREF = 5;

  // ---- names ----
  /** A name, version, entry, version of builtins or 0: -> x. */
  static final int LOAD_GLOBAL = 6;

  /** As LOAD_GLOBAL, for blocks whose locals are a namespace. */
  static final int LOAD_NAME = 7;

  /** A name, version, entry: x ->. */
  static final int STORE_GLOBAL = 8;

  static final int STORE_NAME = 9;

  // ---- attributes and items ----
  /** A name, shape, slot: object -> x. */
  static final int LOAD_ATTR = 10;

  /** A local, name, shape, slot: -> x. */
  static final int LOAD_FAST_ATTR = 11;

  /** A name, shape or built-in type, version of classes, cache number: object -> function self. */
  static final int LOAD_METHOD = 12;

  /** A name, shape, slot, number of a {@link NewAttribute}: x object ->. */
  static final int STORE_ATTR = 13;

  static final int LOAD_SUBSCR = 14;
  static final int STORE_SUBSCR = 15;

  // ---- stack ----
  static final int POP_TOP = 16;
  static final int DUP_TOP = 17;
  static final int DUP_TOP_TWO = 18;
  static final int ROT_TWO = 19;
  static final int ROT_THREE = 20;
  static final int LOAD_NULL = 21;

  // ---- jumps ----
  /** A target. */
  static final int JUMP = 22;

  static final int POP_JUMP_IF_TRUE = 23;
  static final int POP_JUMP_IF_FALSE = 24;
  static final int JUMP_IF_TRUE_OR_POP = 25;
  static final int JUMP_IF_FALSE_OR_POP = 26;

  /** A target, operator, 1 to jump if true or 0 if false: x y ->. */
  static final int COMPARE_JUMP = 27;

  /** A target, operator, sense, local, local. */
  static final int COMPARE_FAST_FAST_JUMP = 28;

  /** A target, operator, sense, local, int value, constant. */
  static final int COMPARE_FAST_INT_JUMP = 29;

  /** A target: iterator(4 slots) -> iterator x, or drops the iterator and jumps. */
  static final int FOR_ITER = 30;

  /** A target, local: FOR_ITER and STORE_FAST. */
  static final int FOR_ITER_FAST = 31;

  static final int GET_ITER_STACK = 32;

  // ---- calls ----
  /** A positional + keyword * 256. */
  static final int CALL_FUNCTION = 33;

  static final int CALL_METHOD = 34;
  static final int RETURN_VALUE = 35;
  static final int YIELD_VALUE = 36;

  // ---- operators ----
  /** A operator: x y -> z. */
  static final int BINARY = 37;

  static final int ADD = 38;
  static final int SUBTRACT = 39;
  static final int MULTIPLY = 40;

  /** A local, int value, constant, operator: -> z. The int is negated for a subtraction. */
  static final int ADD_FAST_INT = 41;

  /** A local, int value, constant, operator, local: ADD_FAST_INT and STORE_FAST. */
  static final int ADD_FAST_INT_STORE = 42;

  /** A operator, local, local: -> z. */
  static final int BINARY_FAST_FAST = 43;

  /** A operator, int value, constant: x -> z. */
  static final int BINARY_INT = 44;

  /** A operator. */
  static final int UNARY = 45;

  static final int NOT = 46;

  /** A local: RETURN_VALUE of a local. */
  static final int RETURN_FAST = 47;

  /** A operator: compares, giving a bool. */
  static final int COMPARE = 48;

  /** Follows YIELD_FROM: yields x and goes back to it. */
  static final int YIELD_AGAIN = 49;

  /** A distance of the list from the top: x ->. STORE_COMP of a list. */
  static final int APPEND = 50;

  /**
   * From here on the operation is {@code COLD + opcode} of the bytecode; see {@link ColdOps}. A
   * operand, [extra].
   */
  static final int COLD = 64;

  // ---- before the others in traced code, see Tracer; COLD and numbers that no opcode has ----
  /** A what follows: one instruction. */
  static final int TRACE = COLD + 8;

  /** A 1 after a yield, 0 at the start of a function. */
  static final int TRACE_CALL = COLD + 9;

  /** Follows FOR_ITER. */
  static final int TRACE_LOOP = COLD + 10;

  // ---- calls of with statements; COLD and numbers that no opcode has ----
  /** Before SETUP_WITH: manager -> exit self value. */
  static final int ENTER_WITH = COLD + 11;

  /** Before WITH_CLEANUP: exit self X -> X result, X as {@link Unwinding} says. */
  static final int EXIT_WITH = COLD + 12;
}
