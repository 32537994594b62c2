package org.pykopi.vm;

import org.pykopi.bytecode.ExceptionTest;
import org.pykopi.bytecode.Instruction;
import org.pykopi.bytecode.Opcode;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Op;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;

/**
 * Turns the bytecode of one block into word code: operands decoded, targets resolved, frequent
 * sequences joined into one instruction. A sequence is joined only when no jump leads into it and
 * it lies on one source line, so that tracebacks stay exact.
 */
final class Translator {
  /** Instructions looked at together. */
  private static final int WINDOW = 4;

  private final Code code;
  private final byte[] bytecode;
  private final boolean[] isTarget;

  /** Where a name means BaseException whatever it is bound to; null while there is none. */
  private boolean[] isExceptionTest;

  /** Word index of each bytecode offset. */
  private final int[] wordOf;

  private int[] words = new int[64];
  private int[] origins = new int[64];
  private int size;
  private PyObject[] constants = new PyObject[8];
  private int constantCount;
  private int methodCount;
  private int storeCount;

  /** Where the jumps lie, in words. */
  private int[] jumps = new int[8];

  private int jumpCount;
  private int localCount;

  /**
   * The instructions from the present one on, within one line and not jumped into; {@code joinable}
   * of them.
   */
  private final Instruction[] window = new Instruction[WINDOW];

  private int joinable;

  Translator(Code code) {
    this.code = code;
    bytecode = code.source.bytecode;
    isTarget = new boolean[bytecode.length + 1];
    wordOf = new int[bytecode.length + 1];
    for (int i = 0; i < WINDOW; i++) {
      window[i] = new Instruction(bytecode);
    }
  }

  void translate() {
    localCount = code.positional + code.keywordOnly;
    localCount += code.source.hasVarArgs() ? 1 : 0;
    localCount += code.source.hasVarKeywords() ? 1 : 0;
    findTargetsAndLocals();
    int at = 0;
    if (code.isTraced) {
      emit(Word.TRACE_CALL, 0);
    }
    while (at < bytecode.length) {
      fillWindow(at);
      int first = size;
      int count = code.isTraced ? emitTraced(window[0]) : emitJoined();
      if (count == 0) {
        emitSingle(window[0]);
        count = 1;
      }
      wordOf[at] = first;
      // A joined instruction reports the place of its last part, the one that can raise.
      origins[first] = window[count - 1].pc;
      at = window[count - 1].next;
    }
    code.returnWord = size;
    emit(Word.RETURN_VALUE, 0);
    resolveTargets();
    code.localCount = localCount;
    code.constants = copy(constants, constantCount);
    code.methodCache = new Object[methodCount];
    code.newAttributes = new NewAttribute[storeCount];
    code.origins = origins;
    code.words = words;
  }

  private static PyObject[] copy(PyObject[] source, int count) {
    PyObject[] result = new PyObject[count];
    System.arraycopy(source, 0, result, 0, count);
    return result;
  }

  // ---- first pass ----

  private void findTargetsAndLocals() {
    Instruction i = window[0];
    for (int at = 0; at < bytecode.length; at = i.next) {
      i.read(at);
      if (Opcode.isJump(i.op)) {
        isTarget[i.operand] = true;
      }
      int test = ExceptionTest.nameAt(bytecode, i);
      if (test >= 0) {
        isExceptionTest = isExceptionTest == null ? new boolean[bytecode.length] : isExceptionTest;
        isExceptionTest[test] = true;
      }
      int local = localOf(i);
      if (local >= localCount) {
        localCount = local + 1;
      }
    }
    for (int cell : code.source.cells) {
      localCount = Math.max(localCount, cell + 1);
    }
  }

  /** The local that an instruction names, or -1. */
  private static int localOf(Instruction i) {
    if (isLoadFast(i) || isStoreFast(i)) {
      return i.operand;
    }
    switch (i.op) {
      case Opcode.LOAD_DEREF:
      case Opcode.STORE_DEREF:
      case Opcode.DELETE_FAST:
      case Opcode.DELETE_DEREF:
        return i.operand;
      default:
        return -1;
    }
  }

  private void fillWindow(int at) {
    window[0].read(at);
    int line = code.source.lineOf(at);
    joinable = 1;
    while (joinable < WINDOW) {
      int next = window[joinable - 1].next;
      if (next >= bytecode.length || isTarget[next] || code.source.lineOf(next) != line) {
        return;
      }
      window[joinable].read(next);
      joinable++;
    }
  }

