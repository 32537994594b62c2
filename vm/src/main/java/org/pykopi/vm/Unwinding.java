package org.pykopi.vm;

import org.pykopi.bytecode.Opcode;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;

/**
 * Leaving try and with blocks by return, break and continue. A finally handler runs as a part of
 * its function: what to do afterwards lies below it on the stack - None to go on, an exception to
 * raise again, or an int with a value under it: -1 and the value to return, otherwise the number of
 * blocks still to leave and the place to jump to.
 */
final class Unwinding {
  /**
   * Added to the number of blocks to leave when a for loop's iterator has to be dropped as well.
   */
  private static final int DROP_ITERATOR = 0x80;

  private Unwinding() {}

  /**
   * Looks for a finally handler that a return has to run first.
   *
   * @param sp where the value to be returned lies
   * @return true when the frame goes on with such a handler; false when it is done, the value on
   *     top of its stack
   */
  static boolean startReturn(Frame frame, int pc, int sp) {
    PyObject[] stack = frame.stack;
    int top = sp;
    while (frame.blockCount > 0) {
      if (frame.isFinally()) {
        if (frame.handler() > pc) {
          int place = frame.handlerTop() + 1;
          stack[place] = stack[top];
          stack[place + 1] = PyInt.of(-1);
          frame.sp = place + 1;
          frame.pc = frame.handler();
          return true;
        }
        top = cancelActive(stack, top);
      }
      frame.popBlock();
    }
    frame.sp = top;
    return false;
  }

  /**
   * UNWIND_JUMP, or its continuation after a finally handler: leaves {@code count} blocks, then
   * jumps.
   */
  static void jump(Frame frame, int pc, PyObject target, int count) {
    PyObject[] stack = frame.stack;
    stack[++frame.sp] = target;
    int left = count;
    while ((left & ~DROP_ITERATOR) > 0) {
      left--;
      if (frame.isFinally()) {
        if (frame.handler() > pc) {
          stack[++frame.sp] = PyInt.of(left);
          frame.pc = frame.handler();
          return;
        }
        frame.sp = cancelActive(stack, frame.sp);
      }
      frame.popBlock();
    }
    frame.pc = ((PyInt) stack[frame.sp--]).value;
    if (left != 0) {
      frame.sp -= Opcode.ITERATOR_SLOTS;
    }
  }

  /**
   * Forgets what a finally handler that is left in its middle was to do afterwards; returns the new
   * top.
   */
  private static int cancelActive(PyObject[] stack, int top) {
    if (stack[top - 1] instanceof PyInt) {
      stack[top - 2] = stack[top];
      return top - 2;
    }
    stack[top - 1] = stack[top];
    return top - 1;
  }

  /**
   * END_FINALLY: does what the entry on top of the stack says.
   *
   * @return the exception to raise again, or null
   */
  static PyObject endFinally(Frame frame, int pc) {
    frame.popBlock();
    PyObject todo = frame.stack[frame.sp];
    if (todo == PyNone.NONE) {
      frame.sp--;
      frame.pc = pc + 1;
    } else if (todo instanceof PyInt count) {
      frame.sp--;
      if (count.value >= 0) {
        PyObject target = frame.stack[frame.sp--];
        jump(frame, pc, target, count.value);
      } else if (!startReturn(frame, pc, frame.sp)) {
        frame.pc = frame.code.returnWord;
      }
    } else {
      return todo;
    }
    return null;
  }

  /**
   * Raises an exception in the running frame; the frame that handles it. Only when that lies beyond
   * Java code is a Java exception thrown: in WebAssembly it costs ten times as much.
   */
  static Frame raise(Interpreter interpreter, Frame running, PyObject value) {
    PyException raised = new PyException(value);
    Frame frame = running;
    while (!frame.hasHandler()) {
      if (frame.destination == Frame.TO_JAVA) {
        throw raised;
      }
      frame = frame.caller;
    }
    interpreter.unwind(raised, null);
    return interpreter.current;
  }

  /** Notes the frame in the exception's traceback, unless it is only being raised again there. */
  static void addTraceback(PyException e, Frame frame) {
    int word = frame.code.words[frame.pc];
    if (word == Word.COLD + Opcode.END_FINALLY || word == Word.COLD + Opcode.RAISE_LAST) {
      return;
    }
    addTraceback(e, frame.code, frame.pc);
  }

  static void addTraceback(PyException e, Code code, int pc) {
    e.base()
        .traceback
        .add(
            new PyBaseException.Entry(
                code.source.sourceFile, code.lineOf(pc), code.source.simpleName));
  }

  /** What {@code raise value} raises: an exception object, made if {@code value} is a type. */
  static PyObject toException(PyContext ctx, PyObject value) {
    PyObject raised = value;
    if (raised instanceof PyType type && type.isSubclassOf(ExceptionTypes.BASE_EXCEPTION)) {
      raised = type.call0(ctx);
    }
    if (PyBaseException.of(raised) == null) {
      throw Errors.typeError(ctx, "exceptions must derive from BaseException");
    }
    return raised;
  }
}
