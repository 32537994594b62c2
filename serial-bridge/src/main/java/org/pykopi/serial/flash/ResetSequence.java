package org.pykopi.serial.flash;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;

/**
 * How the control lines bring a chip into its loader, or restart it. On a usual board RTS alone
 * holds the chip in reset, DTR alone pulls the boot pin; both together do nothing.
 */
public final class ResetSequence {
  /** Both lines at once, then a wait. */
  private record Step(boolean dtr, boolean rts, int millis) {}

  /** Reset, and run what is in the flash memory. */
  public static final ResetSequence RUN =
      new ResetSequence(List.of(new Step(false, true, 100), new Step(false, false, 0)));

  /** The same over the chip's own USB, which needs time to come back. */
  public static final ResetSequence RUN_USB =
      new ResetSequence(List.of(new Step(false, true, 200), new Step(false, false, 200)));

  /** Into the loader over the chip's own USB; it must not pass through (0, 0) on its way. */
  public static final ResetSequence LOADER_USB =
      new ResetSequence(
          List.of(
              new Step(false, false, 100),
              new Step(true, false, 100),
              new Step(true, true, 0),
              new Step(false, true, 100),
              new Step(false, false, 0)));

  private final List<Step> steps;

  private ResetSequence(List<Step> steps) {
    this.steps = steps;
  }

  /**
   * Into the loader over a usual adapter. {@code millis} is how long the boot pin is held: boards
   * with a large capacitor at the reset pin need more.
   */
  public static ResetSequence loader(int millis) {
    return new ResetSequence(
        List.of(
            new Step(false, true, 100), new Step(true, false, millis), new Step(false, false, 0)));
  }

  /** The same with steps between, for adapters that set one line after the other. */
  public static ResetSequence loaderTight(int millis) {
    return new ResetSequence(
        List.of(
            new Step(false, false, 0),
            new Step(true, true, 0),
            new Step(false, true, 100),
            new Step(true, false, millis),
            new Step(false, false, 0)));
  }

  /** One's own: {@code D0|R1|W100|D1|R0|W50|D0}, W in milliseconds. */
  public static ResetSequence parse(String text) throws DeviceException {
    List<Step> out = new ArrayList<>();
    boolean dtr = false;
    boolean rts = false;
    for (int from = 0; from <= text.length(); ) {
      int bar = text.indexOf('|', from);
      int to = bar < 0 ? text.length() : bar;
      int value = number(text, from + 1, to);
      char kind = from < to ? text.charAt(from) : ' ';
      boolean isLine = (kind == 'D' || kind == 'R') && value <= 1;
      if (value < 0 || !isLine && kind != 'W') {
        throw new DeviceException(
            "read the reset sequence",
            "\"" + text.substring(from, to) + "\" is none of D0 D1 R0 R1 W100",
            "Write it as D0|R1|W100|D1|R0|W50|D0");
      }
      dtr = kind == 'D' ? value == 1 : dtr;
      rts = kind == 'R' ? value == 1 : rts;
      out.add(new Step(dtr, rts, kind == 'W' ? value : 0));
      from = to + 1;
    }
    return new ResetSequence(out);
  }

  /** A decimal number below 100,000; -1 when it is none. */
  private static int number(String text, int from, int to) {
    if (to <= from || to - from > 5) {
      return -1;
    }
    int value = 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return -1;
      }
      value = 10 * value + c - '0';
    }
    return value;
  }

  void run(SerialPort port, Clock clock) throws PortException {
    for (Step step : steps) {
      port.setSignals(step.dtr, step.rts);
      if (step.millis > 0) {
        clock.sleep(step.millis);
      }
    }
  }
}
