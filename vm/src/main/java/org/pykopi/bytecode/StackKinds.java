package org.pykopi.bytecode;

import java.util.Arrays;

/**
 * What is known of the slots of the value stack before an instruction: for each the set of kinds
 * that it can have. {@link #step} does what the instruction does to them and refuses operands that
 * the interpreter could not take.
 *
 * <p>The pair that a return or jump leaves on its way through a finally part belongs to its block:
 * the number of the block lies above bit 16, and the pair can be moved, but not copied.
 */
final class StackKinds {
  static final int NULL = 1;
  static final int NONE = 2;
  static final int TRUE = 4;
  static final int FALSE = 8;
  static final int INT = 16;
  static final int STR = 32;
  static final int LIST = 64;
  static final int DICT = 128;
  static final int SET = 256;
  static final int EXCEPTION = 512;
  static final int CELL = 1024;

  /** A Python value of whatever kind; a cell behaves as one. */
  static final int VALUE = 4094;

  static final int VALUE_OR_NULL = VALUE | NULL;

  /** The value to return or the place to jump to. */
  private static final int PASSING_VALUE = 1 << 12;

  /** What is still to be left, above it. */
  private static final int PASSING_COUNT = 1 << 13;

  private static final int PASSING = PASSING_VALUE | PASSING_COUNT;
  private static final int BLOCK_SHIFT = 16;

  private final boolean[] isCell;
  private final Instruction instruction;
  private final int[] kinds;
  private int depth;

  /**
   * @param room how many slots there are at most
   * @param instruction the one that {@link #step} is for
   */
  StackKinds(boolean[] isCell, int room, Instruction instruction) {
    this.isCell = isCell;
    this.instruction = instruction;
    kinds = new int[room];
  }

  static int passingValue(int block) {
    return PASSING_VALUE | block << BLOCK_SHIFT;
  }

  static int passingCount(int block) {
    return PASSING_COUNT | block << BLOCK_SHIFT;
  }

  int depth() {
    return depth;
  }

  /** The kinds of a slot, counted from the top: 1 is the top. */
  int fromTop(int distance) {
    return kinds[depth - distance];
  }

  int at(int slot) {
    return kinds[slot];
  }

  void checkDepth(int slots) {
    check(slots >= 0 && slots <= kinds.length, "stack");
  }

  private void check(boolean isGood, String what) {
    if (!isGood) {
      throw Verifier.bad(what, instruction.pc);
    }
  }

  void push(int kind) {
    checkDepth(depth + 1);
    kinds[depth++] = kind;
  }

  void replaceTop(int kind) {
    kinds[depth - 1] = kind;
  }

  /** Drops what lies at or above {@code slots}. */
  void cut(int slots) {
    check(slots >= 0 && slots <= depth, "stack");
    depth = slots;
  }

  int[] copy() {
    return Arrays.copyOf(kinds, depth);
  }

  void set(int[] saved) {
    depth = saved.length;
    System.arraycopy(saved, 0, kinds, 0, depth);
  }

  /** Adds these kinds to what was known in another way of the same place; whether that is news. */
  boolean mergeInto(int[] known) {
    boolean isNews = false;
    for (int i = 0; i < known.length; i++) {
      if (known[i] != kinds[i]) {
        int both = known[i] | kinds[i];
        int merged = (both & PASSING) != 0 ? PASSING : both;
        isNews |= merged != known[i];
        known[i] = merged;
      }
    }
    return isNews;
  }

  /** The slot must hold one of these kinds; from now on it counts as a value. */
  void accept(int slot, int allowed) {
    check(slot >= 0, "stack");
    check((kinds[slot] & ~allowed) == 0, "operand");
    kinds[slot] = VALUE;
  }

  // ---- instructions ----

  /** What the instruction does when it does not jump; returns the lowest slot that it touched. */
  int step() {
    int op = instruction.op;
    int read = Opcode.slotsRead(op, instruction.operand, instruction.extra);
    int lowest = depth - read;
    check(lowest >= 0, "stack");
    switch (op) {
      case Opcode.POP_TOP -> depth--;
      case Opcode.DUP_TOP -> push(copied(fromTop(1)));
      case Opcode.DUP_TOP_TWO -> {
        push(copied(fromTop(2)));
        push(copied(fromTop(2)));
      }
      case Opcode.ROT_TWO -> rotate(2);
      case Opcode.ROT_THREE -> rotate(3);
      case Opcode.FOR_ITER -> {
        check((fromTop(3) & ~VALUE) == 0, "operand");
        push(VALUE);
      }
      case Opcode.GET_ITER_STACK -> {
        accept(depth - 1, VALUE);
        push(VALUE);
        push(VALUE_OR_NULL);
        push(VALUE_OR_NULL);
      }
      case Opcode.SETUP_WITH -> {
        accept(depth - 1, VALUE);
        push(VALUE_OR_NULL);
        push(VALUE);
      }
      case Opcode.STORE_MAP -> storeItem(3, DICT, 2);
      case Opcode.STORE_COMP -> storeComprehension();
      case Opcode.NATIVE_CONVERT -> check((fromTop(read) & ~VALUE) == 0, "operand");
      default -> {
        acceptUnusual(op);
        replace(read, Opcode.stackEffect(op, instruction.operand, instruction.extra));
      }
    }
    return lowest;
  }

