package org.pykopi.module;

import java.util.Arrays;
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

  /** One of the first {@link RegexSet#TABLE_SIZE} characters. */
  static final int CHARACTER = 1;

  /** A character of a set. */
  static final int SET = 2;

  /** As many characters of a set as there are, later fewer: set, least number (0 or 1). */
  static final int RUN = 3;

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
  private static final int FIRST_STACK = 96;

  private final int[] code;
  private final RegexSet[] sets;

  /** Number of capturing groups. */
  final int groups;

  /** Number of registers: two for each group and the whole match, then the marks of loops. */
  private final int registers;

  /** Every match begins with a character of this set; null when that is not known. */
  private final RegexSet first;

  /** The stack of an earlier run; null while it is in use. */
  private int[] spareStack;

  RegexProgram(int[] code, RegexSet[] sets, int groups, int registers) {
    this.code = code;
    this.sets = sets;
    this.groups = groups;
    this.registers = registers;
    first = first();
  }

  /** What follows SAVE at the start, where that is a character. */
  private RegexSet first() {
    int pc = 0;
    while (code[pc] == SAVE || code[pc] == MARK) {
      pc += 2;
    }
    switch (code[pc]) {
      case CHARACTER:
        return RegexSet.of(code[pc + 1]).close();
      case SET:
        return sets[code[pc + 1]];
      case RUN:
        return code[pc + 2] > 0 ? sets[code[pc + 1]] : null;
      default:
        return null;
    }
  }

  /**
   * The first match at or after {@code from}: start and end of the whole and of each group, -1 for
   * none; or null.
   */
  int[] search(PyContext ctx, String text, int from, int end) {
    Run run = new Run(ctx, text, end);
    boolean isFound = false;
    for (int start = from; start <= end && !isFound; start++) {
      if (first == null || first.take(text, start, end) >= 0) {
        isFound = run.matchAt(start);
      }
    }
    spareStack = run.stack;
    return isFound ? run.slots : null;
  }

  /** The match that begins at {@code from}, or null. */
  int[] match(PyContext ctx, String text, int from, int end) {
    Run run = new Run(ctx, text, end);
    boolean isFound = run.matchAt(from);
    spareStack = run.stack;
    return isFound ? run.slots : null;
  }

  /** One run over a text. */
  private final class Run {
    private final PyContext ctx;
    private final String text;
    private final int end;

    /** All -1 between two attempts: a failed one has undone what it stored. */
    final int[] slots = new int[registers];

    /**
     * Threes: code address, place to go on at, and the last such place to be tried, which lies
     * before it or is the same; or ~register, its old value, and nothing.
     */
    private int[] stack = spareStack;

    private int depth;
    private int budget = POLL_INTERVAL;

    Run(PyContext ctx, String text, int end) {
      this.ctx = ctx;
      this.text = text;
      this.end = end;
      Arrays.fill(slots, -1);
      spareStack = null;
      if (stack == null || stack.length > FIRST_STACK) {
        stack = new int[FIRST_STACK];
      }
    }

    boolean matchAt(int start) {
      final int[] code = RegexProgram.this.code;
      depth = 0;
      int pc = 0;
      int at = start;
      while (true) {
        int next = at;
        if (--budget < 0) {
          poll();
        }
        switch (code[pc]) {
          case CHARACTER:
            next = at < end && text.charAt(at) == code[pc + 1] ? at + 1 : -1;
            pc += 2;
            break;
          case SET:
            next = sets[code[pc + 1]].take(text, at, end);
            pc += 2;
            break;
          case RUN:
            next = run(pc, at);
            pc += 3;
            break;
          case BEGIN:
            next = at == 0 ? at : -1;
            pc++;
            break;
          case END:
            next = at == end ? at : -1;
            pc++;
            break;
          case JUMP:
            pc = code[pc + 1];
            break;
          case SPLIT:
            push(code[pc + 2], at, at);
            pc = code[pc + 1];
            break;
          case SAVE:
          case MARK:
            push(~code[pc + 1], slots[code[pc + 1]], 0);
            slots[code[pc + 1]] = at;
            pc += 2;
            break;
          case UNLESS_EMPTY:
            pc = slots[code[pc + 1]] != at ? pc + 3 : endLoop(code[pc + 2]);
            break;
          default:
            return true;
        }
        if (next < 0) {
          pc = backtrack();
          if (pc < 0) {
            return false;
          }
          next = resumeAt;
        }
        at = next;
      }
    }

    private void poll() {
      budget = POLL_INTERVAL;
      ctx.poll();
    }

    /** RUN: the place behind the characters taken, or -1. */
    private int run(int pc, int at) {
      RegexSet set = sets[code[pc + 1]];
      int least = code[pc + 2] == 0 ? at : set.take(text, at, end);
      if (least < 0) {
        return -1;
      }
      int to = set.takeAll(text, least, end);
      budget -= to - at;
      if (to > least) {
        push(pc + 3, before(to, least), least);
      }
      return to;
    }

    /** The place before a character; not before {@code least}. */
    private int before(int at, int least) {
      boolean isPair =
          at - 2 >= least
              && Character.isLowSurrogate(text.charAt(at - 1))
              && Character.isHighSurrogate(text.charAt(at - 2));
      return isPair ? at - 2 : at - 1;
    }

    private int endLoop(int target) {
      if (target == NOWHERE) {
        throw Errors.recursionError(ctx);
      }
      return target;
    }

    private void push(int first, int second, int third) {
      if (depth + 3 > stack.length) {
        if (depth >= LARGEST_STACK) {
          throw Errors.recursionError(ctx);
        }
        stack = Arrays.copyOf(stack, stack.length * 2);
      }
      stack[depth] = first;
      stack[depth + 1] = second;
      stack[depth + 2] = third;
      depth += 3;
    }

    /** The place of the choice that {@link #backtrack} went back to. */
    private int resumeAt;

    /**
     * Goes back to the latest choice, undoing what registers took since; the code address to go on
     * at, or -1 when there is no choice left.
     */
    private int backtrack() {
      while (depth > 0) {
        depth -= 3;
        int first = stack[depth];
        int second = stack[depth + 1];
        if (first >= 0) {
          resumeAt = second;
          if (second > stack[depth + 2]) {
            stack[depth + 1] = before(second, stack[depth + 2]);
            depth += 3;
          }
          return first;
        }
        slots[~first] = second;
      }
      return -1;
    }
  }
}
