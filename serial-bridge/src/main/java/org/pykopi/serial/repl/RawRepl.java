package org.pykopi.serial.repl;

import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.LoggedPort;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.StopCheck;
import org.pykopi.serial.port.UsbId;

/**
 * The raw prompt of a board, the one for tools: finds it, runs program texts on it, stops them,
 * resets the board.
 *
 * <pre>
 * -> text (see {@link RawPaste})   &lt;- output 04 traceback 04 '>'
 * </pre>
 *
 * <p>The port is open and stays so. Between calls the board waits at an empty raw prompt, or {@link
 * #isReady} is false: then the next call looks for the prompt first. Variables of the board live
 * until a reset.
 */
public final class RawRepl {
  private static final int SEARCH_MILLIS = 10_000;
  private static final int RESET_MILLIS = 10_000;
  private static final int STOP_MILLIS = 10_000;
  private static final int STOP_AGAIN_MILLIS = 250;
  private static final int SLICE_MILLIS = 50;
  private static final int RESET_PULSE_MILLIS = 100;
  private static final int REOPEN_PAUSE_MILLIS = 100;
  private static final int INTERRUPT_PAUSE_MILLIS = 50;
  private static final byte[] SOFT_REBOOT = ReplText.bytes("soft reboot");
  private static final byte[] GREETING = ReplText.bytes("raw REPL; CTRL-B to exit\r\n>");
  private static final byte[] FRIENDLY_RESET = {'\r', ReplText.CTRL_B, ReplText.CTRL_D};

  private final SerialPort port;
  private final Clock clock;
  private final Log log;
  final ReplLine line;
  private final RawPaste paste;
  private final PromptSearch search;

  private boolean isReady;

  public RawRepl(SerialPort port, Clock clock, Log log) {
    this.port = log.isOn(Log.Level.TRACE) ? new LoggedPort(port, log) : port;
    this.clock = clock;
    this.log = log;
    line = new ReplLine(this.port, clock);
    paste = new RawPaste(line);
    search = new PromptSearch(line);
  }

  Clock clock() {
    return clock;
  }

  Log log() {
    return log;
  }

  /** Whether the board waits at an empty raw prompt, as far as is known. */
  public boolean isReady() {
    return isReady;
  }

  /**
   * Sends programs without raw paste from now on, slower: for firmware whose raw paste is broken,
   * and for lines of text, because the board answers with the byte 0x80.
   */
  public void avoidRawPaste() {
    paste.avoid();
  }

  // ---- the prompt ----

  /** Stops what runs and gets to the raw prompt within ten seconds. */
  public void enter() throws DeviceException {
    enter(SEARCH_MILLIS);
  }

  /** Stops what runs and gets to the raw prompt; {@link NoPromptException} when there is none. */
  public void enter(int millis) throws DeviceException {
    isReady = false;
    search.find(Deadline.in(clock, millis));
    isReady = true;
  }

  /**
   * The same for a program that no key stops: when half of the time has brought no prompt, the chip
   * is restarted and interrupted while it boots. Where the control lines reach no reset pin, or the
   * chip's own USB, which leaves the bus with a reset, keys have all the time.
   *
   * @param stop ends the search at once
   */
  public void enterOrRestart(int millis, StopCheck stop) throws DeviceException {
    line.stopWith(stop);
    try {
      enterOrRestart(millis);
    } finally {
      line.stopWith(StopCheck.NEVER);
    }
  }

  private void enterOrRestart(int millis) throws DeviceException {
    UsbId usb = port.usbId();
    boolean canRestart = port.hasSignals() && (usb == null || usb.vendor() != UsbId.ESPRESSIF);
    NoPromptException failure = null;
    try {
      enter(canRestart ? millis / 2 : millis);
    } catch (NoPromptException e) {
      failure = e;
    }
    if (failure == null) {
      return;
    }
    if (!canRestart) {
      throw failure;
    }
    log.warn(failure.getMessage());
    log.info("restarting the board, to interrupt its program while it boots");
    enterThroughReset(millis / 2);
  }

  /** Goes back to the prompt for people. */
  public void leave() throws DeviceException {
    isReady = false;
    line.write(new byte[] {'\r', ReplText.CTRL_B});
  }

