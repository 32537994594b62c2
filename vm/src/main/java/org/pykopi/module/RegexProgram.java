package org.pykopi.module;

import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;

/**
 * A compiled regular expression and the machine that runs it: backtracking with a stack of its own,
 * so that long texts never overflow Java's stack. The host is asked for interrupts now and then,
 * because some expressions take for ever.
 */
final class RegexProgram {
  // Instructions; operands follow.
  static final int MATCH = 0;
  static final int CHARACTER = 1;
  static final int ANY = 2;
  static final int SET = 3;
  static final int BEGIN = 4;
  static final int END = 5;
  static final int JUMP = 6;

  /** Goes on at the first target, later at the second. */
  static final int SPLIT = 7;

  /** Stores the place in the text in a register. */
  static final int SAVE = 8;

  static final int MARK = 9;

  /** Jumps when no character was taken since MARK; with the target NOWHERE it is an error. */
  static final int UNLESS_EMPTY = 10;

  /** The target of a loop that would never end. */
  static final int NOWHERE = -1;

  private static final int POLL_INTERVAL = 1 << 16;
  private static final int LARGEST_STACK = 1 << 26;

  private final int[] code;
  private final RegexSet[] sets;

  /** Number of capturing groups. */
  final int groups;

  /** Number of registers: two for each group and the whole match, then the marks of loops. */
  private final int registers;

  RegexProgram(int[] code, RegexSet[] sets, int groups, int registers) {
    this.code = code;
    this.sets = sets;
    this.groups = groups;
    this.registers = registers;
  }

  /**
   * The first match at or after {@code from}: start and end of the whole and of each group, -1 for
   * none; or null.
   */
  int[] search(PyContext ctx, String text, int from, int end) {
    Run run = new Run(ctx, text, end);
    for (int start = from; start <= end; start++) {
      if (run.matchAt(start)) {
        return run.slots;
      }
    }
    return null;
  }

  /** The match that begins at {@code from}, or null. */
  int[] match(PyContext ctx, String text, int from, int end) {
    Run run = new Run(ctx, text, end);
    return run.matchAt(from) ? run.slots : null;
  }

  /** One run over a text. */
  private final class Run {
    private final PyContext ctx;
    private final String text;
    private final int end;
    final int[] slots = new int[registers];

    /** Pairs: code address and place to go on at, or ~register and its old value. */
    private int[] stack = new int[64];

    private int depth;
    private int steps;

    Run(PyContext ctx, String text, int end) {
      this.ctx = ctx;
      this.text = text;
      this.end = end;
    }

    boolean matchAt(int start) {
      for (int i = 0; i < slots.length; i++) {
        slots[i] = -1;
      }
      depth = 0;
      int pc = 0;
      int at = start;
      while (true) {
        if (++steps % POLL_INTERVAL == 0) {
          ctx.poll();
        }
        int next = step(pc, at);
        if (next == MATCHED) {
          return true;
        }
        if (next == FAILED) {
          if (!backtrack()) {
            return false;
          }
          pc = resumePc;
          at = resumeAt;
        } else {
          pc = next;
          at = place;
        }
      }
    }

    private static final int MATCHED = -1;
    private static final int FAILED = -2;

    /** The place after {@link #step}. */
    private int place;

    private int resumePc;
    private int resumeAt;

    /** Runs one instruction: the address of the next one, MATCHED or FAILED. */
    private int step(int pc, int at) {
      place = at;
      switch (code[pc]) {
        case CHARACTER:
          return at < end && takePoint(at) == code[pc + 1] ? pc + 2 : FAILED;
        case ANY:
          if (at >= end) {
            return FAILED;
          }
          takePoint(at);
          return pc + 1;
        case SET:
          return at < end && sets[code[pc + 1]].contains(takePoint(at)) ? pc + 2 : FAILED;
        case BEGIN:
          return at == 0 ? pc + 1 : FAILED;
        case END:
          return at == end ? pc + 1 : FAILED;
        case JUMP:
          return code[pc + 1];
        case SPLIT:
          push(code[pc + 2], at);
          return code[pc + 1];
        case SAVE:
        case MARK:
          push(~code[pc + 1], slots[code[pc + 1]]);
          slots[code[pc + 1]] = at;
          return pc + 2;
        case UNLESS_EMPTY:
          return slots[code[pc + 1]] != at ? pc + 3 : endLoop(code[pc + 2]);
        default:
          return MATCHED;
      }
    }

    private int endLoop(int target) {
      if (target == NOWHERE) {
        throw Errors.recursionError(ctx);
      }
      return target;
    }

    /** The character at a place before the end; {@link #place} moves behind it. */
    private int takePoint(int at) {
      char c = text.charAt(at);
      if (Character.isHighSurrogate(c)
          && at + 1 < end
          && Character.isLowSurrogate(text.charAt(at + 1))) {
        place = at + 2;
        return Character.toCodePoint(c, text.charAt(at + 1));
      }
      place = at + 1;
      return c;
    }

    private void push(int first, int second) {
      if (depth + 2 > stack.length) {
        if (depth >= LARGEST_STACK) {
          throw Errors.recursionError(ctx);
        }
        int[] longer = new int[stack.length * 2];
        System.arraycopy(stack, 0, longer, 0, depth);
        stack = longer;
      }
      stack[depth++] = first;
      stack[depth++] = second;
    }

    /**
     * Goes back to the latest choice, undoing what registers took since; false when there is none
     * left.
     */
    private boolean backtrack() {
      while (depth > 0) {
        depth -= 2;
        int first = stack[depth];
        int second = stack[depth + 1];
        if (first >= 0) {
          resumePc = first;
          resumeAt = second;
          return true;
        }
        slots[~first] = second;
      }
      return false;
    }
  }
}
