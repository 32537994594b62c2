package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Background;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.Tracebacks;
import org.pykopi.object.TypeTable;
import org.pykopi.util.Utf8;

/**
 * {@code machine.Timer}: calls a function after a time, once or again and again. Timers 0 to 3 are
 * those of the chip and have one object each; of those without a number there may be any number.
 */
final class PyTimer extends PyObject implements Background {
  private static final int ONE_SHOT = 0;
  private static final int PERIODIC = 1;
  private static final int VIRTUAL = -1;
  private static final int HARDWARE_COUNT = 4;
  private static final long NANOS_PER_SECOND = 1_000_000_000L;
  private static final long NANOS_PER_MILLI = 1_000_000;

  /** A period of more than that many milliseconds is not possible; without one it is that long. */
  private static final long LONGEST_PERIOD = 0xffffffffL;

  /** When the machine comes late, that many missed calls are made up for. */
  private static final int MOST_CALLS_AT_ONCE = 8;

  private static final Signature INIT =
      Signature.of(
          "self",
          "/",
          "*",
          "mode=1",
          "callback=None",
          "period=",
          "tick_hz=1000",
          "freq=None",
          "hard=False");

  static final PyType TYPE =
      new TypeTable("Timer")
          .constructor(PyTimer::make)
          .fnKw("init", INIT, PyTimer::init)
          .fn1("deinit", PyTimer::deinit)
          .fn1("value", PyTimer::value)
          .constant("ONE_SHOT", PyInt.of(ONE_SHOT))
          .constant("PERIODIC", PyInt.of(PERIODIC))
          .build();

  private final int id;
  private boolean isPeriodic;
  private long periodNanos;
  private PyObject callback = PyNone.NONE;

  /** Whether the function is to be called at once, and must not make objects. */
  private boolean isHard;

  private long started;
  private long stopped;
  private long due = NEVER;

  private PyTimer(int id) {
    this.id = id;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("Timer(").append(id).append(", mode=").append(isPeriodic ? "PERIODIC" : "ONE_SHOT");
    out.append(", period=").append(periodNanos / NANOS_PER_MILLI).append(')');
  }

  /** Timer(id=-1, ...) -> Timer: a timer, started when there are more arguments. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    int id = nargs == 0 ? VIRTUAL : Args.toInt(ctx, args[at]);
    if (id >= HARDWARE_COUNT) {
      throw Errors.valueError(
          ctx,
          "Timer(" + id + ") doesn't exist, there are only " + HARDWARE_COUNT + " hardware timers");
    }
    PyTimer timer = find(ctx, id);
    if (nargs > 1 || nkw > 0) {
      PyObject[] all = new PyObject[Math.max(nargs, 1) + 2 * nkw];
      System.arraycopy(args, at, all, all.length - nargs - 2 * nkw, nargs + 2 * nkw);
      all[0] = timer;
      timer.configure(ctx, INIT.bind(ctx, all, 0, Math.max(nargs, 1), nkw));
    }
    return timer;
  }

  private static PyTimer find(PyContext ctx, int id) {
    MachineState state = MachineState.of(ctx);
    for (PyTimer timer : state.hardwareTimers) {
      if (id >= 0 && timer.id == id) {
        return timer;
      }
    }
    PyTimer timer = new PyTimer(id);
    if (id >= 0) {
      state.hardwareTimers.add(timer);
    }
    return timer;
  }

  private static PyTimer self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyTimer timer) {
      return timer;
    }
    throw Errors.wrongSelf(ctx, "Timer", value);
  }

  /**
   * init(*, mode=PERIODIC, callback=None, period=-1, tick_hz=1000, freq=None, hard=False): starts
   * the timer anew; period is in milliseconds unless tick_hz says otherwise, freq goes before it.
   */
  private static PyObject init(PyContext ctx, PyObject[] bound) {
    self(ctx, bound[0]).configure(ctx, bound);
    return PyNone.NONE;
  }

  private void configure(PyContext ctx, PyObject[] bound) {
    stop(ctx);
    boolean repeats = Args.toInt(ctx, bound[1]) != ONE_SHOT;
    long nanos = period(ctx, bound);
    if (nanos < 1000) {
      throw Errors.valueError(ctx, "Timer period is too short for this timer");
    }
    isPeriodic = repeats;
    periodNanos = nanos;
    callback = bound[2];
    isHard = bound[6].isTrue(ctx);
    started = ctx.host.clock().elapsedNanos();
    due = started + nanos;
    MachineState.of(ctx).background.add(this);
  }

  private static long period(PyContext ctx, PyObject[] bound) {
    if (bound[5] != PyNone.NONE) {
      double frequency = Args.toDouble(ctx, bound[5]);
      if (frequency == 0) {
        throw Errors.zeroDivision(ctx);
      }
      return (long) Math.min(NANOS_PER_SECOND / frequency, Long.MAX_VALUE / 4);
    }
    long ticks = bound[3] == null ? LONGEST_PERIOD : Args.toLong(ctx, bound[3]) & LONGEST_PERIOD;
    int perSecond = Args.toInt(ctx, bound[4]);
    if (perSecond <= 0) {
      throw Errors.zeroDivision(ctx);
    }
    return ticks * NANOS_PER_SECOND / perSecond;
  }

  private void stop(PyContext ctx) {
    if (due != NEVER) {
      due = NEVER;
      stopped = ctx.host.clock().elapsedNanos();
      MachineState.of(ctx).background.remove(this);
    }
  }

  /** deinit(): stops the timer. */
  private static PyObject deinit(PyContext ctx, PyObject self) {
    PyTimer timer = self(ctx, self);
    timer.stop(ctx);
    timer.periodNanos = 0;
    timer.isPeriodic = false;
    timer.callback = PyNone.NONE;
    timer.stopped = timer.started;
    return PyNone.NONE;
  }

  /** value() -> int: milliseconds since the timer was started or last called the function. */
  private static PyObject value(PyContext ctx, PyObject self) {
    PyTimer timer = self(ctx, self);
    long end = timer.due == NEVER ? timer.stopped : ctx.host.clock().elapsedNanos();
    return PyInt.of((end - timer.started) / NANOS_PER_MILLI);
  }

  // ---- running ----

  @Override
  public long due() {
    return due;
  }

  @Override
  public void run(PyContext ctx, long now) {
    MachineState state = MachineState.of(ctx);
    if (!isPeriodic) {
      stop(ctx);
      schedule(state);
      return;
    }
    long count = (now - due) / periodNanos + 1;
    started = due + (count - 1) * periodNanos;
    due = started + periodNanos;
    for (long i = Math.min(count, MOST_CALLS_AT_ONCE); i > 0; i--) {
      schedule(state);
    }
  }

  /** What the function raises is reported and ends the timer. */
  private void callLocked(PyContext ctx) {
    ctx.heapLocks++;
    PyException raised = null;
    try {
      callback.call1(ctx, this);
    } catch (PyException e) {
      raised = e;
    } finally {
      ctx.heapLocks--;
    }
    if (raised != null) {
      stop(ctx);
      byte[] text =
          Utf8.encode(
              "Uncaught exception in IRQ callback handler\n"
                  + Tracebacks.format(ctx, raised.value));
      ctx.host.console().writeError(text, 0, text.length);
    }
  }

  /** A timer without a function calls None, which is an error that gets reported. */
  private void schedule(MachineState state) {
    if (callback == PyNone.NONE) {
      state.ctx.scheduled.add(new PyObject[] {callback, this});
    } else if (isHard) {
      callLocked(state.ctx);
    } else {
      state.interrupt(callback, this);
    }
  }
}