  // ---- programs ----

  /**
   * Runs a program text and waits for its end, however long it takes.
   *
   * @return what the exception it ended with printed; empty when it ended without
   */
  public String run(byte[] program, ProgramWatcher watcher) throws DeviceException {
    return run(program, watcher, Integer.MAX_VALUE);
  }

  /**
   * Runs a program text.
   *
   * @param millis how long it may take; then it is stopped and that is the error
   * @return what the exception it ended with printed; empty when it ended without
   */
  public String run(byte[] program, ProgramWatcher watcher, int millis) throws DeviceException {
    begin(program, "run the program");
    Deadline deadline = Deadline.in(clock, millis);
    if (!follow(watcher, deadline)) {
      log.warn("the program takes too long; stopping it");
      enter();
      throw new DeviceException(
          "run the program", "it did not end within " + millis + " ms and was stopped", "");
    }
    return end("run the program");
  }

  /** Runs a program text of our own: its output, or {@link PythonException}. */
  public byte[] execute(String program, String step, int millis) throws DeviceException {
    Bytes output = new Bytes(256);
    begin(ReplText.bytes(program), step);
    ProgramWatcher watcher =
        new ProgramWatcher() {
          @Override
          public void output(byte[] data, int offset, int length) {
            output.add(data, offset, length);
          }
        };
    if (!follow(watcher, Deadline.in(clock, millis))) {
      throw new DeviceException(step, "the board did not answer within " + millis + " ms", "");
    }
    String traceback = end(step);
    if (!traceback.isEmpty()) {
      throw new PythonException(step, traceback);
    }
    return output.toArray();
  }

  /**
   * The value of an expression as {@code print} shows it; {@link PythonException} if it has none.
   */
  public String evaluate(String expression, int millis) throws DeviceException {
    byte[] output = execute("print(" + expression + ")", "evaluate " + expression, millis);
    return ReplText.text(output).strip();
  }

  /** Starts a program text and does not wait for it. */
  public void start(byte[] program) throws DeviceException {
    begin(program, "start the program");
  }

  /** Starts a program text; the caller reads {@link #line} up to the end of the output. */
  void begin(byte[] program, String step) throws DeviceException {
    if (!isReady) {
      enter();
    }
    isReady = false;
    paste.send(program, step);
  }

  /** Passes the output on until its end; false when the time is over. */
  private boolean follow(ProgramWatcher watcher, Deadline deadline) throws DeviceException {
    byte[] piece = new byte[1024];
    boolean isStopping = false;
    Deadline stopping = deadline;
    Deadline again = deadline;
    while (true) {
      if (!isStopping && watcher.wantsStop()) {
        isStopping = true;
        stopping = Deadline.in(clock, STOP_MILLIS);
        again = Deadline.in(clock, 0);
      }
      if (isStopping && again.isOver()) {
        line.write(ReplText.CTRL_C);
        again = Deadline.in(clock, STOP_AGAIN_MILLIS);
      }
      byte[] typed = watcher.input();
      if (typed != null) {
        line.write(typed);
      }
      int count =
          line.readUpTo(
              ReplText.CTRL_D, piece, Deadline.in(clock, stopping.remaining(SLICE_MILLIS)));
      boolean isEnd = count > 0 && piece[count - 1] == ReplText.CTRL_D;
      if (count > 0) {
        watcher.output(piece, 0, isEnd ? count - 1 : count);
      }
      if (isEnd) {
        return true;
      }
      if (isStopping && stopping.isOver()) {
        throw new DeviceException(
            "stop the program", "it does not react to Ctrl-C", "Reset the board");
      }
      if (!isStopping && deadline.isOver()) {
        return false;
      }
    }
  }

  /** Reads what follows the output: traceback and prompt. */
  String end(String step) throws DeviceException {
    String traceback = traceback(step);
    if (line.read(Deadline.in(clock, SEARCH_MILLIS)) != '>') {
      throw noPrompt(step);
    }
    isReady = true;
    return traceback;
  }