  /** Emits one instruction between those that call the {@link Tracer}. */
  private int emitTraced(Instruction i) {
    int first = size;
    boolean yields = i.op == Opcode.YIELD_VALUE;
    int what = i.op == Opcode.RETURN_VALUE ? Tracer.RETURNS : yields ? Tracer.YIELDS : 0;
    emit(Word.TRACE, what);
    emitSingle(i);
    if (i.op == Opcode.FOR_ITER) {
      emit(Word.TRACE_LOOP, 0);
    } else if (yields) {
      emit(Word.TRACE_CALL, 1);
    }
    for (int word = first; word < size; word++) {
      origins[word] = i.pc;
    }
    return 1;
  }

  // ---- joined instructions ----

  /**
   * Emits a joined instruction if the window starts with one; the number of instructions it stands
   * for, or 0.
   */
  private int emitJoined() {
    if (joinable < 2) {
      return 0;
    }
    Instruction first = window[0];
    if (isLoadFast(first)) {
      int count = emitLocalFirst(first);
      if (count > 0) {
        return count;
      }
    }
    Instruction second = window[1];
    if (isCompare(first) && isConditionalPop(second)) {
      emit(Word.COMPARE_JUMP, second.operand, comparison(first), sense(second));
      return 2;
    }
    if (isSmallInt(first) && isArithmetic(second)) {
      emit(Word.BINARY_INT, second.operand, first.operand, constant(PyInt.of(first.operand)));
      return 2;
    }
    if (first.op == Opcode.FOR_ITER && isStoreFast(second)) {
      emit(Word.FOR_ITER_FAST, first.operand, second.operand);
      return 2;
    }
    return 0;
  }

  private int emitLocalFirst(Instruction first) {
    Instruction second = window[1];
    if (joinable >= 3) {
      int count = emitLocalThenOperand(first, second, window[2]);
      if (count > 0) {
        return count;
      }
    }
    if (second.op == Opcode.LOAD_ATTR) {
      emit(Word.LOAD_FAST_ATTR, first.operand, second.operand, 0, 0);
      return 2;
    }
    if (second.op == Opcode.RETURN_VALUE) {
      emit(Word.RETURN_FAST, first.operand);
      return 2;
    }
    if (isLoadFast(second)) {
      emit(Word.LOAD_FAST_FAST, first.operand, second.operand);
      return 2;
    }
    return 0;
  }

  /** local, local or int, operator. */
  private int emitLocalThenOperand(Instruction first, Instruction second, Instruction third) {
    boolean isJump = joinable >= 4 && isCompare(third) && isConditionalPop(window[3]);
    if (isLoadFast(second)) {
      if (isJump) {
        Instruction jump = window[3];
        emit(
            Word.COMPARE_FAST_FAST_JUMP,
            jump.operand,
            comparison(third),
            sense(jump),
            first.operand,
            second.operand);
        return 4;
      }
      if (isArithmetic(third)) {
        emit(Word.BINARY_FAST_FAST, third.operand, first.operand, second.operand);
        return 3;
      }
      return 0;
    }
    if (!isSmallInt(second)) {
      return 0;
    }
    int value = second.operand;
    int number = constant(PyInt.of(value));
    if (isJump) {
      Instruction jump = window[3];
      emit(
          Word.COMPARE_FAST_INT_JUMP,
          jump.operand,
          comparison(third),
          sense(jump),
          first.operand,
          value,
          number);
      return 4;
    }
    return emitAddLocalInt(first.operand, value, number, third);
  }

  private int emitAddLocalInt(int local, int value, int number, Instruction operator) {
    if (operator.op < Opcode.BINARY_OP_MULTI) {
      return 0;
    }
    int op = operator.operand;
    int amount;
    if (op == Op.ADD || op == Op.INPLACE_ADD) {
      amount = value;
    } else if (op == Op.SUBTRACT || op == Op.INPLACE_SUBTRACT) {
      amount = -value;
    } else {
      return 0;
    }
    if (joinable >= 4 && isStoreFast(window[3])) {
      emit(Word.ADD_FAST_INT_STORE, local, amount, number, op, window[3].operand);
      return 4;
    }
    emit(Word.ADD_FAST_INT, local, amount, number, op);
    return 3;
  }

  // ---- single instructions ----

