package org.pykopi.machine;

import static org.pykopi.machine.Workspace.FIRST;
import static org.pykopi.machine.Workspace.RESULT;
import static org.pykopi.machine.Workspace.SECOND;
import static org.pykopi.machine.Workspace.THIRD;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.bytecode.Opcode;
import org.pykopi.compiler.NativeTape;
import org.pykopi.compiler.ViperType;

/**
 * Blocks that catch exceptions, and the ways out of them.
 *
 * <p>A function with blocks asks the runtime once, at its start, to come back to it when something
 * is raised; a word of the frame says to which handler it then jumps ({@link Frame#HANDLER}). So
 * entering and leaving a block means to set that word. A jump out of a finally part's block goes to
 * the finally part first, which jumps on from its end, to the next one outside or to where the jump
 * wanted to go ({@link Frame#UNWIND}).
 */
final class BlockGenerator {
  /** What a finally part has to do at its end besides raising what is to be raised. */
  private enum Exit {
    NONE,
    TO_NEXT_FINALLY,
    TO_TARGET
  }

  private static final class Block {
    final int label;
    final boolean isFinally;
    boolean isActive = true;
    Exit exit = Exit.NONE;
    int nextFinally;

    Block(int label, boolean isFinally) {
      this.label = label;
      this.isFinally = isFinally;
    }
  }

  private final Workspace work;
  private final X64Assembler out;
  private final Frame frame;
  private final OperandStack stack;
  private final List<Block> blocks = new ArrayList<>();

  BlockGenerator(Workspace work) {
    this.work = work;
    out = work.out;
    frame = work.frame;
    stack = work.stack;
  }

  void start() {
    blocks.clear();
  }

  /** Whether the instruction is one of these. */
  boolean generate(int op, int label, int extra) {
    switch (op) {
      case NativeTape.LABEL -> label(label);
      case Opcode.SETUP_EXCEPT -> enter(label, false);
      case Opcode.SETUP_FINALLY -> enter(label, true);
      case Opcode.SETUP_WITH -> setupWith(label);
      case Opcode.WITH_CLEANUP -> cleanUpWith(label);
      case NativeTape.START_HANDLERS -> {
        leave(true);
        frame.loadOwn(RESULT, Frame.EXCEPTION);
        stack.pushObject(RESULT);
      }
      case Opcode.END_FINALLY -> endFinally();
      case NativeTape.END_HANDLERS -> stack.shrink(1);
      case Opcode.POP_EXCEPT_JUMP -> popExceptJump(label);
      case Opcode.UNWIND_JUMP -> unwindJump(label, extra);
      case Opcode.RAISE_OBJ -> raise();
      default -> {
        return false;
      }
    }
    return true;
  }

  int depth() {
    return blocks.size();
  }

  private Block innermost() {
    return blocks.get(blocks.size() - 1);
  }

  private Block innermostActive() {
    for (int i = blocks.size() - 1; i >= 0; i--) {
      if (blocks.get(i).isActive) {
        return blocks.get(i);
      }
    }
    return null;
  }

  /** At the label of a finally part the value on top becomes the exception, then it begins. */
  void label(int label) {
    boolean isFinally = !blocks.isEmpty() && innermost().isFinally && innermost().label == label;
    if (isFinally) {
      stack.pop(RESULT);
      frame.storeOwn(Frame.EXCEPTION, RESULT);
    }
    stack.settle();
    out.label(label);
    if (isFinally) {
      leave(false);
    }
  }

  // ---- entering and leaving ----

  private void enter(int label, boolean isFinally) {
    stack.settle();
    blocks.add(new Block(label, isFinally));
    setHandler(label);
  }

  private void setHandler(int label) {
    out.addressOf(RESULT, label);
    frame.storeOwn(Frame.HANDLER, RESULT);
  }

  /** Puts the innermost handler that is still active in force again. */
  void restoreHandler() {
    Block active = innermostActive();
    if (active != null) {
      setHandler(active.label);
    }
  }

  /** Makes the block inactive; where its handler starts there is no handler in force anyway. */
  private void leave(boolean isStartOfHandler) {
    innermost().isActive = false;
    Block active = innermostActive();
    if (active != null) {
      setHandler(active.label);
    } else if (!isStartOfHandler) {
      clearHandler();
    }
  }

  private void clearHandler() {
    out.clear(RESULT);
    frame.storeOwn(Frame.HANDLER, RESULT);
  }

