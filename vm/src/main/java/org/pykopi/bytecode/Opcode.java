package org.pykopi.bytecode;

/**
 * The single table of opcodes: number, name, operand form, stack effect. Assembler, listing,
 * verifier and interpreter read it; there is no second list.
 *
 * <p>The comment of each opcode is its stack picture: what it takes, {@code ->}, what it leaves;
 * the top is on the right. An iterator of a {@code for} loop takes four slots. Bytes 0x01-0x05 are
 * our own, for functions that boards would run as machine code; 0x06, 0x07, 0x1d and 0x1e are what
 * Pycopy has and MicroPython has not. No file of version 6 holds any of them. 0x00 and 0x08-0x0f
 * are free, 0x70-0xff carry their operand in the opcode. How version 5 codes the same instructions:
 * see {@link Opcode5}.
 */
public final class Opcode {
  /** How the bytes after the opcode are read. */
  public enum Form {
    /** Not an opcode. */
    INVALID,
    /** No operand; for the multi ranges the operand is part of the opcode. */
    NONE,
    /** A number, 7 bits per byte, high bits first, 0x80 marks that more follow. */
    UINT,
    /** The same, signed: bit 0x40 of the first byte is the sign. */
    INT,
    /** UINT that indexes the name table. */
    NAME,
    /** UINT that indexes the constant table. */
    CONSTANT,
    /** UINT that indexes the children. */
    CHILD,
    /** CHILD, then one more byte. */
    CHILD_BYTE,
    /**
     * A signed distance from the end of the distance: one byte minus 0x40, or 15 bits in two bytes
     * minus 0x4000.
     */
    JUMP,
    /** JUMP, then one more byte; the distance counts from before that byte. */
    JUMP_BYTE,
    /** An unsigned distance: one byte, or 15 bits in two bytes, low 7 bits first. */
    FORWARD
  }

  /** x .. -> y ..; n is a conversion of {@link NativeConversion} and how deep x lies. */
  public static final int NATIVE_CONVERT = 0x01;

  /** None x -> y; n is a conversion. */
  public static final int NATIVE_CAST = 0x02;

  /** x y -> x op y on machine words; n is operator * 2, plus 1 for an unsigned result. */
  public static final int NATIVE_BINARY = 0x03;

  /** address index -> x; n is the size of an item. */
  public static final int NATIVE_LOAD = 0x04;

  /** x address index -> ; n is the size of an item. */
  public static final int NATIVE_STORE = 0x05;

  /** function args.. (key value).. iterable mapping -> x; iterable and mapping may be null. */
  public static final int CALL_FUNCTION_STARS = 0x06;

  /** method self args.. (key value).. iterable mapping -> x. */
  public static final int CALL_METHOD_STARS = 0x07;

  /** -> str. */
  public static final int LOAD_CONST_STRING = 0x10;

  /** -> x; looks in locals (module or class body), globals, builtins. */
  public static final int LOAD_NAME = 0x11;

  /** -> x; looks in globals, builtins. */
  public static final int LOAD_GLOBAL = 0x12;

  /** x -> x.name. */
  public static final int LOAD_ATTR = 0x13;

  /** x -> method self; self is null when the attribute needs none. */
  public static final int LOAD_METHOD = 0x14;

  /** super class self -> method self. */
  public static final int LOAD_SUPER_METHOD = 0x15;

  /** x ->. */
  public static final int STORE_NAME = 0x16;

  /** x ->. */
  public static final int STORE_GLOBAL = 0x17;

  /** value x -> ; a null value deletes. */
  public static final int STORE_ATTR = 0x18;

  /** ->. */
  public static final int DELETE_NAME = 0x19;

  /** ->. */
  public static final int DELETE_GLOBAL = 0x1a;

  /** level fromlist -> module. */
  public static final int IMPORT_NAME = 0x1b;

  /** module -> module module.name. */
  public static final int IMPORT_FROM = 0x1c;

  /** x -> ; the name is one that a program in strict mode may not bind again. */
  public static final int STORE_NAME_CONST = 0x1d;

  /** x -> ; the same for a global name. */
  public static final int STORE_GLOBAL_CONST = 0x1e;

  /** cell1 .. cellN -> function; the extra byte is N. */
  public static final int MAKE_CLOSURE = 0x20;

  /** defaults kwdefaults cell1 .. cellN -> function. */
  public static final int MAKE_CLOSURE_DEFARGS = 0x21;