  private static int copied(int kind) {
    return switch (kind & PASSING) {
      case PASSING_VALUE -> VALUE;
      case PASSING_COUNT -> INT;
      default -> kind;
    };
  }

  private void rotate(int count) {
    int top = kinds[depth - 1];
    System.arraycopy(kinds, depth - count, kinds, depth - count + 1, count - 1);
    kinds[depth - count] = top;
  }

  /** Adds items on top to a collection deeper down, which stays what it is. */
  private void storeItem(int distance, int collection, int items) {
    check(distance > items, "stack");
    check((fromTop(distance) & ~collection) == 0, "operand");
    for (int i = 1; i <= items; i++) {
      accept(depth - i, VALUE);
    }
    depth -= items;
  }

  private void storeComprehension() {
    int distance = (instruction.operand >> 2) + 1;
    switch (instruction.operand & 3) {
      case 0 -> storeItem(distance, LIST, 1);
      case 1 -> storeItem(distance, DICT, 2);
      default -> storeItem(distance, SET, 1);
    }
  }

  /** The operands that may, or must, be something else than a value. */
  private void acceptUnusual(int op) {
    switch (op) {
      case Opcode.STORE_ATTR -> accept(depth - 2, VALUE_OR_NULL);
      case Opcode.STORE_SUBSCR -> accept(depth - 3, VALUE_OR_NULL);
      case Opcode.IMPORT_NAME -> accept(depth - 2, INT);
      case Opcode.MAKE_FUNCTION_DEFARGS -> acceptDefaults(depth - 2);
      case Opcode.MAKE_CLOSURE_DEFARGS -> {
        acceptCells();
        acceptDefaults(depth - instruction.extra - 2);
      }
      case Opcode.MAKE_CLOSURE -> acceptCells();
      case Opcode.CALL_FUNCTION -> acceptCall(depth, STR, false);
      case Opcode.CALL_METHOD -> acceptCall(depth, STR, true);
      case Opcode.CALL_FUNCTION_VAR_KW -> acceptCall(depth - 1, STR | NULL, false);
      case Opcode.CALL_METHOD_VAR_KW -> acceptCall(depth - 1, STR | NULL, true);
      case Opcode.CALL_FUNCTION_STARS -> acceptStars(false);
      case Opcode.CALL_METHOD_STARS -> acceptStars(true);
      default -> {}
    }
  }

  private void acceptDefaults(int first) {
    accept(first, VALUE_OR_NULL);
    accept(first + 1, VALUE_OR_NULL);
  }

  private void acceptCells() {
    for (int i = 1; i <= instruction.extra; i++) {
      check((fromTop(i) & ~CELL) == 0, "closure");
    }
  }

  /** The names of the arguments that end at {@code end}, and the self below them. */
  private void acceptCall(int end, int name, boolean isMethod) {
    int first = end - 2 * (instruction.operand >> 8);
    for (int i = first; i < end; i += 2) {
      accept(i, name);
    }
    if (isMethod) {
      accept(first - (instruction.operand & 0xff) - 1, VALUE_OR_NULL);
    }
  }

  private void acceptStars(boolean isMethod) {
    acceptDefaults(depth - 2);
    acceptCall(depth - 2, STR, isMethod);
  }

  /** Takes values off the stack and puts the results there. */
  private void replace(int read, int effect) {
    int made = kindMade();
    for (int i = depth - read; i < depth; i++) {
      accept(i, VALUE);
    }
    checkDepth(depth + effect);
    for (int i = depth; i < depth + effect; i++) {
      kinds[i] = VALUE;
    }
    depth += effect;
    if (made != 0) {
      kinds[depth - 1] = made;
    }
  }

  /** What the instruction leaves on top, when more is known than that it is a value; or 0. */
  private int kindMade() {
    int op = instruction.op;
    if (op >= Opcode.LOAD_CONST_SMALL_INT_MULTI) {
      return kindOfMulti(op);
    }
    return switch (op) {
      case Opcode.LOAD_CONST_NONE -> NONE;
      case Opcode.LOAD_CONST_TRUE -> TRUE;
      case Opcode.LOAD_CONST_FALSE -> FALSE;
      case Opcode.LOAD_CONST_SMALL_INT -> INT;
      case Opcode.LOAD_CONST_STRING -> STR;
      case Opcode.LOAD_NULL -> NULL;
      case Opcode.LOAD_FAST_N -> isCell[instruction.operand] ? CELL : 0;
      case Opcode.LOAD_METHOD, Opcode.LOAD_SUPER_METHOD -> VALUE_OR_NULL;
      case Opcode.BUILD_LIST -> LIST;
      case Opcode.BUILD_MAP -> DICT;
      case Opcode.BUILD_SET -> SET;
      default -> 0;
    };
  }

  private int kindOfMulti(int op) {
    if (op < Opcode.LOAD_FAST_MULTI) {
      return INT;
    }
    if (op < Opcode.STORE_FAST_MULTI) {
      return isCell[instruction.operand] ? CELL : 0;
    }
    boolean isMatch = op == Opcode.BINARY_OP_MULTI + Opcode.EXCEPTION_MATCH;
    return isMatch && (fromTop(2) & EXCEPTION) == 0 ? FALSE : 0;
  }
}