  private void clearException() {
    out.moveImmediate(RESULT, 0);
    frame.storeOwn(Frame.EXCEPTION, RESULT);
  }

  /** At the end of a protected part, or of a handler, whose exception is done with. */
  private void popExceptJump(int label) {
    if (innermost().isActive) {
      leave(false);
    } else {
      clearException();
    }
    work.jump(label);
  }

  private void endFinally() {
    frame.loadOwn(FIRST, Frame.EXCEPTION);
    stack.call(RuntimeEntry.RAISE);
    Block block = blocks.remove(blocks.size() - 1);
    if (block.exit == Exit.NONE) {
      return;
    }
    int end = work.newLabels(1);
    frame.loadOwn(RESULT, Frame.UNWIND);
    out.jumpIfZero(RESULT, end, false);
    if (block.exit == Exit.TO_TARGET) {
      out.jumpTo(RESULT);
    } else {
      work.jump(block.nextFinally);
    }
    label(end);
  }

  private void raise() {
    if (stack.pop(FIRST) != ViperType.OBJECT) {
      work.diagnostics.typeError("must raise an object");
    }
    stack.call(RuntimeEntry.RAISE);
  }

  /** Jumps out of so many blocks. */
  void unwindJump(int label, int count) {
    Block first = null;
    Block last = null;
    int index = blocks.size() - 1;
    for (int i = 0; i < count; i++, index--) {
      Block block = blocks.get(index);
      if (!block.isFinally || !block.isActive) {
        continue;
      }
      if (first == null) {
        first = block;
      } else {
        last.exit = Exit.TO_NEXT_FINALLY;
        last.nextFinally = block.label;
      }
      last = block;
    }
    if (last != null) {
      last.exit = Exit.TO_TARGET;
      out.addressOf(RESULT, label);
      frame.storeOwn(Frame.UNWIND, RESULT);
      clearException();
    } else if (count > 0 && index >= 0) {
      setHandler(blocks.get(index).label);
    } else if (count > 0) {
      clearHandler();
    }
    work.jump(first != null ? first.label : label);
  }

  // ---- with ----

  /** {@code manager -> __exit__ manager value value}. */
  private void setupWith(int label) {
    stack.requireObject(stack.access(1, FIRST));
    stack.pushArray(THIRD, 2);
    work.callWithName(RuntimeEntry.LOAD_METHOD, "__exit__", SECOND);
    stack.popObject(THIRD);
    stack.popObject(SECOND);
    stack.popObject(FIRST);
    stack.pushObject(SECOND);
    stack.pushObject(THIRD);
    stack.pushArray(THIRD, 2);
    work.callWithName(RuntimeEntry.LOAD_METHOD, "__enter__", SECOND);
    stack.popArray(THIRD, 2);
    stack.callWithCounts(RuntimeEntry.CALL_METHOD, 0, 0);
    stack.pushObject(RESULT);
    enter(label, true);
    OperandStack.Popped top = stack.popFlexible(RESULT, -1, -1);
    stack.push(top.type(), top.register());
    stack.push(top.type(), top.register());
  }

  /** {@code __exit__ manager value ->}, then the state of a finally part is in the frame. */
  private void cleanUpWith(int label) {
    int labels = work.newLabels(3);
    int noException = labels;
    int end = labels + 1;
    int jumpedOut = labels + 2;
    leave(false);
    stack.shrink(1);
    label(jumpedOut);
    stack.pushImmediate(ViperType.NONE, 0);
    stack.pushImmediate(ViperType.NONE, 0);
    stack.pushImmediate(ViperType.NONE, 0);
    callExit();
    work.jump(noException);

    out.label(label);
    leave(true);
    stack.adjust(2);
    frame.loadOwn(FIRST, Frame.EXCEPTION);
    out.jumpIfZero(FIRST, jumpedOut, false);
    frame.loadWord(SECOND, FIRST, 0);
    stack.pushObject(SECOND);
    stack.pushObject(FIRST);
    stack.pushImmediate(ViperType.NONE, 0);
    callExit();
    out.move(FIRST, RESULT);
    stack.call(RuntimeEntry.IS_TRUE);
    out.jumpIfZero(RESULT, end, true);
    label(noException);
    clearException();
    label(end);
  }

  private void callExit() {
    stack.popArray(THIRD, 5);
    stack.callWithCounts(RuntimeEntry.CALL_METHOD, 3, 0);
  }
}
