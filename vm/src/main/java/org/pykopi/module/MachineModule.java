package org.pykopi.module;

import org.pykopi.host.board.Board;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyMemoryView;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;

/**
 * {@code machine}: the hardware of an ESP32 as a model ({@link Board}), with the names and rules of
 * MicroPython's port for it. A reset ends the program as SystemExit does.
 */
public final class MachineModule {
  private MachineModule() {}

  private static final int SLEEP = 2;
  private static final int DEEP_SLEEP = 4;
  private static final int WAKE_BY_PIN = 2;
  private static final int WAKE_BY_TIMER = 4;
  private static final long NANOS_PER_MILLI = 1_000_000;
  private static final int USUAL_PULSE_LIMIT = 1_000_000;

  public static PyModule create(PyContext ctx) {
    MachineState.of(ctx);
    return new ModuleTable("machine")
        .constant("mem8", new PyMachineMemory(1))
        .constant("mem16", new PyMachineMemory(2))
        .constant("mem32", new PyMachineMemory(4))
        .fn("mem_backup", 0, 1, MachineModule::mem_backup)
        .fn0("unique_id", MachineModule::unique_id)
        .fn0("soft_reset", MachineModule::soft_reset)
        .fn0("reset", MachineModule::reset)
        .fn0("reset_cause", MachineModule::reset_cause)
        .fn0("idle", MachineModule::idle)
        .fn("freq", 0, 1, MachineModule::freq)
        .fn("lightsleep", 0, 1, MachineModule::lightsleep)
        .fn("sleep", 0, 1, MachineModule::lightsleep)
        .fn("deepsleep", 0, 1, MachineModule::deepsleep)
        .fn0("wake_reason", MachineModule::wake_reason)
        .fn0("disable_irq", MachineModule::disable_irq)
        .fn1("enable_irq", MachineModule::enable_irq)
        .fn("bitstream", 4, 4, MachineModule::bitstream)
        .fn("time_pulse_us", 2, 3, MachineModule::time_pulse_us)
        .constant("PinBase", PySignal.Base.TYPE)
        .constant("Signal", PySignal.TYPE)
        .constant("SoftI2C", PyI2c.SOFT_TYPE)
        .constant("SoftSPI", PySpi.SOFT_TYPE)
        .constant("ADC", PyAdc.TYPE)
        .constant("I2C", PyI2c.TYPE)
        .constant("PWM", PyPwm.TYPE)
        .constant("SPI", PySpi.TYPE)
        .constant("UART", PyUart.TYPE)
        .constant("WDT", PyWatchdog.TYPE)
        .constant("Timer", PyTimer.TYPE)
        .constant("Pin", PyPin.TYPE)
        .constant("RTC", PyRtc.TYPE)
        .constant("SLEEP", PyInt.of(SLEEP))
        .constant("DEEPSLEEP", PyInt.of(DEEP_SLEEP))
        .constant("HARD_RESET", PyInt.of(Board.HARD_RESET))
        .constant("PWRON_RESET", PyInt.of(Board.POWER_ON))
        .constant("WDT_RESET", PyInt.of(Board.WATCHDOG))
        .constant("DEEPSLEEP_RESET", PyInt.of(Board.DEEP_SLEEP))
        .constant("SOFT_RESET", PyInt.of(Board.SOFT_RESET))
        .constant("PIN_WAKE", PyInt.of(WAKE_BY_PIN))
        .constant("TIMER_WAKE", PyInt.of(WAKE_BY_TIMER))
        .build();
  }

  // ---- the chip ----

  /** mem_backup(region=0) -> memoryview: memory that survives a reset; -1 for all of it. */
  private static PyObject mem_backup(PyContext ctx, PyObject[] args, int at, int nargs) {
    int region = nargs == 0 ? 0 : Args.toInt(ctx, args[at]);
    if (region != 0 && region != -1) {
      throw Errors.valueError(ctx, "invalid region");
    }
    byte[] backup = ctx.host.board().backup;
    PyObject view = new PyMemoryView(new BufferView(backup, 0, backup.length, 'B', false));
    return region == 0 ? view : PyTuple.of(view);
  }

  /** unique_id() -> bytes: tells this board from others. */
  private static PyObject unique_id(PyContext ctx) {
    return PyBytes.of(ctx.host.board().uniqueId.clone());
  }

  /** freq([hertz]) -> int or None: the frequency of the processor; sets it when given. */
  private static PyObject freq(PyContext ctx, PyObject[] args, int at, int nargs) {
    Board board = ctx.host.board();
    if (nargs == 0) {
      return PyInt.of(board.frequency);
    }
    int megahertz = Args.toInt(ctx, args[at]) / 1_000_000;
    switch (megahertz) {
      case 20, 40, 80, 160, 240 -> board.frequency = megahertz * 1_000_000;
      default ->
          throw Errors.valueError(ctx, "frequency must be 20MHz, 40MHz, 80Mhz, 160MHz or 240MHz");
    }
    return PyNone.NONE;
  }