  /** -> int. */
  public static final int LOAD_CONST_SMALL_INT = 0x22;

  /** -> constants[n]. */
  public static final int LOAD_CONST_OBJ = 0x23;

  /** -> local n. */
  public static final int LOAD_FAST_N = 0x24;

  /** -> content of the cell in local n. */
  public static final int LOAD_DEREF = 0x25;

  /** x ->. */
  public static final int STORE_FAST_N = 0x26;

  /** x ->. */
  public static final int STORE_DEREF = 0x27;

  /** ->. */
  public static final int DELETE_FAST = 0x28;

  /** ->. */
  public static final int DELETE_DEREF = 0x29;

  /** x1 .. xN -> tuple. */
  public static final int BUILD_TUPLE = 0x2a;

  /** x1 .. xN -> list. */
  public static final int BUILD_LIST = 0x2b;

  /** -> dict; n is only a size hint. */
  public static final int BUILD_MAP = 0x2c;

  /** x1 .. xN -> set. */
  public static final int BUILD_SET = 0x2d;

  /** start stop [step] -> slice; n is 2 or 3. */
  public static final int BUILD_SLICE = 0x2e;

  /** x -> or value key -> ; n is depth * 4 + kind (0 list, 1 dict, 2 set). */
  public static final int STORE_COMP = 0x2f;

  /** x -> xN .. x1. */
  public static final int UNPACK_SEQUENCE = 0x30;

  /** x -> ... ; n is left + right * 256, the starred list lies between. */
  public static final int UNPACK_EX = 0x31;

  /** -> function. */
  public static final int MAKE_FUNCTION = 0x32;

  /** defaults kwdefaults -> function. */
  public static final int MAKE_FUNCTION_DEFARGS = 0x33;

  /** function args.. (key value).. -> x; n is positional + keyword * 256. */
  public static final int CALL_FUNCTION = 0x34;

  /** as before, then a bit map of starred arguments -> x. */
  public static final int CALL_FUNCTION_VAR_KW = 0x35;

  /** method self args.. (key value).. -> x. */
  public static final int CALL_METHOD = 0x36;

  /** as before, then a bit map of starred arguments -> x. */
  public static final int CALL_METHOD_VAR_KW = 0x37;

  /** leaves n blocks (extra byte, +0x80: also drops the iterator), then jumps. */
  public static final int UNWIND_JUMP = 0x40;

  /** ->. */
  public static final int JUMP = 0x42;

  /** x ->. */
  public static final int POP_JUMP_IF_TRUE = 0x43;

  /** x ->. */
  public static final int POP_JUMP_IF_FALSE = 0x44;

  /** x -> x when it jumps, else ->. */
  public static final int JUMP_IF_TRUE_OR_POP = 0x45;

  /** x -> x when it jumps, else ->. */
  public static final int JUMP_IF_FALSE_OR_POP = 0x46;

  /** manager -> __exit__ manager value; enters a block. */
  public static final int SETUP_WITH = 0x47;

  /** enters a block. */
  public static final int SETUP_EXCEPT = 0x48;

  /** enters a block. */
  public static final int SETUP_FINALLY = 0x49;

  /** leaves the block, then jumps. */
  public static final int POP_EXCEPT_JUMP = 0x4a;

  /** iterator(4 slots) -> iterator(4 slots) x; at the end drops the 4 slots and jumps. */
  public static final int FOR_ITER = 0x4b;

  /** -> False. */
  public static final int LOAD_CONST_FALSE = 0x50;

  /** -> None. */
  public static final int LOAD_CONST_NONE = 0x51;

  /** -> True. */
  public static final int LOAD_CONST_TRUE = 0x52;

  /** -> null. */
  public static final int LOAD_NULL = 0x53;

  /** -> __build_class__. */
  public static final int LOAD_BUILD_CLASS = 0x54;

  /** x i -> x[i]. */
  public static final int LOAD_SUBSCR = 0x55;

  /** value x i -> ; a null value deletes. */
  public static final int STORE_SUBSCR = 0x56;

  /** x -> x x. */
  public static final int DUP_TOP = 0x57;

  /** x y -> x y x y. */
  public static final int DUP_TOP_TWO = 0x58;

  /** x ->. */
  public static final int POP_TOP = 0x59;

  /** x y -> y x. */
  public static final int ROT_TWO = 0x5a;

  /** x y z -> z x y. */
  public static final int ROT_THREE = 0x5b;

