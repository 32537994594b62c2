package org.pykopi.vm;

import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Names;
import org.pykopi.object.Operators;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** A generator or coroutine: a frame of its own that stops at each yield. */
public final class PyGenerator extends PyObject {
  public static final PyType TYPE =
      new TypeTable("generator")
          .fn1("__next__", PyGenerator::nextMethod)
          .fn1("close", PyGenerator::close)
          .fn2("send", PyGenerator::send)
          .fn("throw", 2, 4, PyGenerator::throw_)
          .fn2("pend_throw", PyGenerator::pendThrow)
          .build();

  final Frame frame;

  /** What the finished generator returned. */
  PyObject returned;

  /** Set by pend_throw: raised when the generator goes on next; null for none. */
  PyObject pending;

  /** For the warning that it never ran; null for none. */
  private UnrunGenerators.Mark mark;

  private boolean isStarted;
  private boolean isRunning;
  private boolean isFinished;

  PyGenerator(Frame frame) {
    this.frame = frame;
    frame.generator = this;
  }

  /** A generator that gets a warning when nobody runs it. */
  PyGenerator(Frame frame, UnrunGenerators unrun) {
    this(frame);
    mark = unrun.mark(this);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<generator object '").append(frame.code.name.value()).append("' at ");
    out.append(ctx.addressOf(this)).append('>');
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return this;
  }

  @Override
  public PyObject next(PyContext ctx) {
    return resume((VmContext) ctx, PyNone.NONE, null);
  }

  /**
   * Goes on with {@code sent} as the value of the yield, or with {@code thrown} raised there when
   * not null.
   *
   * @return the next value, or null when the generator returned; then {@link PyContext#stopValue}
   *     is what it returned, null for None
   */
  PyObject resume(VmContext ctx, PyObject sent, PyObject thrown) {
    if (isFinished) {
      if (thrown != null && ctx.profile.isPycopy()) {
        throw new PyException(Unwinding.toException(ctx, thrown));
      }
      ctx.stopValue = null;
      return null;
    }
    if (!isStarted && sent != PyNone.NONE) {
      throw Errors.typeError(ctx, "can't send non-None value to a just-started generator");
    }
    begin(ctx, sent);
    if (thrown != null && frame.injected == null) {
      frame.injected = thrown;
    }
    // No finally here: see Interpreter.run.
    PyException raised = null;
    PyObject value = null;
    try {
      value = ctx.interpreter.resume(this);
    } catch (PyException e) {
      raised = e;
    }
    if (raised != null) {
      throw endWith(ctx, raised);
    }
    if (value == null) {
      end();
      ctx.stopValue = returned == PyNone.NONE ? null : returned;
    } else {
      pause();
    }
    return value;
  }

  // ---- state; the interpreter uses these when it runs a generator inside a for loop ----

  /** Whether {@link #begin(PyContext, PyObject)} with that value is all it takes to go on. */
  boolean canGoOn(PyObject sent) {
    return !isFinished && !isRunning && pending == null && (isStarted || sent == PyNone.NONE);
  }

  boolean isFinished() {
    return isFinished;
  }

  /** Marks the generator as running and gives its yield a value. */
  void begin(PyContext ctx, PyObject sent) {
    checkIdle(ctx);
    if (isStarted) {
      frame.stack[frame.sp] = sent;
    }
    frame.injected = pending;
    pending = null;
    if (mark != null) {
      mark.hasRun = true;
      mark = null;
    }
    isStarted = true;
    isRunning = true;
  }

  /** Marks the generator as waiting in a yield. */
  void pause() {
    isRunning = false;
  }

  /** Marks the generator as ended. */
  void end() {
    isRunning = false;
    isFinished = true;
  }

  /** Ends the generator with an exception; what its caller sees. */
  PyException endWith(PyContext ctx, PyException raised) {
    end();
    return Operators.matchesException(ctx, raised.value, ExceptionTypes.STOP_ITERATION)
        ? Errors.runtimeError(ctx, "generator raised StopIteration")
        : raised;
  }

  private static PyObject orStop(PyContext ctx, PyObject value) {
    if (value == null) {
      throw Errors.stopIteration(ctx, ctx.stopValue);
    }
    return value;
  }

