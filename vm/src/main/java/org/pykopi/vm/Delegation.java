package org.pykopi.vm;

import org.pykopi.bytecode.Opcode;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;

/**
 * Between a generator and the for loop or {@code yield from} that runs it without recursion through
 * Java: hands items and results to the caller's frame, whose {@code pc} is still at that
 * instruction.
 */
final class Delegation {
  private Delegation() {}

  /** Lets a generator go on for a for loop of the caller. */
  static Frame enterLoop(Interpreter interpreter, Frame caller, PyGenerator generator) {
    return generator.isFinished()
        ? endLoop(caller)
        : interpreter.enterGenerator(caller, generator, PyNone.NONE, Frame.TO_LOOP);
  }

  /**
   * Lets a generator that can go on do so for a {@code yield from} of the caller; where it waits in
   * one itself, the generator which that runs.
   */
  static Frame enterAll(Interpreter interpreter, Frame caller, PyGenerator first, PyObject sent) {
    PyGenerator generator = first;
    Frame frame = caller;
    while (true) {
      frame = interpreter.enterGenerator(frame, generator, sent, Frame.TO_DELEGATE);
      boolean isDelegate = frame.code.words[frame.pc] == Word.COLD + Opcode.YIELD_FROM;
      if (isDelegate
          && frame.stack[frame.sp - 1] instanceof PyGenerator inner
          && inner.canGoOn(sent)) {
        frame.sp--;
        generator = inner;
      } else {
        return frame;
      }
    }
  }

  /** Leaves a for loop whose iterator has no more items. */
  static Frame endLoop(Frame caller) {
    caller.sp -= Opcode.ITERATOR_SLOTS;
    caller.pc = caller.code.words[caller.pc] >> 8;
    return caller;
  }

  /**
   * Gives what a generator yielded to the frame that runs it; where that one only delegates, to the
   * one that runs that.
   */
  static Frame giveItem(Interpreter interpreter, Frame frame, PyObject item) {
    frame.generator.pause();
    Frame caller = frame.caller;
    boolean isDelegate = frame.destination == Frame.TO_DELEGATE;
    while (isDelegate && caller.destination >= Frame.TO_LOOP) {
      // As YIELD_AGAIN does: it goes on with YIELD_FROM.
      caller.sp++;
      caller.generator.pause();
      isDelegate = caller.destination == Frame.TO_DELEGATE;
      caller = interpreter.popFrame(caller);
    }
    int[] words = caller.code.words;
    if ((words[caller.pc] & 0xff) == Word.FOR_ITER_FAST) {
      caller.stack[caller.base + words[caller.pc + 1]] = item;
      caller.pc += 2;
    } else {
      // FOR_ITER, or YIELD_FROM, which YIELD_AGAIN follows.
      caller.stack[++caller.sp] = item;
      caller.pc++;
    }
    return caller;
  }

  /** Ends the for loop or yield from whose generator returned. */
  static Frame endGenerator(Frame frame, PyObject value) {
    frame.generator.end();
    Frame caller = frame.caller;
    if (frame.destination == Frame.TO_LOOP) {
      return endLoop(caller);
    }
    caller.stack[caller.sp] = value;
    caller.pc += 2;
    return caller;
  }
}
