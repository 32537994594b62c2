package org.pykopi.vm;

import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyException;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;

/**
 * {@code sys.settrace}. While a trace function is set, functions that are called run word code of
 * their own ({@link Code#traced}), in which a TRACE_ word stands before every instruction; the
 * dispatch loop and code that was running before know nothing of it. The events are those of the
 * reference: call, line, return (also for yield) and exception, all without an argument.
 */
final class Tracer {
  private static final PyStr CALL = PyStr.intern("call");
  private static final PyStr LINE = PyStr.intern("line");
  private static final PyStr RETURN = PyStr.intern("return");
  private static final PyStr EXCEPTION = PyStr.intern("exception");

  // ---- operand of Word.TRACE: what the next instruction does ----
  static final int RETURNS = 1;
  static final int YIELDS = 2;

  private final VmContext ctx;

  /** Null while nothing is traced. */
  private PyObject function;

  /** What the trace function calls is not traced. */
  private boolean isExecuting;

  Tracer(VmContext ctx) {
    this.ctx = ctx;
  }

  void set(PyObject newFunction) {
    function = newFunction.isCallable() ? newFunction : null;
  }

  /** Whether functions called now are to be traced. */
  boolean isActive() {
    return function != null && !isExecuting;
  }

  /** A function begins, or goes on after a yield. */
  void call(Frame frame, boolean isResumed) {
    if (!isActive()) {
      return;
    }
    PyFrame traced = isResumed ? frame.traced : null;
    if (traced == null) {
      traced = new PyFrame(frame.code, frame.globals);
      traced.line = frame.code.firstLine();
      frame.traced = traced;
    } else {
      traced.line = frame.code.traceLineOf(frame.pc);
    }
    traced.offset = frame.code.origins[frame.pc];
    PyObject local = invoke(function, frame, CALL);
    traced.callback = local.isCallable() ? local : null;
    traced.line = 0;
  }

  /** An instruction begins. */
  void step(Frame frame, int what) {
    PyFrame traced = frame.traced;
    if (!isTraced(traced)) {
      return;
    }
    int line = frame.code.traceLineOf(frame.pc);
    traced.offset = frame.code.origins[frame.pc];
    if (line != traced.line) {
      traced.line = line;
      invoke(traced.callback, frame, LINE);
    }
    if (what != 0) {
      invoke(traced.callback, frame, RETURN);
      if (what == RETURNS) {
        traced.callback = null;
      }
    }
  }

  /** A for loop has its next item: its line counts as a new one. */
  void loop(Frame frame) {
    if (frame.traced != null) {
      frame.traced.line = 0;
    }
  }

  /** An exception passes through the frame. */
  void exception(Frame frame, PyException e) {
    if (frame.code.isTraced
        && isTraced(frame.traced)
        && e.value.type().isSubclassOf(ExceptionTypes.EXCEPTION)) {
      invoke(frame.traced.callback, frame, EXCEPTION);
    }
  }

  private boolean isTraced(PyFrame traced) {
    return traced != null && traced.callback != null && !isExecuting;
  }

  private PyObject invoke(PyObject callback, Frame frame, PyStr event) {
    PyFrame traced = frame.traced;
    traced.caller = frame.caller;
    isExecuting = true;
    try {
      return callback.call(ctx, traced, event, PyNone.NONE);
    } finally {
      isExecuting = false;
      traced.forget();
    }
  }
}
