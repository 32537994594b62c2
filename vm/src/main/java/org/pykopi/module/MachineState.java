package org.pykopi.module;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.board.Board;
import org.pykopi.host.board.BoardListener;
import org.pykopi.host.board.BoardPin;
import org.pykopi.object.Background;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;

/**
 * What {@code machine} keeps for a runtime: its objects, one for each pin and line of the board,
 * and what they wait for. Interrupts are callbacks that the program runs at its next safe point;
 * when too many wait already, one more is lost, as on a board.
 */
final class MachineState implements BoardListener {
  private static final String KEY = "machine";
  private static final int MOST_WAITING = 8;
  private static final long NANOS_PER_MILLI = 1_000_000;

  final PyContext ctx;
  final Board board;
  final Background.All background;
  final PyPin[] pins = new PyPin[Board.PIN_COUNT];
  final PyUart[] uarts = new PyUart[Board.UART_COUNT];
  final List<PyTimer> hardwareTimers = new ArrayList<>();

  /** Null until a program makes one. */
  PyWatchdog watchdog;

  /** Why the latest sleep ended. */
  int wakeReason;

  /** How many handlers have been asked for. */
  int interrupts;

  private boolean isInterrupted;

  private MachineState(PyContext ctx) {
    this.ctx = ctx;
    board = ctx.host.board();
    background = Background.All.of(ctx);
    board.setProgram(this);
  }

  static MachineState of(PyContext ctx) {
    MachineState state = (MachineState) ctx.moduleState.get(KEY);
    if (state == null) {
      state = new MachineState(ctx);
      ctx.moduleState.put(KEY, state);
    }
    return state;
  }

  /** Has a handler called soon; None and null are no handlers. */
  void interrupt(PyObject handler, PyObject argument) {
    if (handler != null && handler != PyNone.NONE && ctx.scheduled.size() < MOST_WAITING) {
      ctx.scheduled.add(new PyObject[] {handler, argument});
      isInterrupted = true;
      interrupts++;
    }
  }

  /** Lets handlers run that a change by the program itself has called for. */
  void settle() {
    if (isInterrupted && !background.isHeldBack) {
      isInterrupted = false;
      ctx.poll();
    }
  }

  /**
   * Waits until a time of the host's elapsed clock, and not much longer: the last part by asking
   * the clock again and again, as a sleep may take a millisecond more than it should.
   */
  void pauseUntil(long end) {
    long rest = end - ctx.host.clock().elapsedNanos();
    if (rest > 2 * NANOS_PER_MILLI) {
      TimeModule.sleepNanos(ctx, rest - 2 * NANOS_PER_MILLI);
    }
    while (ctx.host.clock().elapsedNanos() < end) {
      ctx.poll();
    }
  }

  @Override
  public void pinChanged(BoardPin pin) {
    if (pins[pin.number] != null) {
      pins[pin.number].levelChanged(this);
    }
  }
}
