package org.pykopi.machine;

import static org.pykopi.machine.Workspace.FIRST;
import static org.pykopi.machine.Workspace.FOURTH;
import static org.pykopi.machine.Workspace.RESULT;
import static org.pykopi.machine.Workspace.SECOND;
import static org.pykopi.machine.Workspace.THIRD;

import org.pykopi.compiler.ViperType;

/**
 * Start and end of a function: its frame, its arguments, the globals of its module, and the place
 * where exceptions arrive.
 *
 * <p>The caller passes the function object, the numbers of positional and keyword arguments and
 * their address; for a generator the code state and what is thrown into it.
 */
final class FrameGenerator {
  /** Holds the address of the runtime's table all the time. */
  private static final int TABLE = X64Assembler.RBP;

  private static final int GENERATOR = X64Assembler.R13;
  private static final int[] SAVED = {
    X64Assembler.RBP, X64Assembler.RBX, X64Assembler.R12, X64Assembler.R13
  };

  /** From this number of arguments on the third one cannot be moved to its register at once. */
  private static final int MANY_ARGUMENTS = 4;

  private final Workspace work;
  private final BlockGenerator blocks;
  private final X64Assembler out;
  private final Frame frame;
  private final OperandStack stack;
  private int frameBytes;
  private int exitLabel;

  /** Where a generator starts when it is called first. */
  private int startOffset;

  FrameGenerator(Workspace work, BlockGenerator blocks) {
    this.work = work;
    this.blocks = blocks;
    out = work.out;
    frame = work.frame;
    stack = work.stack;
  }

  /** The label of the end of the function. */
  int exitLabel() {
    return exitLabel;
  }

  // ---- start ----

  /**
   * The start of a function. {@code types} are those of the arguments; the offset of the prelude is
   * known from the pass before.
   */
  void start(ViperType[] types, int preludeOffset) {
    exitLabel = work.newLabels(4);
    if (frame.isViper) {
      startViper(types);
    } else if (frame.isGenerator) {
      startGenerator(preludeOffset);
    } else {
      startNative(preludeOffset);
    }
    guard();
    for (int i = 0; !frame.isViper && i < frame.localsInRegisters(); i++) {
      frame.load(frame.registerOf(i), frame.localSlot(i));
    }
  }

  /** Saves registers and makes room; RSP stays a multiple of 16 where functions are called. */
  private void enter(int words) {
    for (int register : SAVED) {
      out.push(register);
    }
    frameBytes = (words | 1) * Frame.WORD;
    out.subtractImmediate(X64Assembler.RSP, frameBytes);
  }

  private void leave() {
    out.subtractImmediate(X64Assembler.RSP, -frameBytes);
    for (int i = SAVED.length - 1; i >= 0; i--) {
      out.pop(SAVED[i]);
    }
    out.ret();
  }

  private void startNative(int preludeOffset) {
    int scratch = X64Assembler.R13;
    enter(frame.stackStart + frame.stateSize);
    frame.loadWord(scratch, FIRST, Frame.CONSTANTS);
    frame.loadWord(TABLE, scratch, frame.argumentNames());
    frame.store(frame.functionSlot(), FIRST);
    out.moveImmediate32(FIRST, preludeOffset);
    frame.store(frame.instructionSlot(), FIRST);
    out.moveImmediate(FIRST, frame.stateSize);
    frame.store(frame.codeStateStart + Frame.STATE_SIZE, FIRST);
    frame.address(FIRST, frame.codeStateStart);
    out.call(RuntimeEntry.SETUP_CODE_STATE);
  }

  /** Two words stand before the code: where the prelude is, and where it starts. */
  private void startGenerator(int preludeOffset) {
    out.data64(preludeOffset);
    out.data64(startOffset);
    enter(Frame.NLR_WORDS);
    out.move(GENERATOR, FIRST);
    frame.storeOwn(Frame.EXCEPTION, SECOND);
    frame.load(RESULT, frame.functionSlot());
    frame.loadWord(RESULT, RESULT, Frame.CONSTANTS);
    frame.loadWord(TABLE, RESULT, frame.argumentNames());
  }

  private void startViper(ViperType[] types) {
    int arguments = X64Assembler.R13;
    int count = frame.code.positionalArgs;
    int inRegisters = frame.localsInRegisters();
    if (count >= MANY_ARGUMENTS && frame.keepsLocalsInRegisters()) {
      inRegisters--;
    }
    enter(frame.stackStart + frame.stateSize - inRegisters);
    frame.loadWord(arguments, FIRST, Frame.CONSTANTS);
    frame.loadWord(TABLE, arguments, 0);
    if (frame.isGuarded || frame.hasConstants) {
      frame.storeOwn(frame.functionSlot(), FIRST);
    }
    out.move(FIRST, SECOND);
    out.move(SECOND, THIRD);
    out.move(arguments, FOURTH);
    checkCount(count);
    for (int i = 0; i < count; i++) {
      storeArgument(i, types[i], count);
    }
    if (count >= MANY_ARGUMENTS && frame.keepsLocalsInRegisters()) {
      frame.load(X64Assembler.R13, frame.localSlot(2));
    }
  }

