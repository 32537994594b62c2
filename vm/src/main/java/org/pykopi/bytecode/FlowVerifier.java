package org.pykopi.bytecode;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Follows all paths through one code object with the kinds of the stack slots ({@link StackKinds})
 * and a list of open blocks. Where paths with the same blocks meet, what they know of a slot is put
 * together, and the rest is followed again if that is news.
 *
 * <p>The part behind a {@code SETUP_FINALLY} or {@code SETUP_WITH} is entered in three ways: from
 * above with None, with an exception, or with two slots when a return or jump passes through (its
 * value or target, and a number). All are followed; the last ends at {@code END_FINALLY}. Code
 * inside a block leaves alone what lies below it on the stack, so that each way in finds the same.
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

  /** Their numbers are part of the kinds of slots. */
  private static final int MAX_BLOCKS = 0x7fff;

  private final CodeObject code;
  private final boolean[] isTarget;
  private final int room;
  private final Instruction instruction;
  private final StackKinds stack;
  private final List<State> open = new ArrayList<>();
  private final Map<Long, State> states = new HashMap<>();
  private final List<Block> blocks = new ArrayList<>();

  /** How often something new was found. */
  private int news;

  /** The innermost open block, or null. */
  private Block block;

  /** How a block's code is being run. */
  private enum Mode {
    /** The protected part, before the handler. */
    BODY,
    /** The part behind it, from above. */
    NORMAL,
    /** The part behind it, with an exception. */
    EXCEPTION,
    /** The part behind it, with a return or jump under way. */
    PASSING
  }

  /**
   * An open block.
   *
   * @param depth the count of slots it falls back to
   * @param taken how many of these belong to the block: {@code __exit__} and manager of a with
   *     block, the manager of async with
   * @param floor how many slots code in it must leave alone
   */
  private record Block(
      int id,
      Block outer,
      int setupPc,
      int op,
      int handler,
      int depth,
      int taken,
      int floor,
      Mode mode) {
    boolean isBody() {
      return mode == Mode.BODY;
    }

    /** Whether a return runs the part behind it first. */
    boolean isRunFirst() {
      return isBody() && op != Opcode.SETUP_EXCEPT;
    }
  }

  /** What is known where paths meet. */
  private static final class State {
    final int pc;
    final Block block;
    final int[] kinds;
    boolean isOpen;

    State(int pc, Block block, int[] kinds) {
      this.pc = pc;
      this.block = block;
      this.kinds = kinds;
    }
  }

  FlowVerifier(CodeObject code, boolean[] isTarget, boolean[] isCell, int localCount) {
    this.code = code;
    this.isTarget = isTarget;
    this.room = code.frameSize() - localCount + SLACK;
    this.instruction = new Instruction(code.bytecode);
    this.stack = new StackKinds(isCell, room, instruction);
  }

  void verify() {
    follow(0);
    while (!open.isEmpty()) {
      State state = open.remove(open.size() - 1);
      state.isOpen = false;
      stack.set(state.kinds);
      block = state.block;
      follow(state.pc);
    }
  }

  /** Follows the path from here to its end or to where it meets another. */
  private void follow(int from) {
    int pc = from;
    boolean goesOn = true;
    while (goesOn) {
      instruction.read(pc);
      goesOn = step();
      pc = instruction.next;
      if (goesOn) {
        check(pc < isTarget.length, "end of code");
        block = blockAt(pc, block);
        if (isTarget[pc]) {
          meet(pc, block);
          goesOn = false;
        }
      }
    }
  }

  private void check(boolean isGood, String what) {
    if (!isGood) {
      throw Verifier.bad(what, instruction.pc);
    }
  }

  /** A jump with the present stack. */
  private void reach(int pc, Block inside) {
    meet(pc, blockAt(pc, inside));
  }

  /** Who runs from the body of a block into its handler is in the part behind it. */
  private Block blockAt(int pc, Block inside) {
    Block at = inside;
    if (at != null && at.isBody() && pc >= at.handler) {
      check(at.op != Opcode.SETUP_EXCEPT, "no block");
      at = block(at, Mode.NORMAL);
    }
    // A body ends at its handler, and what follows that begins there.
    boolean isInside = true;
    for (Block outer = at; outer != null; outer = outer.outer) {
      isInside &= outer.isBody() == pc < outer.handler;
    }
    check(isInside, "jump out of a block");
    return at;
  }

  private void meet(int pc, Block inside) {
    int depth = stack.depth();
    long key = (((long) (inside == null ? 0 : inside.id) * (room + 1)) + depth) * isTarget.length;
    key += pc;
    State state = states.get(key);
    if (state == null) {
      state = new State(pc, inside, stack.copy());
      states.put(key, state);
    } else if (!stack.mergeInto(state.kinds)) {
      return;
    }
    news++;
    check(news <= 1000 + STATES_PER_BYTE * isTarget.length, "too many paths");
    if (!state.isOpen) {
      state.isOpen = true;
      open.add(state);
    }
  }

  /** Does what the instruction does; whether the next one follows it. */
  private boolean step() {
    int op = instruction.op;
    switch (op) {
      case Opcode.SETUP_WITH, Opcode.SETUP_EXCEPT, Opcode.SETUP_FINALLY -> enter();
      case Opcode.POP_EXCEPT_JUMP -> {
        check(block != null, "no block");
        reach(instruction.operand, block.outer);
      }
      case Opcode.END_FINALLY -> {
        return endFinally();
      }
      case Opcode.WITH_CLEANUP -> cleanUp();
      case Opcode.UNWIND_JUMP -> unwind();
      case Opcode.RETURN_VALUE -> {
        plainStep();
        checkReturn(stack.depth(), block);
      }
      case Opcode.POP_JUMP_IF_TRUE, Opcode.POP_JUMP_IF_FALSE -> {
        return jumpIf(op == Opcode.POP_JUMP_IF_TRUE);
      }
      case Opcode.JUMP_IF_TRUE_OR_POP, Opcode.JUMP_IF_FALSE_OR_POP -> {
        stack.accept(stack.depth() - 1, StackKinds.VALUE);
        reach(instruction.operand, block);
        plainStep();
      }
      case Opcode.FOR_ITER -> loop();
      case Opcode.JUMP -> reach(instruction.operand, block);
      default -> plainStep();
    }
    return !Opcode.endsFlow(op);
  }

  private void plainStep() {
    int op = instruction.op;
    boolean isYield = op == Opcode.YIELD_VALUE || op == Opcode.YIELD_FROM;
    check(!isYield || code.isGenerator(), "yield outside a generator");
    boolean isAnswered = asksForException();
    int lowest = stack.step();
    if (isAnswered) {
      stack.replaceTop(StackKinds.TRUE);
    }
    for (Block outer = block; outer != null && lowest < outer.floor; outer = outer.outer) {
      // Before its handler, async with moves the manager.
      check(outer.isBody() && stack.depth() >= outer.depth, "stack");
      reachHandler(outer);
    }
  }

  /** With an exception, the answer of the {@link ExceptionTest} is yes. */
  private boolean asksForException() {
    return instruction.op == Opcode.BINARY_OP_MULTI + Opcode.EXCEPTION_MATCH
        && block != null
        && block.op == Opcode.SETUP_FINALLY
        && !isTarget[instruction.pc]
        && instruction.pc == ExceptionTest.comparison(code.bytecode, block.handler)
        && stack.depth() >= 2
        && stack.fromTop(2) == StackKinds.EXCEPTION;
  }

  private boolean jumpIf(boolean sense) {
    check(stack.depth() > 0, "stack");
    int kind = stack.fromTop(1);
    plainStep();
    if (kind != (sense ? StackKinds.FALSE : StackKinds.TRUE)) {
      reach(instruction.operand, block);
    }
    return kind != (sense ? StackKinds.TRUE : StackKinds.FALSE);
  }

  private void loop() {
    int[] kinds = stack.copy();
    stack.cut(kinds.length - Opcode.ITERATOR_SLOTS);
    reach(instruction.operand, block);
    stack.set(kinds);
    plainStep();
  }

  // ---- blocks ----

  private void enter() {
    plainStep();
    int op = instruction.op;
    int handler = instruction.operand;
    boolean isWith = op == Opcode.SETUP_WITH;
    int depth = stack.depth() - (isWith ? 1 : 0);
    int taken = isWith ? 2 : ExceptionTest.nameAt(code.bytecode, instruction) >= 0 ? 1 : 0;
    check(depth >= taken, "stack");
    Block body = new Block(0, block, instruction.pc, op, handler, depth, taken, 0, Mode.BODY);
    block = block(body, Mode.BODY);
    check(nesting(block) <= code.exceptionStackSize, "nesting");
    reachHandler(block);
  }

  private static int nesting(Block innermost) {
    int count = 0;
    for (Block block = innermost; block != null; block = block.outer) {
      count++;
    }
    return count;
  }

  /** The same block in another mode; found again if it was made before, so that they stay few. */
  private Block block(Block like, Mode mode) {
    for (Block block : blocks) {
      if (block.setupPc == like.setupPc
          && block.outer == like.outer
          && block.depth == like.depth
          && block.mode == mode) {
        return block;
      }
    }
    int id = blocks.size() + 1;
    check(id <= MAX_BLOCKS, "too many paths");
    int own = mode == Mode.BODY ? like.depth : like.depth - like.taken;
    int floor = like.outer == null ? own : Math.max(own, like.outer.floor);
    Block block =
        new Block(
            id,
            like.outer,
            like.setupPc,
            like.op,
            like.handler,
            like.depth,
            like.taken,
            floor,
            mode);
    blocks.add(block);
    return block;
  }

  /** The ways into the part behind a block, from its body with the present stack. */
  private void reachHandler(Block body) {
    int[] kinds = stack.copy();
    stack.cut(body.depth);
    stack.push(StackKinds.EXCEPTION);
    reach(body.handler, block(body, Mode.EXCEPTION));
    if (body.op != Opcode.SETUP_EXCEPT) {
      Block passing = block(body, Mode.PASSING);
      stack.cut(body.depth);
      stack.push(StackKinds.passingValue(passing.id));
      stack.push(StackKinds.passingCount(passing.id));
      reach(body.handler, passing);
    }
    stack.set(kinds);
  }

  /** None: goes on. An exception: raises it again. A pair: goes on with the return or jump. */
  private boolean endFinally() {
    check(block != null, "no block");
    int depth = stack.depth();
    if (block.mode == Mode.PASSING) {
      checkPair();
      check(depth == block.depth - block.taken + 2, "stack");
      checkReturn(depth - 2, block.outer);
      return false;
    }
    int kind = pending(depth);
    stack.cut(depth - 1);
    block = block.outer;
    return (kind & StackKinds.NONE) != 0;
  }

  private void checkPair() {
    check(stack.depth() >= 2, "stack");
    boolean isPair =
        stack.fromTop(1) == StackKinds.passingCount(block.id)
            && stack.fromTop(2) == StackKinds.passingValue(block.id);
    check(isPair, "operand");
  }

  /** What a finally part is to do at its end, when that is not to pass a return or jump on. */
  private int pending(int end) {
    check(end > 0, "stack");
    int kind = stack.at(end - 1);
    check((kind & ~(StackKinds.NONE | StackKinds.EXCEPTION)) == 0, "operand");
    return kind;
  }

  /** {@code exit self X -> X}, or None when exit swallows an exception. */
  private void cleanUp() {
    boolean isGood = block != null && block.op == Opcode.SETUP_WITH && !block.isBody();
    check(isGood, "no with block");
    int depth = stack.depth();
    boolean isPassing = block.mode == Mode.PASSING;
    check(depth == block.depth + (isPassing ? 2 : 1), "stack");
    stack.accept(block.depth - 2, StackKinds.VALUE);
    stack.accept(block.depth - 1, StackKinds.VALUE_OR_NULL);
    if (isPassing) {
      checkPair();
      stack.cut(block.depth - 2);
      stack.push(StackKinds.passingValue(block.id));
      stack.push(StackKinds.passingCount(block.id));
    } else {
      int kind = pending(depth);
      stack.cut(block.depth - 2);
      stack.push(kind | StackKinds.NONE);
    }
  }

  /**
   * Leaves some blocks. A finally part that has not run yet runs on the way; one that is running is
   * abandoned.
   */
  private void unwind() {
    Block left = block;
    int depth = stack.depth();
    // The target and the count are pushed meanwhile.
    stack.checkDepth(depth + 2);
    for (int i = instruction.extra & 0x7f; i > 0; i--) {
      check(left != null, "no block");
      if (left.op != Opcode.SETUP_EXCEPT) {
        if (left.isBody()) {
          check(depth == left.depth, "stack");
          depth -= left.taken;
        } else if (left.mode == Mode.PASSING) {
          check(depth >= 2 && stack.at(depth - 1) == StackKinds.passingCount(left.id), "stack");
          depth -= 2;
        } else {
          pending(depth);
          depth--;
        }
      }
      left = left.outer;
    }
    if ((instruction.extra & 0x80) != 0) {
      depth -= Opcode.ITERATOR_SLOTS;
    }
    stack.cut(depth);
    reach(instruction.operand, left);
  }

  /**
   * A return abandons finally parts that are running: the value moves down over what they were to
   * do, two slots if there is a number on top of that, else one.
   *
   * @param top the slot of the value
   */
  private void checkReturn(int top, Block innermost) {
    int lowest = top;
    boolean isKnown = true;
    for (Block left = innermost; left != null && !left.isRunFirst(); left = left.outer) {
      if (left.op != Opcode.SETUP_EXCEPT) {
        check(lowest > 0, "stack");
        int kind = stack.at(lowest - 1);
        boolean isOne = isKnown && (kind & ~(StackKinds.NONE | StackKinds.EXCEPTION)) == 0;
        isKnown &= isOne || kind == StackKinds.passingCount(left.id);
        lowest -= isOne ? 1 : 2;
        check(lowest >= 0, "stack");
      }
    }
  }
}
