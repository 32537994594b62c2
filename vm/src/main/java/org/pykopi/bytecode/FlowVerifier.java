package org.pykopi.bytecode;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Follows all paths through one code object with a count of stack slots and a list of open blocks.
 *
 * <p>The part behind a {@code SETUP_FINALLY} or {@code SETUP_WITH} is entered in two ways: with one
 * slot on top (None or an exception), or with two, when a return or jump passes through (its value
 * or target, and a number). Both are followed; the second ends at {@code END_FINALLY}.
 */
final class FlowVerifier {
  /**
   * States per instruction, on average; real code needs one for each way into each enclosing
   * finally.
   */
  private static final int STATES_PER_BYTE = 64;

  /**
   * Slots beyond the size that the code states. The reference counts one too few for a class body
   * that assigns {@code __class__} and for a break out of finally parts inside each other.
   */
  static final int SLACK = 1;

  private final CodeObject code;
  private final boolean[] starts;
  private final int room;
  private final Instruction instruction;
  private final List<State> open = new ArrayList<>();
  private final Set<Long> seen = new HashSet<>();
  private final List<Block> blocks = new ArrayList<>();

  /** How a block's code is being run. */
  private enum Mode {
    /** From the top: the protected part, then the part behind it. */
    BODY,
    /** The part behind it, with an exception. */
    EXCEPTION,
    /** The part behind it, with a return or jump under way. */
    PASSING
  }

  /** An open block; {@code depth} is the count of slots it falls back to. */
  private record Block(
      int id, Block outer, int setupPc, int op, int handler, int depth, Mode mode) {}

  /**
   * What is known before an instruction; {@code knowsTop} lasts as long as the test that async with
   * makes.
   */
  private record State(int pc, int depth, Block block, boolean knowsTop) {}

  FlowVerifier(CodeObject code, boolean[] starts, int localCount) {
    this.code = code;
    this.starts = starts;
    this.room = code.frameSize() - localCount + SLACK;
    this.instruction = new Instruction(code.bytecode);
  }

  void verify() {
    reach(0, 0, null, false);
    while (!open.isEmpty()) {
      State state = open.remove(open.size() - 1);
      instruction.read(state.pc);
      step(state);
    }
  }

  private void reach(int pc, int depth, Block block, boolean knowsTop) {
    if (pc >= starts.length) {
      throw Verifier.bad("end of code", pc);
    }
    checkDepth(depth);
    long blockId = block == null ? 0 : block.id;
    long key = ((blockId * (room + 1) + depth) * starts.length + pc) * 2 + (knowsTop ? 1 : 0);
    if (seen.add(key)) {
      if (seen.size() > 1000 + STATES_PER_BYTE * starts.length) {
        throw Verifier.bad("too many paths", pc);
      }
      open.add(new State(pc, depth, block, knowsTop));
    }
  }

  private void checkDepth(int depth) {
    if (depth < 0 || depth > room) {
      throw Verifier.bad("stack", instruction.pc);
    }
  }

  private void check(boolean isGood, String what) {
    if (!isGood) {
      throw Verifier.bad(what, instruction.pc);
    }
  }

  private void step(State state) {
    int op = instruction.op;
    int read = Opcode.slotsRead(op, instruction.operand, instruction.extra);
    check(state.depth >= read, "stack");
    int after = state.depth + Opcode.stackEffect(op, instruction.operand, instruction.extra);
    switch (op) {
      case Opcode.SETUP_WITH, Opcode.SETUP_EXCEPT, Opcode.SETUP_FINALLY -> enter(state, after);
      case Opcode.POP_EXCEPT_JUMP -> {
        check(state.block != null, "no block");
        reach(instruction.operand, state.depth, state.block.outer, false);
      }
      case Opcode.END_FINALLY -> endFinally(state);
      case Opcode.WITH_CLEANUP -> {
        check(state.block != null && state.block.op == Opcode.SETUP_WITH, "no with block");
        boolean isPassing = state.block.mode == Mode.PASSING;
        check(state.depth >= read + (isPassing ? 1 : 0), "stack");
        checkDepth(state.depth + (isPassing ? 1 : 2)); // to call __exit__
        reach(instruction.next, after, state.block, false);
      }
      case Opcode.UNWIND_JUMP -> unwind(state);
      case Opcode.POP_JUMP_IF_FALSE -> popJumpIfFalse(state, after);
      default -> plain(state, after);
    }
  }

