package org.pykopi.serial.repl;

import java.util.Arrays;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.PortException;

/**
 * Gets to the raw prompt from whatever state the board is in, before a deadline.
 *
 * <p>One round works from all states: {@code CR Ctrl-C} ends a running program, drops a half-typed
 * line, leaves paste mode and ends a raw paste; {@code CR Ctrl-A} then enters raw mode from the
 * friendly prompt and from the one of aiorepl, and makes raw mode greet again. A program that does
 * not give in at once, or a board that is just booting, gets more rounds with growing pauses.
 *
 * <p>The greeting alone proves nothing: it may be an old one, or output of a program. So each round
 * ends with a tiny program that prints a number nobody can know, in the form without raw paste,
 * which every board has.
 */
final class PromptSearch {
  private static final int QUIET_MILLIS = 30;
  private static final int FIRST_WAIT_MILLIS = 200;
  private static final int LONGEST_WAIT_MILLIS = 1600;
  private static final byte[] INTERRUPT = {'\r', ReplText.CTRL_C};
  private static final byte[] INTERRUPT_TWICE = {'\r', ReplText.CTRL_C, ReplText.CTRL_C};
  private static final byte[] ENTER = {'\r', ReplText.CTRL_A};
  private static final byte[] GREETING = ReplText.bytes("raw REPL; CTRL-B to exit");
  private static final byte[] END = {ReplText.CTRL_D, ReplText.CTRL_D, '>'};

  private final ReplLine line;
  private int number;

  PromptSearch(ReplLine line) {
    this.line = line;
  }

  /** Returns with an empty raw prompt. */
  void find(Deadline deadline) throws DeviceException {
    line.forget();
    int wait = FIRST_WAIT_MILLIS;
    for (int round = 0; !deadline.isOver(); round++) {
      line.write(round == 0 ? INTERRUPT : INTERRUPT_TWICE);
      line.skipUntilQuiet(QUIET_MILLIS, shorter(deadline, wait));
      line.write(ENTER);
      if (line.skipPast(GREETING, shorter(deadline, wait))) {
        line.skipUntilQuiet(QUIET_MILLIS, shorter(deadline, wait));
        if (isAnswering(shorter(deadline, wait))) {
          return;
        }
      }
      wait = Math.min(LONGEST_WAIT_MILLIS, 2 * wait);
    }
    throw NoPromptException.of(line.lastBytes());
  }

  private Deadline shorter(Deadline deadline, int millis) {
    return Deadline.in(line.clock, deadline.remaining(millis));
  }

  /** Prints a number on the board and sees it come back. */
  private boolean isAnswering(Deadline deadline) throws PortException, CancelledException {
    number++;
    int expected = (int) (line.clock.millis() % 10_000) * 100 + number % 100;
    line.write(ReplText.bytes("print('pk'," + (expected + 1) + "-1)\u0004"));
    if (!line.skipPast(ReplText.bytes("OKpk " + expected), deadline)) {
      return false;
    }
    int c = line.read(deadline);
    if (c == '\r') {
      c = line.read(deadline);
    }
    byte[] end = new byte[END.length];
    return c == '\n' && line.readFully(end, deadline) == end.length && Arrays.equals(end, END);
  }
}