  /** A wrong number of arguments is left to the runtime, which raises the exception. */
  private void checkCount(int count) {
    int wrong = work.newLabels(2);
    int right = wrong + 1;
    out.jumpIfNotZero(SECOND, wrong, true);
    out.moveImmediate(THIRD, count);
    out.operation(X64Assembler.CMP, THIRD, FIRST);
    out.jumpIf(X64Assembler.EQUAL, right);
    out.label(wrong);
    out.moveImmediate(THIRD, (long) count << 17 | (long) count << 1);
    out.call(RuntimeEntry.CHECK_ARGUMENT_COUNT);
    out.label(right);
  }

  private void storeArgument(int index, ViperType type, int count) {
    int register = FIRST;
    frame.loadWord(FIRST, X64Assembler.R13, index);
    if (type != ViperType.OBJECT) {
      stack.call(RuntimeEntry.CONVERT_OBJECT_TO_NATIVE, SECOND, OperandStack.codeOf(type));
      register = RESULT;
    }
    int target = frame.registerOf(index);
    boolean isStillNeeded = target == X64Assembler.R13 && count != index + 1;
    if (target >= 0 && !isStillNeeded) {
      out.move(target, register);
    } else {
      frame.store(frame.localSlot(index), register);
    }
  }

  // ---- globals and exceptions ----

  private void guard() {
    if (!frame.isGuarded) {
      return;
    }
    int again = exitLabel + 1;
    int body = exitLabel + 2;
    int caught = exitLabel + 3;
    if (!frame.isGenerator) {
      frame.load(FIRST, frame.functionSlot());
      frame.loadWord(FIRST, FIRST, Frame.GLOBALS);
      stack.call(RuntimeEntry.SWAP_GLOBALS);
      frame.store(frame.instructionSlot(), RESULT);
    }
    if (frame.hasHandlers) {
      catchForHandlers(again, body, caught);
    } else {
      if (!frame.isGenerator) {
        out.jumpIfZero(RESULT, body, false);
      }
      pushHandler();
      out.jumpIfZero(RESULT, body, true);
    }
    passOn();
    blocks.label(body);
    if (frame.isGenerator) {
      frame.load(RESULT, frame.instructionSlot());
      out.jumpTo(RESULT);
      startOffset = out.position();
      frame.loadOwn(FIRST, Frame.EXCEPTION);
      stack.call(RuntimeEntry.RAISE);
    }
  }

  private void pushHandler() {
    frame.addressOwn(FIRST, 0);
    stack.call(RuntimeEntry.NLR_PUSH);
  }

  /** Code goes on at the address in RBX: first the body, then the handler of each exception. */
  private void catchForHandlers(int again, int body, int caught) {
    out.clear(RESULT);
    frame.storeOwn(Frame.UNWIND, RESULT);
    out.addressOf(X64Assembler.RBX, body);
    blocks.label(again);
    frame.loadOwn(X64Assembler.R12, Frame.UNWIND);
    pushHandler();
    frame.storeOwn(Frame.UNWIND, X64Assembler.R12);
    out.jumpIfNotZero(RESULT, caught, true);
    out.clear(RESULT);
    frame.storeOwn(Frame.HANDLER, RESULT);
    out.jumpTo(X64Assembler.RBX);
    blocks.label(caught);
    frame.loadOwn(X64Assembler.RBX, Frame.HANDLER);
    out.jumpIfNotZero(X64Assembler.RBX, again, false);
  }

  /** An exception that nothing here handles goes to the caller. */
  private void passOn() {
    if (frame.isGenerator) {
      frame.loadOwn(RESULT, Frame.EXCEPTION);
      frame.store(Frame.CODE_STATE_WORDS, RESULT);
      out.moveImmediate(RESULT, FlowGenerator.RAISED);
      leave();
    } else {
      frame.load(FIRST, frame.instructionSlot());
      stack.call(RuntimeEntry.SWAP_GLOBALS);
      frame.loadOwn(FIRST, Frame.EXCEPTION);
      stack.call(RuntimeEntry.RAISE);
    }
  }

  // ---- end ----

  /** The end, where every return arrives. */
  void end() {
    blocks.label(exitLabel);
    if (frame.isGuarded) {
      boolean mayBeUnguarded = !frame.isGenerator && !frame.hasHandlers;
      int unguarded = exitLabel + 1;
      if (!frame.isGenerator) {
        frame.load(FIRST, frame.instructionSlot());
        if (mayBeUnguarded) {
          out.jumpIfZero(FIRST, unguarded, false);
        }
        stack.call(RuntimeEntry.SWAP_GLOBALS);
      }
      stack.call(RuntimeEntry.NLR_POP);
      if (mayBeUnguarded) {
        blocks.label(unguarded);
      }
      frame.loadOwn(RESULT, Frame.RETURN_VALUE);
    }
    leave();
  }
}