  /**
   * close() -> None: raises GeneratorExit inside; RuntimeError when the generator yields instead of
   * ending.
   */
  private static PyObject close(PyContext ctx, PyObject self) {
    PyGenerator generator = of(ctx, self);
    generator.forgetPending(ctx);
    try {
      PyObject exit = Unwinding.toException(ctx, ExceptionTypes.GENERATOR_EXIT);
      if (generator.resume((VmContext) ctx, PyNone.NONE, exit) != null) {
        throw Errors.runtimeError(ctx, "generator ignored GeneratorExit");
      }
    } catch (PyException e) {
      if (!Operators.matchesException(ctx, e.value, ExceptionTypes.GENERATOR_EXIT)) {
        throw e;
      }
    }
    return PyNone.NONE;
  }

  /** __next__() -> object: goes on to the next yield and gives its value. */
  private static PyObject nextMethod(PyContext ctx, PyObject self) {
    return send(ctx, self, PyNone.NONE);
  }

  /** send(value) -> object: goes on with that value for the yield; the next value yielded. */
  private static PyObject send(PyContext ctx, PyObject self, PyObject value) {
    return orStop(ctx, of(ctx, self).resume((VmContext) ctx, value, null));
  }

  /**
   * throw(type[, value[, traceback]]) -> object: raises that at the yield; the next value yielded.
   */
  private static PyObject throw_(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject thrown = nargs > 2 && args[at + 2] != PyNone.NONE ? args[at + 2] : args[at + 1];
    PyGenerator generator = of(ctx, args[at]);
    generator.forgetPending(ctx);
    return orStop(ctx, generator.resume((VmContext) ctx, PyNone.NONE, thrown));
  }

  /**
   * pend_throw(exception) -> object: raises it when the generator goes on next; what was pending
   * before, or None.
   */
  private static PyObject pendThrow(PyContext ctx, PyObject self, PyObject exception) {
    PyGenerator generator = of(ctx, self);
    generator.checkIdle(ctx);
    PyObject before = generator.pending == null ? PyNone.NONE : generator.pending;
    generator.pending = exception == PyNone.NONE ? null : exception;
    return before;
  }

  private void checkIdle(PyContext ctx) {
    if (isRunning) {
      throw Errors.valueError(ctx, "generator already executing");
    }
  }

  /** In Pycopy what {@code throw} or {@code close} raises takes the place of what is pending. */
  private void forgetPending(PyContext ctx) {
    if (ctx.profile.isPycopy()) {
      checkIdle(ctx);
      pending = null;
    }
  }

  private static PyGenerator of(PyContext ctx, PyObject self) {
    if (self instanceof PyGenerator generator) {
      return generator;
    }
    throw Errors.wrongSelf(ctx, "generator", self);
  }

  // ---- yield from ----

  /**
   * One step of {@code yield from target}: as {@link #resume}, for any object with next, send,
   * throw or close.
   */
  static PyObject resumeAny(VmContext ctx, PyObject target, PyObject sent, PyObject thrown) {
    if (target instanceof PyGenerator generator) {
      return generator.resume(ctx, sent, thrown);
    }
    try {
      if (thrown == null) {
        return sent == PyNone.NONE
            ? target.next(ctx)
            : Attributes.callMethod(ctx, target, Names.SEND, sent);
      }
      return throwInto(ctx, target, thrown);
    } catch (PyException e) {
      if (!Operators.matchesException(ctx, e.value, ExceptionTypes.STOP_ITERATION)) {
        throw e;
      }
      PyObject value = e.base().value();
      ctx.stopValue = value == PyNone.NONE ? null : value;
      return null;
    }
  }

  private static PyObject throwInto(VmContext ctx, PyObject target, PyObject thrown) {
    boolean isExit = Operators.matchesException(ctx, thrown, ExceptionTypes.GENERATOR_EXIT);
    PyStr name = isExit ? Names.CLOSE : Names.THROW;
    PyObject method = Attributes.find(ctx, target, name);
    if (method == null) {
      if (Operators.matchesException(ctx, thrown, ExceptionTypes.STOP_ITERATION)) {
        throw Errors.runtimeError(ctx, "generator raised StopIteration");
      }
      throw new PyException(Unwinding.toException(ctx, thrown));
    }
    if (isExit) {
      PyObject value = method.call0(ctx);
      ctx.stopValue = value == PyNone.NONE ? null : value;
      return null;
    }
    return method.call1(ctx, thrown);
  }
}
