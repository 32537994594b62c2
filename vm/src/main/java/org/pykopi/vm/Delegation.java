package org.pykopi.vm;

import org.pykopi.bytecode.Opcode;
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
    if (!generator.begin(interpreter.ctx)) {
      return endLoop(caller);
    }
    return interpreter.enterGenerator(caller, generator, Frame.TO_LOOP);
  }

  /** Leaves a for loop whose iterator has no more items. */
  static Frame endLoop(Frame caller) {
    caller.sp -= Opcode.ITERATOR_SLOTS;
    caller.pc = caller.code.words[caller.pc] >> 8;
    return caller;
  }

  /** Gives what a generator yielded to the frame that runs it. */
  static Frame giveItem(Frame frame, PyObject item) {
    frame.generator.pause();
    Frame caller = frame.caller;
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