  /** __exit__ manager state -> state; calls __exit__. */
  public static final int WITH_CLEANUP = 0x5c;

  /** state -> ; goes on, raises again or resumes the jump or return. */
  public static final int END_FINALLY = 0x5d;

  /** x -> iter(x). */
  public static final int GET_ITER = 0x5e;

  /** x -> iterator(4 slots). */
  public static final int GET_ITER_STACK = 0x5f;

  /** dict value key -> dict. */
  public static final int STORE_MAP = 0x62;

  /** x ->. */
  public static final int RETURN_VALUE = 0x63;

  /** raises the exception being handled again. */
  public static final int RAISE_LAST = 0x64;

  /** x ->. */
  public static final int RAISE_OBJ = 0x65;

  /** x cause ->. */
  public static final int RAISE_FROM = 0x66;

  /** x -> sent. */
  public static final int YIELD_VALUE = 0x67;

  /** iterator sent -> result. */
  public static final int YIELD_FROM = 0x68;

  /** module ->. */
  public static final int IMPORT_STAR = 0x69;

  // ---- ranges that carry their operand in the opcode ----

  /** {@code -> int}: 64 opcodes for -16..47. */
  public static final int LOAD_CONST_SMALL_INT_MULTI = 0x70;

  /** What to subtract from the distance to {@link #LOAD_CONST_SMALL_INT_MULTI}. */
  public static final int SMALL_INT_EXCESS = 16;

  /** {@code -> local n}: 16 opcodes. */
  public static final int LOAD_FAST_MULTI = 0xb0;

  /** {@code x ->}: 16 opcodes. */
  public static final int STORE_FAST_MULTI = 0xc0;

  /** {@code x -> op x}: one opcode for each of {@link #UNARY_OPERATORS}. */
  public static final int UNARY_OP_MULTI = 0xd0;

  /** {@code x y -> x op y}: one opcode for each of {@link #BINARY_OPERATORS}. */
  public static final int BINARY_OP_MULTI = 0xd7;

  /** Slots an iterator of a {@code for} loop takes on the value stack. */
  public static final int ITERATOR_SLOTS = 4;

  // ---- operators: index into the lists below, distance from the base opcode ----

  public static final int POSITIVE = 0;
  public static final int NEGATIVE = 1;
  public static final int INVERT = 2;
  public static final int NOT = 3;

  public static final int LESS = 0;
  public static final int MORE = 1;
  public static final int EQUAL = 2;
  public static final int LESS_EQUAL = 3;
  public static final int MORE_EQUAL = 4;
  public static final int NOT_EQUAL = 5;
  public static final int IN = 6;
  public static final int IS = 7;
  public static final int EXCEPTION_MATCH = 8;

  /** The 13 in-place operators start here, in the order of the plain ones. */
  public static final int INPLACE_FIRST = 9;

  /** The 13 plain operators start here. */
  public static final int PLAIN_FIRST = 22;

  // The order within both groups of arithmetic operators.
  public static final int OR = 0;
  public static final int XOR = 1;
  public static final int AND = 2;
  public static final int LSHIFT = 3;
  public static final int RSHIFT = 4;
  public static final int ADD = 5;
  public static final int SUBTRACT = 6;
  public static final int MULTIPLY = 7;
  public static final int MAT_MULTIPLY = 8;
  public static final int FLOOR_DIVIDE = 9;
  public static final int TRUE_DIVIDE = 10;
  public static final int MODULO = 11;
  public static final int POWER = 12;

  /** The special methods behind the unary operators; the last has none. */
  static final String[] UNARY_OPERATORS = {"__pos__", "__neg__", "__invert__", ""};

  /** The special methods behind the binary operators. */
  static final String[] BINARY_OPERATORS = {
    "__lt__",
    "__gt__",
    "__eq__",
    "__le__",
    "__ge__",
    "__ne__",
    "",
    "",
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
    "__pow__"
  };

  private static final int VARIES = 99;
  private static final String[] NAMES = new String[256];
  private static final Form[] FORMS = new Form[256];
  private static final byte[] EFFECTS = new byte[256];