  // ---- reset and sleep ----

  /** What a reset raises; the board remembers why. */
  static PyException reset(PyContext ctx, int cause) {
    ctx.host.board().resetCause = cause;
    return Errors.of(ctx, ExceptionTypes.SYSTEM_EXIT);
  }

  /** soft_reset(): ends the program. */
  private static PyObject soft_reset(PyContext ctx) {
    throw reset(ctx, Board.SOFT_RESET);
  }

  /** reset(): ends the program, as the reset button does. */
  private static PyObject reset(PyContext ctx) {
    throw reset(ctx, Board.HARD_RESET);
  }

  /** reset_cause() -> int: why the board last started. */
  private static PyObject reset_cause(PyContext ctx) {
    return PyInt.of(ctx.host.board().resetCause);
  }

  /** idle(): waits for up to a millisecond. */
  private static PyObject idle(PyContext ctx) {
    TimeModule.sleepNanos(ctx, NANOS_PER_MILLI);
    return PyNone.NONE;
  }

  /** lightsleep([milliseconds]): waits that long, or until an interrupt wakes the board. */
  private static PyObject lightsleep(PyContext ctx, PyObject[] args, int at, int nargs) {
    sleep(ctx, args, at, nargs);
    return PyNone.NONE;
  }

  /** deepsleep([milliseconds]): waits in the same way, then starts the board anew. */
  private static PyObject deepsleep(PyContext ctx, PyObject[] args, int at, int nargs) {
    sleep(ctx, args, at, nargs);
    throw reset(ctx, Board.DEEP_SLEEP);
  }

  private static void sleep(PyContext ctx, PyObject[] args, int at, int nargs) {
    MachineState state = MachineState.of(ctx);
    if (nargs == 1) {
      TimeModule.sleepNanos(ctx, Args.toLong(ctx, args[at]) * NANOS_PER_MILLI);
      state.wakeReason = WAKE_BY_TIMER;
      return;
    }
    int before = state.interrupts;
    while (state.interrupts == before) {
      TimeModule.sleepNanos(ctx, NANOS_PER_MILLI * 10);
    }
    state.wakeReason = WAKE_BY_PIN;
  }

  /** wake_reason() -> int: what ended the latest sleep, 0 when there was none. */
  private static PyObject wake_reason(PyContext ctx) {
    return PyInt.of(MachineState.of(ctx).wakeReason);
  }

  // ---- interrupts ----

  /** disable_irq() -> int: holds interrupts and other threads back; what enable_irq wants. */
  private static PyObject disable_irq(PyContext ctx) {
    MachineState state = MachineState.of(ctx);
    boolean before = state.background.isHeldBack;
    state.background.isHeldBack = true;
    return PyInt.of(before ? 1 : 0);
  }

  /** enable_irq(state): goes back to what was before disable_irq. */
  private static PyObject enable_irq(PyContext ctx, PyObject before) {
    MachineState state = MachineState.of(ctx);
    state.background.isHeldBack = Args.toInt(ctx, before) != 0;
    state.settle();
    return PyNone.NONE;
  }

  // ---- pulses ----

  /** bitstream(pin, encoding, timing, data): shifts bytes out on a pin as timed pulses. */
  private static PyObject bitstream(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyPin pin = PyPin.of(ctx, args[at]);
    int encoding = Args.toInt(ctx, args[at + 1]);
    byte[] data = Args.toBuffer(ctx, args[at + 3]).copy();
    PyObject[] timing = Args.toItems(ctx, args[at + 2]);
    if (encoding != 0) {
      throw Errors.valueError(ctx, "encoding");
    }
    if (timing.length != 4) {
      throw Errors.valueError(ctx, "requested length 4 but object has length " + timing.length);
    }
    ctx.host.board().sendBits(pin.pin, data);
    return PyNone.NONE;
  }

  /**
   * time_pulse_us(pin, level, timeout_us=1000000) -> int: how long a pulse of that level lasts; -2
   * when none begins in time, -1 when it does not end.
   */
  private static PyObject time_pulse_us(PyContext ctx, PyObject[] args, int at, int nargs) {
    int level = args[at + 1].isTrue(ctx) ? 1 : 0;
    long limit = nargs == 3 ? Args.toLong(ctx, args[at + 2]) : USUAL_PULSE_LIMIT;
    int changes = 2;
    long start = TimeModule.elapsed(ctx) / 1000;
    while (true) {
      long now = TimeModule.elapsed(ctx) / 1000;
      if (PySignal.read(ctx, args[at]) == level) {
        level = 1 - level;
        changes--;
        if (changes == 0) {
          return PyInt.of(now - start);
        }
        start = now;
      } else {
        if (now - start >= limit) {
          return PyInt.of(-changes);
        }
        ctx.poll();
      }
    }
  }
}
