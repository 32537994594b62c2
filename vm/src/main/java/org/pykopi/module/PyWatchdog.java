package org.pykopi.module;

import org.pykopi.host.board.Board;
import org.pykopi.object.Args;
import org.pykopi.object.Background;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.TypeTable;

/** {@code machine.WDT}: ends the program when it does not feed the watchdog in time. */
final class PyWatchdog extends PyObject implements Background {
  private static final Signature MAKE = Signature.of("id=0", "timeout=5000");
  private static final long NANOS_PER_MILLI = 1_000_000;

  static final PyType TYPE =
      new TypeTable("WDT").constructor(PyWatchdog::make).fn1("feed", PyWatchdog::feed).build();

  private long timeoutNanos;
  private long due = NEVER;

  @Override
  public PyType type() {
    return TYPE;
  }

  /** WDT(id=0, timeout=5000) -> WDT: starts the watchdog; the time is in milliseconds. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyObject[] bound = MAKE.bind(ctx, args, at, nargs, nkw);
    if (!same(bound[0], PyInt.of(0))) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    int timeout = Args.toInt(ctx, bound[1]);
    if (timeout <= 0) {
      throw Errors.valueError(ctx, "WDT timeout too short");
    }
    MachineState state = MachineState.of(ctx);
    if (state.watchdog == null) {
      state.watchdog = new PyWatchdog();
      state.background.add(state.watchdog);
    }
    state.watchdog.timeoutNanos = timeout * NANOS_PER_MILLI;
    state.watchdog.restart(ctx);
    return state.watchdog;
  }

  private void restart(PyContext ctx) {
    due = ctx.host.clock().elapsedNanos() + timeoutNanos;
  }

  /** feed(): puts the end off. */
  private static PyObject feed(PyContext ctx, PyObject self) {
    if (!(Args.unwrap(self) instanceof PyWatchdog watchdog)) {
      throw Errors.wrongSelf(ctx, "WDT", self);
    }
    watchdog.restart(ctx);
    return PyNone.NONE;
  }

  @Override
  public long due() {
    return due;
  }

  @Override
  public void run(PyContext ctx, long now) {
    due = NEVER;
    throw MachineModule.reset(ctx, Board.WATCHDOG);
  }
}