  static {
    for (int op = 0; op < 256; op++) {
      FORMS[op] = Form.INVALID;
    }
    define(NATIVE_CONVERT, "NATIVE_CONVERT", Form.UINT, 0);
    define(NATIVE_CAST, "NATIVE_CAST", Form.UINT, -1);
    define(NATIVE_BINARY, "NATIVE_BINARY", Form.UINT, -1);
    define(NATIVE_LOAD, "NATIVE_LOAD", Form.UINT, -1);
    define(NATIVE_STORE, "NATIVE_STORE", Form.UINT, -3);
    define(CALL_FUNCTION_STARS, "CALL_FUNCTION_VAR_KW", Form.UINT, VARIES);
    define(CALL_METHOD_STARS, "CALL_METHOD_VAR_KW", Form.UINT, VARIES);
    define(LOAD_CONST_STRING, "LOAD_CONST_STRING", Form.NAME, 1);
    define(LOAD_NAME, "LOAD_NAME", Form.NAME, 1);
    define(LOAD_GLOBAL, "LOAD_GLOBAL", Form.NAME, 1);
    define(LOAD_ATTR, "LOAD_ATTR", Form.NAME, 0);
    define(LOAD_METHOD, "LOAD_METHOD", Form.NAME, 1);
    define(LOAD_SUPER_METHOD, "LOAD_SUPER_METHOD", Form.NAME, -1);
    define(STORE_NAME, "STORE_NAME", Form.NAME, -1);
    define(STORE_GLOBAL, "STORE_GLOBAL", Form.NAME, -1);
    define(STORE_ATTR, "STORE_ATTR", Form.NAME, -2);
    define(DELETE_NAME, "DELETE_NAME", Form.NAME, 0);
    define(DELETE_GLOBAL, "DELETE_GLOBAL", Form.NAME, 0);
    define(IMPORT_NAME, "IMPORT_NAME", Form.NAME, -1);
    define(IMPORT_FROM, "IMPORT_FROM", Form.NAME, 1);
    define(STORE_NAME_CONST, "STORE_NAME_CONST", Form.NAME, -1);
    define(STORE_GLOBAL_CONST, "STORE_GLOBAL_CONST", Form.NAME, -1);
    define(MAKE_CLOSURE, "MAKE_CLOSURE", Form.CHILD_BYTE, VARIES);
    define(MAKE_CLOSURE_DEFARGS, "MAKE_CLOSURE_DEFARGS", Form.CHILD_BYTE, VARIES);
    define(LOAD_CONST_SMALL_INT, "LOAD_CONST_SMALL_INT", Form.INT, 1);
    define(LOAD_CONST_OBJ, "LOAD_CONST_OBJ", Form.CONSTANT, 1);
    define(LOAD_FAST_N, "LOAD_FAST_N", Form.UINT, 1);
    define(LOAD_DEREF, "LOAD_DEREF", Form.UINT, 1);
    define(STORE_FAST_N, "STORE_FAST_N", Form.UINT, -1);
    define(STORE_DEREF, "STORE_DEREF", Form.UINT, -1);
    define(DELETE_FAST, "DELETE_FAST", Form.UINT, 0);
    define(DELETE_DEREF, "DELETE_DEREF", Form.UINT, 0);
    define(BUILD_TUPLE, "BUILD_TUPLE", Form.UINT, VARIES);
    define(BUILD_LIST, "BUILD_LIST", Form.UINT, VARIES);
    define(BUILD_MAP, "BUILD_MAP", Form.UINT, 1);
    define(BUILD_SET, "BUILD_SET", Form.UINT, VARIES);
    define(BUILD_SLICE, "BUILD_SLICE", Form.UINT, VARIES);
    define(STORE_COMP, "STORE_COMP", Form.UINT, VARIES);
    define(UNPACK_SEQUENCE, "UNPACK_SEQUENCE", Form.UINT, VARIES);
    define(UNPACK_EX, "UNPACK_EX", Form.UINT, VARIES);
    define(MAKE_FUNCTION, "MAKE_FUNCTION", Form.CHILD, 1);
    define(MAKE_FUNCTION_DEFARGS, "MAKE_FUNCTION_DEFARGS", Form.CHILD, -1);
    define(CALL_FUNCTION, "CALL_FUNCTION", Form.UINT, VARIES);
    define(CALL_FUNCTION_VAR_KW, "CALL_FUNCTION_VAR_KW", Form.UINT, VARIES);
    define(CALL_METHOD, "CALL_METHOD", Form.UINT, VARIES);
    define(CALL_METHOD_VAR_KW, "CALL_METHOD_VAR_KW", Form.UINT, VARIES);
    define(UNWIND_JUMP, "UNWIND_JUMP", Form.JUMP_BYTE, 0);
    define(JUMP, "JUMP", Form.JUMP, 0);
    define(POP_JUMP_IF_TRUE, "POP_JUMP_IF_TRUE", Form.JUMP, -1);
    define(POP_JUMP_IF_FALSE, "POP_JUMP_IF_FALSE", Form.JUMP, -1);
    define(JUMP_IF_TRUE_OR_POP, "JUMP_IF_TRUE_OR_POP", Form.FORWARD, -1);
    define(JUMP_IF_FALSE_OR_POP, "JUMP_IF_FALSE_OR_POP", Form.FORWARD, -1);
    define(SETUP_WITH, "SETUP_WITH", Form.FORWARD, 2);
    define(SETUP_EXCEPT, "SETUP_EXCEPT", Form.FORWARD, 0);
    define(SETUP_FINALLY, "SETUP_FINALLY", Form.FORWARD, 0);
    define(POP_EXCEPT_JUMP, "POP_EXCEPT_JUMP", Form.FORWARD, 0);
    define(FOR_ITER, "FOR_ITER", Form.FORWARD, 1);
    define(LOAD_CONST_FALSE, "LOAD_CONST_FALSE", Form.NONE, 1);
    define(LOAD_CONST_NONE, "LOAD_CONST_NONE", Form.NONE, 1);
    define(LOAD_CONST_TRUE, "LOAD_CONST_TRUE", Form.NONE, 1);
    define(LOAD_NULL, "LOAD_NULL", Form.NONE, 1);
    define(LOAD_BUILD_CLASS, "LOAD_BUILD_CLASS", Form.NONE, 1);
    define(LOAD_SUBSCR, "LOAD_SUBSCR", Form.NONE, -1);
    define(STORE_SUBSCR, "STORE_SUBSCR", Form.NONE, -3);
    define(DUP_TOP, "DUP_TOP", Form.NONE, 1);
    define(DUP_TOP_TWO, "DUP_TOP_TWO", Form.NONE, 2);
    define(POP_TOP, "POP_TOP", Form.NONE, -1);
    define(ROT_TWO, "ROT_TWO", Form.NONE, 0);
    define(ROT_THREE, "ROT_THREE", Form.NONE, 0);
    define(WITH_CLEANUP, "WITH_CLEANUP", Form.NONE, -2);
    define(END_FINALLY, "END_FINALLY", Form.NONE, -1);
    define(GET_ITER, "GET_ITER", Form.NONE, 0);
    define(GET_ITER_STACK, "GET_ITER_STACK", Form.NONE, 3);
    define(STORE_MAP, "STORE_MAP", Form.NONE, -2);
    define(RETURN_VALUE, "RETURN_VALUE", Form.NONE, -1);
    define(RAISE_LAST, "RAISE_LAST", Form.NONE, 0);
    define(RAISE_OBJ, "RAISE_OBJ", Form.NONE, -1);
    define(RAISE_FROM, "RAISE_FROM", Form.NONE, -2);
    define(YIELD_VALUE, "YIELD_VALUE", Form.NONE, 0);
    define(YIELD_FROM, "YIELD_FROM", Form.NONE, -1);
    define(IMPORT_STAR, "IMPORT_STAR", Form.NONE, -1);
    defineRange(LOAD_CONST_SMALL_INT_MULTI, 64, "LOAD_CONST_SMALL_INT", 1);
    defineRange(LOAD_FAST_MULTI, 16, "LOAD_FAST", 1);
    defineRange(STORE_FAST_MULTI, 16, "STORE_FAST", -1);
    defineRange(UNARY_OP_MULTI, UNARY_OPERATORS.length, "UNARY_OP", 0);
    defineRange(BINARY_OP_MULTI, BINARY_OPERATORS.length, "BINARY_OP", -1);
  }

