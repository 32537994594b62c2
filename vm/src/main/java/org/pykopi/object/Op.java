package org.pykopi.object;

/**
 * Numbers of the operators, as the bytecode format has them (MicroPython v6 bytecode, operand of
 * UNARY_OP and BINARY_OP).
 */
public final class Op {
  private Op() {}

  // unary
  public static final int POSITIVE = 0;
  public static final int NEGATIVE = 1;
  public static final int INVERT = 2;
  public static final int NOT = 3;
  // unary, never in bytecode
  public static final int ABS = 7;
  public static final int INT = 8;
  public static final int FLOAT = 9;
  public static final int COMPLEX = 10;

  // binary
  public static final int LESS = 0;
  public static final int MORE = 1;
  public static final int EQUAL = 2;
  public static final int LESS_EQUAL = 3;
  public static final int MORE_EQUAL = 4;
  public static final int NOT_EQUAL = 5;
  public static final int IN = 6;
  public static final int IS = 7;
  public static final int EXCEPTION_MATCH = 8;
  public static final int INPLACE_OR = 9;
  public static final int INPLACE_XOR = 10;
  public static final int INPLACE_AND = 11;
  public static final int INPLACE_LSHIFT = 12;
  public static final int INPLACE_RSHIFT = 13;
  public static final int INPLACE_ADD = 14;
  public static final int INPLACE_SUBTRACT = 15;
  public static final int INPLACE_MULTIPLY = 16;
  public static final int INPLACE_MAT_MULTIPLY = 17;
  public static final int INPLACE_FLOOR_DIVIDE = 18;
  public static final int INPLACE_TRUE_DIVIDE = 19;
  public static final int INPLACE_MODULO = 20;
  public static final int INPLACE_POWER = 21;
  public static final int OR = 22;
  public static final int XOR = 23;
  public static final int AND = 24;
  public static final int LSHIFT = 25;
  public static final int RSHIFT = 26;
  public static final int ADD = 27;
  public static final int SUBTRACT = 28;
  public static final int MULTIPLY = 29;
  public static final int MAT_MULTIPLY = 30;
  public static final int FLOOR_DIVIDE = 31;
  public static final int TRUE_DIVIDE = 32;
  public static final int MODULO = 33;
  public static final int POWER = 34;
  // binary, never in bytecode
  public static final int DIVMOD = 35;
  public static final int CONTAINS = 36;

  /** Reverse form of OR ... POWER: {@code REVERSE_OR + (op - OR)}. */
  public static final int REVERSE_OR = 37;

  public static final int REVERSE_POWER = REVERSE_OR + POWER - OR;

  /** From an in-place operator to the plain one. */
  public static final int INPLACE_TO_PLAIN = OR - INPLACE_OR;

  /** Whether a reverse form. */
  static boolean isReverse(int op) {
    return op >= REVERSE_OR && op <= REVERSE_POWER;
  }

  /** From a reverse form to the plain operator. */
  static int unreversed(int op) {
    return op - REVERSE_OR + OR;
  }

  public static boolean isInplace(int op) {
    return op >= INPLACE_OR && op <= INPLACE_POWER;
  }

  static final String[] BINARY_NAMES = {
    "__lt__",
    "__gt__",
    "__eq__",
    "__le__",
    "__ge__",
    "__ne__",
    "in",
    "is",
    "",
    "__ior__",
    "__ixor__",
    "__iand__",
    "__ilshift__",
    "__irshift__",
    "__iadd__",
    "__isub__",
    "__imul__",
    "__imatmul__",
    "__ifloordiv__",
    "__itruediv__",
    "__imod__",
    "__ipow__",
    "__or__",
    "__xor__",
    "__and__",
    "__lshift__",
    "__rshift__",
    "__add__",
    "__sub__",
    "__mul__",
    "__matmul__",
    "__floordiv__",
    "__truediv__",
    "__mod__",
    "__pow__",
    "__divmod__",
    "__contains__",
    "__ror__",
    "__rxor__",
    "__rand__",
    "__rlshift__",
    "__rrshift__",
    "__radd__",
    "__rsub__",
    "__rmul__",
    "__rmatmul__",
    "__rfloordiv__",
    "__rtruediv__",
    "__rmod__",
    "__rpow__"
  };

  static final String[] UNARY_NAMES = {
    "__pos__",
    "__neg__",
    "__invert__",
    "",
    "__bool__",
    "__len__",
    "__hash__",
    "__abs__",
    "__int__",
    "__float__",
    "__complex__"
  };

  /** The special method of a binary operator. */
  public static String binaryName(int op) {
    return BINARY_NAMES[op];
  }

  /** The special method of a unary operator. */
  public static String unaryName(int op) {
    return UNARY_NAMES[op];
  }
}