  private void emitSingle(Instruction i) {
    int op = i.op;
    if (op >= Opcode.LOAD_CONST_SMALL_INT_MULTI) {
      emitMulti(i);
      return;
    }
    switch (op) {
      case Opcode.LOAD_CONST_SMALL_INT -> emitConstant(PyInt.of(i.operand));
      case Opcode.LOAD_CONST_STRING -> emitConstant(code.unit.names[i.operand]);
      case Opcode.LOAD_CONST_OBJ -> emitConstant(code.unit.constant(i.operand));
      case Opcode.LOAD_CONST_NONE -> emitConstant(PyNone.NONE);
      case Opcode.LOAD_CONST_FALSE -> emitConstant(PyBool.FALSE);
      case Opcode.LOAD_CONST_TRUE -> emitConstant(PyBool.TRUE);
      case Opcode.STORE_COMP -> {
        boolean isList = (i.operand & 3) == 0;
        emit(isList ? Word.APPEND : Word.COLD + op, isList ? i.operand >> 2 : i.operand);
      }
      case Opcode.LOAD_FAST_N -> emit(Word.LOAD_FAST, i.operand);
      case Opcode.STORE_FAST_N -> emit(Word.STORE_FAST, i.operand);
      case Opcode.LOAD_DEREF -> emit(Word.LOAD_DEREF, i.operand);
      case Opcode.STORE_DEREF -> emit(Word.STORE_DEREF, i.operand);
      case Opcode.LOAD_GLOBAL -> emitGlobal(i);
      case Opcode.LOAD_NAME -> emit(Word.LOAD_NAME, i.operand, 0, 0, 0);
      case Opcode.STORE_GLOBAL -> emit(Word.STORE_GLOBAL, i.operand, 0, 0);
      case Opcode.STORE_NAME -> emit(Word.STORE_NAME, i.operand, 0, 0);
      case Opcode.LOAD_ATTR -> emit(Word.LOAD_ATTR, i.operand, 0, 0);
      case Opcode.STORE_ATTR -> emit(Word.STORE_ATTR, i.operand, 0, 0, storeCount++);
      case Opcode.LOAD_METHOD -> emit(Word.LOAD_METHOD, i.operand, 0, 0, methodCount++);
      default -> emitPlain(i);
    }
  }

  private void emitGlobal(Instruction i) {
    if (isExceptionTest != null && isExceptionTest[i.pc]) {
      emitConstant(ExceptionTypes.BASE_EXCEPTION);
    } else {
      emit(Word.LOAD_GLOBAL, i.operand, 0, 0, 0);
    }
  }

  private void emitPlain(Instruction i) {
    switch (i.op) {
      case Opcode.LOAD_SUBSCR -> emit(Word.LOAD_SUBSCR, 0);
      case Opcode.STORE_SUBSCR -> emit(Word.STORE_SUBSCR, 0);
      case Opcode.POP_TOP -> emit(Word.POP_TOP, 0);
      case Opcode.DUP_TOP -> emit(Word.DUP_TOP, 0);
      case Opcode.DUP_TOP_TWO -> emit(Word.DUP_TOP_TWO, 0);
      case Opcode.ROT_TWO -> emit(Word.ROT_TWO, 0);
      case Opcode.ROT_THREE -> emit(Word.ROT_THREE, 0);
      case Opcode.LOAD_NULL -> emit(Word.LOAD_NULL, 0);
      case Opcode.JUMP -> emit(Word.JUMP, i.operand);
      case Opcode.POP_JUMP_IF_TRUE -> emit(Word.POP_JUMP_IF_TRUE, i.operand);
      case Opcode.POP_JUMP_IF_FALSE -> emit(Word.POP_JUMP_IF_FALSE, i.operand);
      case Opcode.JUMP_IF_TRUE_OR_POP -> emit(Word.JUMP_IF_TRUE_OR_POP, i.operand);
      case Opcode.JUMP_IF_FALSE_OR_POP -> emit(Word.JUMP_IF_FALSE_OR_POP, i.operand);
      case Opcode.FOR_ITER -> emit(Word.FOR_ITER, i.operand);
      case Opcode.GET_ITER_STACK -> emit(Word.GET_ITER_STACK, 0);
      case Opcode.CALL_FUNCTION -> emit(Word.CALL_FUNCTION, i.operand);
      case Opcode.CALL_METHOD -> emit(Word.CALL_METHOD, i.operand);
      case Opcode.RETURN_VALUE -> emit(Word.RETURN_VALUE, 0);
      case Opcode.YIELD_VALUE -> emit(Word.YIELD_VALUE, 0);
      case Opcode.YIELD_FROM -> emit(Word.COLD + i.op, 0, Word.YIELD_AGAIN);
      case Opcode.SETUP_WITH -> emitAfter(Word.ENTER_WITH, i);
      case Opcode.WITH_CLEANUP -> emitAfter(Word.EXIT_WITH, i);
      case Opcode.UNWIND_JUMP, Opcode.MAKE_CLOSURE, Opcode.MAKE_CLOSURE_DEFARGS ->
          emit(Word.COLD + i.op, i.operand, i.extra);
      default -> emit(Word.COLD + i.op, i.operand);
    }
  }