  private Opcode() {}

  private static void define(int op, String name, Form form, int effect) {
    NAMES[op] = name;
    FORMS[op] = form;
    EFFECTS[op] = (byte) effect;
  }

  private static void defineRange(int first, int count, String name, int effect) {
    for (int op = first; op < first + count; op++) {
      define(op, name, Form.NONE, effect);
    }
  }

  /** The published name; null for a byte that is no opcode. */
  public static String name(int op) {
    return NAMES[op];
  }

  public static Form form(int op) {
    return FORMS[op];
  }

  /** The special method behind a binary operator, empty for none. */
  public static String methodName(int operator) {
    return BINARY_OPERATORS[operator];
  }

  /** Whether the opcode is one that no file may hold. */
  public static boolean isNative(int op) {
    return op <= NATIVE_STORE;
  }

  /** Whether only files of Pycopy hold the opcode, or its counterpart of version 5. */
  public static boolean isPycopy(int op) {
    return op == CALL_FUNCTION_STARS
        || op == CALL_METHOD_STARS
        || op == STORE_NAME_CONST
        || op == STORE_GLOBAL_CONST;
  }

  /** Whether the operand of the opcode is a distance. */
  public static boolean isJump(int op) {
    Form form = FORMS[op];
    return form == Form.JUMP || form == Form.JUMP_BYTE || form == Form.FORWARD;
  }