  private String traceback(String step) throws DeviceException {
    Deadline deadline = Deadline.in(clock, SEARCH_MILLIS);
    Bytes traceback = new Bytes(64);
    int c = line.read(deadline);
    while (c != ReplText.CTRL_D) {
      if (c == ReplLine.NOTHING) {
        throw noPrompt(step);
      }
      traceback.add(c);
      c = line.read(deadline);
    }
    return ReplText.text(traceback.toArray());
  }

  private DeviceException noPrompt(String step) {
    return DeviceException.unexpected(
        step, "the prompt after the program", line.lastBytes(), "Try again");
  }

  // ---- resets ----

  /**
   * Starts Python on the board anew: all variables are gone, {@code boot.py} has run, {@code
   * main.py} has not; the board waits at the raw prompt.
   */
  public void softReset() throws DeviceException {
    String step = "soft reset";
    if (!isReady) {
      enter();
    }
    isReady = false;
    line.write(ReplText.CTRL_D);
    Deadline deadline = Deadline.in(clock, RESET_MILLIS);
    if (!line.skipPast(SOFT_REBOOT, deadline)) {
      throw DeviceException.unexpected(
          step, "\"soft reboot\"", line.lastBytes(), "Press RESET on the board");
    }
    if (line.skipPast(GREETING, Deadline.in(clock, RESET_MILLIS / 4))) {
      isReady = true;
    } else {
      log.warn("boot.py does not end; stopping it");
      enter();
    }
  }

  /**
   * Starts Python anew as after power-on, {@code boot.py} and {@code main.py}; does not wait.
   *
   * @return what these have printed already; more of it is on its way
   */
  public byte[] restart() throws DeviceException {
    if (!isReady) {
      enter();
    }
    isReady = false;
    line.write(FRIENDLY_RESET);
    if (!line.skipPast(SOFT_REBOOT, Deadline.in(clock, RESET_MILLIS))) {
      throw DeviceException.unexpected(
          "restart", "\"soft reboot\"", line.lastBytes(), "Press RESET on the board");
    }
    return line.takeRest();
  }

  /**
   * Restarts the chip through {@code machine.reset()}. A board with its own USB leaves the bus for
   * a moment; {@link #reopen} finds it again.
   */
  public void hardReset() throws DeviceException {
    begin(ReplText.bytes("import time,machine\ntime.sleep_ms(100)\nmachine.reset()"), "hard reset");
    try {
      // A board that can not do it says so at once; one without a traceback is restarting.
      int c = line.read(Deadline.in(clock, RESET_PULSE_MILLIS / 2));
      String traceback = c == ReplText.CTRL_D ? traceback("hard reset") : "";
      if (!traceback.isEmpty()) {
        throw new PythonException("hard reset", traceback);
      }
    } catch (PortException e) {
      log.info("the board left the bus to restart");
    }
  }

  /** Opens the port again after the board was lost, for at most this long. */
  public void reopen(int baud, int millis) throws DeviceException {
    Deadline deadline = Deadline.in(clock, millis);
    isReady = false;
    while (true) {
      try {
        port.open(baud);
        return;
      } catch (PortException e) {
        if (deadline.isOver()) {
          throw e;
        }
        clock.sleep(deadline.remaining(REOPEN_PAUSE_MILLIS));
      }
    }
  }

  /**
   * Restarts the chip with the control lines and interrupts it while it boots, for programs that
   * can not be stopped otherwise, then finds the prompt. Without control lines the person has to
   * press RESET in that time.
   */
  public void enterThroughReset(int millis) throws DeviceException {
    isReady = false;
    Deadline deadline = Deadline.in(clock, millis);
    if (port.hasSignals()) {
      port.setSignals(false, true);
      clock.sleep(RESET_PULSE_MILLIS);
      port.setSignals(false, false);
    }
    Deadline booting = Deadline.in(clock, deadline.remaining() / 2);
    while (!booting.isOver()) {
      line.write(ReplText.CTRL_C);
      line.skipUntilQuiet(1, Deadline.in(clock, INTERRUPT_PAUSE_MILLIS));
      clock.sleep(INTERRUPT_PAUSE_MILLIS);
    }
    enter(deadline.remaining());
  }
}