  private void plain(State state, int after) {
    int op = instruction.op;
    if (Opcode.isJump(op)) {
      int jumped = state.depth + Opcode.stackEffectOfJump(op);
      reach(instruction.operand, jumped, state.block, false);
    }
    if (!Opcode.endsFlow(op)) {
      reach(instruction.next, after, state.block, state.knowsTop && isTopTest(op));
    }
  }

  // ---- blocks ----

  private void enter(State state, int after) {
    int op = instruction.op;
    int depth = op == Opcode.SETUP_WITH ? after - 1 : after;
    Block body = block(state.block, depth, Mode.BODY);
    check(nesting(body) <= code.exceptionStackSize, "nesting");
    int handler = instruction.operand;
    int next = instruction.next;
    Block exception = block(state.block, depth, Mode.EXCEPTION);
    Block passing = op == Opcode.SETUP_EXCEPT ? null : block(state.block, depth, Mode.PASSING);
    reach(next, after, body, false);
    reach(handler, depth + 1, exception, true);
    if (passing != null) {
      reach(handler, depth + 2, passing, true);
    }
  }

  /** Finds the block again if it was made before, so that the states stay finite. */
  private Block block(Block outer, int depth, Mode mode) {
    for (Block block : blocks) {
      if (block.outer == outer
          && block.setupPc == instruction.pc
          && block.depth == depth
          && block.mode == mode) {
        return block;
      }
    }
    int id = blocks.size() + 1;
    Block block =
        new Block(id, outer, instruction.pc, instruction.op, instruction.operand, depth, mode);
    blocks.add(block);
    return block;
  }

  private static int nesting(Block innermost) {
    int count = 0;
    for (Block block = innermost; block != null; block = block.outer) {
      count++;
    }
    return count;
  }

  private void endFinally(State state) {
    check(state.block != null, "no block");
    if (state.block.mode == Mode.PASSING) {
      check(state.depth >= 2, "stack");
    } else {
      reach(instruction.next, state.depth - 1, state.block.outer, false);
    }
  }

  /**
   * Leaves some blocks. A finally part that has not run yet runs on the way; one that is running is
   * abandoned.
   */
  private void unwind(State state) {
    Block block = state.block;
    int depth = state.depth;
    for (int i = instruction.extra & 0x7f; i > 0; i--) {
      check(block != null, "no block");
      if (block.op != Opcode.SETUP_EXCEPT) {
        if (block.mode == Mode.BODY && instruction.pc < block.handler) {
          check(depth == block.depth, "stack");
          depth -= slotsTaken(block);
        } else {
          depth -= block.mode == Mode.PASSING ? 2 : 1;
        }
      }
      block = block.outer;
    }
    if ((instruction.extra & 0x80) != 0) {
      depth -= Opcode.ITERATOR_SLOTS;
    }
    // The target and the count are pushed meanwhile.
    checkDepth(state.depth + 2);
    reach(instruction.operand, depth, block, false);
  }

  /**
   * How many slots below the state the part behind a block takes away: {@code __exit__} and
   * manager, or the manager.
   */
  private int slotsTaken(Block block) {
    if (block.op == Opcode.SETUP_WITH) {
      return 2;
    }
    return isAsyncWith(block.handler) ? 1 : 0;
  }

  // ---- the test of async with ----

  private boolean isAsyncWith(int handler) {
    Instruction test = new Instruction(code.bytecode);
    int pc = handler;
    while (pc < starts.length) {
      test.read(pc);
      if (!isTopTest(test.op)) {
        return pc > handler && test.op == Opcode.POP_JUMP_IF_FALSE;
      }
      pc = test.next;
    }
    return false;
  }

  /**
   * Whether the opcode may stand between the start of the handler and its test for an exception.
   */
  private static boolean isTopTest(int op) {
    return op == Opcode.DUP_TOP
        || op == Opcode.LOAD_GLOBAL
        || op == Opcode.BINARY_OP_MULTI + Opcode.EXCEPTION_MATCH;
  }

  /**
   * A finally part that begins by asking whether it has an exception goes only one way for each way
   * in.
   */
  private void popJumpIfFalse(State state, int after) {
    Block block = state.block;
    boolean isAnswered =
        state.knowsTop && block.op == Opcode.SETUP_FINALLY && block.handler < instruction.pc;
    if (!isAnswered || block.mode == Mode.EXCEPTION) {
      reach(instruction.next, after, block, false);
    }
    if (!isAnswered || block.mode == Mode.PASSING) {
      reach(instruction.operand, after, block, false);
    }
  }
}