  /** Whether the instruction after this one is reached only by a jump. */
  public static boolean endsFlow(int op) {
    return op == JUMP
        || op == UNWIND_JUMP
        || op == POP_EXCEPT_JUMP
        || op == RETURN_VALUE
        || op == RAISE_LAST
        || op == RAISE_OBJ
        || op == RAISE_FROM;
  }

  /**
   * How many slots the instruction adds when it does not jump; negative when it takes more than it
   * leaves.
   */
  public static int stackEffect(int op, int operand, int extra) {
    int effect = EFFECTS[op];
    if (effect != VARIES) {
      return effect;
    }
    int low = operand & 0xff;
    int high = operand >> 8 & 0xff;
    return switch (op) {
      case MAKE_CLOSURE -> 1 - extra;
      case MAKE_CLOSURE_DEFARGS -> -1 - extra;
      case STORE_COMP -> (operand & 3) == 1 ? -2 : -1;
      case UNPACK_SEQUENCE -> operand - 1;
      case UNPACK_EX -> low + high;
      case CALL_FUNCTION -> -low - 2 * high;
      case CALL_FUNCTION_VAR_KW, CALL_METHOD -> -low - 2 * high - 1;
      case CALL_METHOD_VAR_KW, CALL_FUNCTION_STARS -> -low - 2 * high - 2;
      case CALL_METHOD_STARS -> -low - 2 * high - 3;
      default -> 1 - operand; // the BUILD_ opcodes
    };
  }

  /** How many slots the instruction adds when it jumps (for a block: when its handler starts). */
  public static int stackEffectOfJump(int op) {
    return switch (op) {
      case JUMP_IF_TRUE_OR_POP, JUMP_IF_FALSE_OR_POP -> 0;
      case FOR_ITER -> -ITERATOR_SLOTS;
      case SETUP_WITH -> 2;
      case SETUP_EXCEPT, SETUP_FINALLY -> 1;
      default -> EFFECTS[op];
    };
  }

  /**
   * How many slots from the top the instruction reads, at most; never less than what it removes.
   */
  public static int slotsRead(int op, int operand, int extra) {
    return switch (op) {
      case NATIVE_CONVERT -> operand / NativeConversion.DEPTH + 1;
      case NATIVE_CAST, NATIVE_BINARY, NATIVE_LOAD -> 2;
      case DUP_TOP, LOAD_ATTR, LOAD_METHOD, IMPORT_FROM, SETUP_WITH, GET_ITER, GET_ITER_STACK -> 1;
      case YIELD_VALUE, JUMP_IF_TRUE_OR_POP, JUMP_IF_FALSE_OR_POP, UNPACK_SEQUENCE, UNPACK_EX -> 1;
      case DUP_TOP_TWO, ROT_TWO, YIELD_FROM, IMPORT_NAME, LOAD_SUBSCR -> 2;
      case ROT_THREE, LOAD_SUPER_METHOD, STORE_MAP, WITH_CLEANUP -> 3;
      case FOR_ITER -> ITERATOR_SLOTS;
      case STORE_COMP -> (operand >> 2) + 1;
      case UNARY_OP_MULTI, UNARY_OP_MULTI + 1, UNARY_OP_MULTI + 2, UNARY_OP_MULTI + 3 -> 1;
      default ->
          op >= BINARY_OP_MULTI ? 2 : Math.max(0, slotsLeft(op) - stackEffect(op, operand, extra));
    };
  }

  private static int slotsLeft(int op) {
    Form form = FORMS[op];
    boolean makesOne = form == Form.CHILD || form == Form.CHILD_BYTE || EFFECTS[op] == VARIES;
    return makesOne ? 1 : 0;
  }
}