  /** Emits an instruction in two parts, the first of which calls. */
  private void emitAfter(int first, Instruction i) {
    emit(first, 0);
    int second = size;
    emit(Word.COLD + i.op, i.operand);
    origins[second] = i.pc;
  }

  private void emitMulti(Instruction i) {
    if (isSmallInt(i)) {
      emitConstant(PyInt.of(i.operand));
    } else if (isLoadFast(i)) {
      emit(Word.LOAD_FAST, i.operand);
    } else if (isStoreFast(i)) {
      emit(Word.STORE_FAST, i.operand);
    } else if (i.op < Opcode.BINARY_OP_MULTI) {
      emit(i.operand == Op.NOT ? Word.NOT : Word.UNARY, i.operand);
    } else if (i.operand == Op.ADD || i.operand == Op.INPLACE_ADD) {
      emit(Word.ADD, i.operand);
    } else if (i.operand == Op.SUBTRACT || i.operand == Op.INPLACE_SUBTRACT) {
      emit(Word.SUBTRACT, i.operand);
    } else if (i.operand == Op.MULTIPLY || i.operand == Op.INPLACE_MULTIPLY) {
      emit(Word.MULTIPLY, i.operand);
    } else if (isCompare(i)) {
      emit(Word.COMPARE, i.operand);
    } else {
      emit(Word.BINARY, i.operand);
    }
  }

  private void emitConstant(PyObject value) {
    emit(Word.LOAD_CONST, constant(value));
  }

  // ---- kinds of instructions ----

  private static boolean isLoadFast(Instruction i) {
    return i.op == Opcode.LOAD_FAST_N
        || (i.op >= Opcode.LOAD_FAST_MULTI && i.op < Opcode.STORE_FAST_MULTI);
  }

  private static boolean isStoreFast(Instruction i) {
    return i.op == Opcode.STORE_FAST_N
        || (i.op >= Opcode.STORE_FAST_MULTI && i.op < Opcode.UNARY_OP_MULTI);
  }

  private static boolean isSmallInt(Instruction i) {
    return i.op == Opcode.LOAD_CONST_SMALL_INT
        || (i.op >= Opcode.LOAD_CONST_SMALL_INT_MULTI && i.op < Opcode.LOAD_FAST_MULTI);
  }

  /** A comparison of values, which gives a bool for ints. */
  private static boolean isCompare(Instruction i) {
    return i.op >= Opcode.BINARY_OP_MULTI && i.operand <= Op.NOT_EQUAL;
  }

  private static boolean isArithmetic(Instruction i) {
    return i.op >= Opcode.BINARY_OP_MULTI && i.operand >= Op.INPLACE_OR;
  }

  private static boolean isConditionalPop(Instruction i) {
    return i.op == Opcode.POP_JUMP_IF_TRUE || i.op == Opcode.POP_JUMP_IF_FALSE;
  }

  private static int comparison(Instruction i) {
    return i.operand;
  }

  private static int sense(Instruction i) {
    return i.op == Opcode.POP_JUMP_IF_TRUE ? 1 : 0;
  }

  // ---- output ----

  private int constant(PyObject value) {
    for (int i = 0; i < constantCount; i++) {
      if (constants[i] == value) {
        return i;
      }
    }
    if (constantCount == constants.length) {
      PyObject[] longer = new PyObject[constantCount * 2];
      System.arraycopy(constants, 0, longer, 0, constantCount);
      constants = longer;
    }
    constants[constantCount] = value;
    return constantCount++;
  }

  private void emit(int op, int a, int... rest) {
    int end = size + 1 + rest.length;
    if (end > words.length) {
      int[] longer = new int[Math.max(end, words.length * 2)];
      System.arraycopy(words, 0, longer, 0, size);
      words = longer;
      int[] more = new int[longer.length];
      System.arraycopy(origins, 0, more, 0, size);
      origins = more;
    }
    if (isJump(op)) {
      if (jumpCount == jumps.length) {
        int[] longer = new int[jumpCount * 2];
        System.arraycopy(jumps, 0, longer, 0, jumpCount);
        jumps = longer;
      }
      jumps[jumpCount++] = size;
    }
    words[size] = op | a << 8;
    System.arraycopy(rest, 0, words, size + 1, rest.length);
    size = end;
  }

  /** Replaces bytecode offsets in jumps by word indexes. */
  private void resolveTargets() {
    for (int i = 0; i < jumpCount; i++) {
      int word = words[jumps[i]];
      words[jumps[i]] = word & 0xff | wordOf[word >> 8] << 8;
    }
  }

  private static boolean isJump(int op) {
    return op >= Word.COLD
        ? Opcode.isJump(op - Word.COLD)
        : op >= Word.JUMP && op <= Word.FOR_ITER_FAST;
  }
}
