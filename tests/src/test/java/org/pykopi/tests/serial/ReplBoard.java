package org.pykopi.tests.serial;

import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Random;
import java.util.concurrent.Semaphore;
import org.pykopi.host.Clock;
import org.pykopi.host.Console;
import org.pykopi.host.Host;
import org.pykopi.host.HostException;
import org.pykopi.host.MemoryEnvironment;
import org.pykopi.host.MemoryFileSystem;
import org.pykopi.host.board.Board;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyException;
import org.pykopi.object.PyTuple;
import org.pykopi.runtime.PyRuntime;
import org.pykopi.runtime.Repl;
import org.pykopi.runtime.RuntimeOptions;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/**
 * A board with MicroPython at the end of a serial line: our virtual machine with its prompt, a file
 * system, an input buffer of a board's size, and a line with a rate, a delay and faults.
 *
 * <p>The machine runs in a thread of its own, but never at the same time as the test: the two hand
 * over to each other, so that each run is the same. The board has a time of its own that follows
 * the clock of the test: when the test waits until a moment, the board runs until that moment, or
 * until it writes something that arrives earlier.
 */
final class ReplBoard implements SerialPort, AutoCloseable {
  /** What one look of the machine at its host costs, some thousand steps of a program. */
  private static final long POLL_MICROS = 2000;

  private static final long READ_MICROS = 2;
  private static final int BUFFER = 256;
  private static final int HOST_BUFFER = 1024;
  private static final long STACK = 16 << 20;
  static final long DISK = 8 << 20;
  private static final String NOISE = "ets Jul 29 2019 12:21:46\r\n\r\nrst:0x1 (POWERON_RESET)\r\n";

  private final VirtualClock clock;
  final Line toBoard;
  final Line toHost;
  final MemoryFileSystem files;

  /** {@code false} for a board without MicroPython: it only has what {@link #boot} prints. */
  boolean hasPython = true;

  /** What the chip prints before Python starts. */
  String boot = NOISE;

  /** How the board answers a request for raw paste. */
  enum RawPaste {
    YES,
    /** Known, but off. */
    OFF,
    /** A firmware from before it was invented. */
    UNKNOWN
  }

  RawPaste rawPaste = RawPaste.YES;

  /** How many bytes the input buffer lost because nobody read it. */
  int overruns;

  /** How often the board has started. */
  int starts;

  private final Semaphore boardTurn = new Semaphore(0);
  private final Semaphore hostTurn = new Semaphore(0);
  private final ArrayDeque<Integer> buffer = new ArrayDeque<>();
  private Thread thread;
  private long time;
  private long horizon;
  private boolean isPowered;
  private boolean isProgramRunning;
  private boolean isInterrupted;
  private Throwable failure;

  private boolean isOpen;
  private boolean isHeldInReset;
  private boolean isLost;
  private Runnable notice;

  /** Ends the board's thread wherever it is. */
  private static final class PowerOff extends Error {
    private static final long serialVersionUID = 1L;
  }

  ReplBoard(VirtualClock clock, int baud, int delayMicros) {
    this.clock = clock;
    toBoard = new Line(baud, delayMicros);
    toHost = new Line(baud, delayMicros);
    files = new MemoryFileSystem(new BoardClock(), DISK);
  }

  // ---- power ----

  /** Switches the board on, or off and on. */
  void start() {
    stop();
    starts++;
    isPowered = true;
    time = Math.max(time, clock.micros());
    buffer.clear();
    toBoard.clear();
    thread = new Thread(null, this::runThread, "board", STACK);
    thread.setDaemon(true);
    thread.start();
  }

  private void stop() {
    // A thread that ends by itself has said so before it gives its turn back for ever.
    if (isPowered) {
      isPowered = false;
      boardTurn.release();
      hostTurn.acquireUninterruptibly();
    }
    thread = null;
  }

  @Override
  public void close() {
    isOpen = false;
  }

  /** Ends the thread of the board. */
  void switchOff() {
    stop();
  }

  private void runThread() {
    boardTurn.acquireUninterruptibly();
    try {
      checkPower();
      print(boot);
      while (hasPython) {
        runPython();
        print(boot);
      }
      while (true) {
        yieldToHost();
      }
    } catch (PowerOff e) {
      // The end of this board.
    } catch (Throwable e) {
      failure = e;
    } finally {
      isPowered = false;
      hostTurn.release();
    }
  }

  /** From power-on to machine.reset(). */
  private void runPython() {
    Board pins = new Board();
    boolean isRaw = false;
    while (pins.resetCause != Board.HARD_RESET) {
      BoardConsole console = new BoardConsole();
      Host host =
          new Host(
              console,
              new BoardClock(),
              files,
              new Random(7)::nextBytes,
              () -> poll(POLL_MICROS),
              new MemoryEnvironment(),
              pins,
              new org.pykopi.host.MemoryNetwork(),
              null);
      RuntimeOptions options = new RuntimeOptions();
      options.platform = "esp32";
      PyRuntime runtime = new PyRuntime(host, options);
      pins.resetCause = 0;
      isProgramRunning = true;
      runFile(runtime, "boot.py");
      if (!isRaw) {
        runFile(runtime, "main.py");
      }
      Repl repl = runtime.repl();
      if (isRaw) {
        repl.startRaw();
      } else {
        repl.start();
      }
      byte[] one = new byte[1];
      int result = Repl.CONTINUE;
      while (result == Repl.CONTINUE) {
        if (console.read(one, 0, 1) == 1) {
          try {
            result = repl.feed(one[0] & 0xff);
          } catch (PyException e) {
            // Interrupted while the friendly prompt reported an exception.
            repl = runtime.repl();
            repl.start();
          }
        }
      }
      isRaw = repl.isRaw();
      if (pins.resetCause != Board.HARD_RESET) {
        print("MPY: soft reboot\r\n");
      }
    }
  }

  private void runFile(PyRuntime runtime, String name) {
    try {
      files.stat("/" + name);
    } catch (HostException e) {
      return;
    }
    runtime.finish(runtime.tryFile(name));
  }

  // ---- the board's side, in its thread ----

  private void checkPower() {
    if (!isPowered) {
      throw new PowerOff();
    }
  }

  private void yieldToHost() {
    hostTurn.release();
    boardTurn.acquireUninterruptibly();
    checkPower();
  }

  /** Lets time pass. */
  private void work(long micros) {
    time += micros;
    while (time >= horizon) {
      yieldToHost();
    }
    receive();
  }

  /** What the interrupt handler of the UART does with the bytes that came by now. */
  private void receive() {
    for (int c = toBoard.take(time); c >= 0; c = toBoard.take(time)) {
      if (c == 3 && isProgramRunning) {
        isInterrupted = true;
      } else if (buffer.size() == BUFFER) {
        overruns++;
      } else {
        buffer.add(c);
      }
    }
  }

  private boolean poll(long micros) {
    work(micros);
    boolean wasInterrupted = isInterrupted;
    isInterrupted = false;
    return wasInterrupted;
  }

  private void print(String text) {
    byte[] bytes = text.getBytes(StandardCharsets.US_ASCII);
    transmit(bytes, 0, bytes.length);
  }

  private void transmit(byte[] source, int offset, int length) {
    // The end of the output: a board takes no more interrupts from here on. Programs that write
    // bytes have this one among others.
    isProgramRunning &= length != 1 || source[offset] != 4;
    for (int i = offset; i < offset + length; i++) {
      toHost.send(source[i] & 0xff, time);
      if (toHost.roomAt(BUFFER) > time) {
        horizon = Math.min(horizon, toHost.nextArrival());
        work(toHost.roomAt(BUFFER) - time);
        if (isProgramRunning && poll(0)) {
          // As on a board, waiting for room in the buffer is a place to be interrupted.
          throw new PyException(
              new PyBaseException(ExceptionTypes.KEYBOARD_INTERRUPT, PyTuple.EMPTY));
        }
      }
    }
    horizon = Math.min(horizon, toHost.nextArrival());
    work(0);
  }

  private final class BoardConsole implements Console {
    private int last;

    @Override
    public int read(byte[] target, int offset, int length) {
      work(READ_MICROS);
      while (buffer.isEmpty()) {
        if (isInterrupted) {
          return 0;
        }
        work(Math.max(0, Math.min(horizon, toBoard.nextArrival()) - time));
      }
      int c = buffer.remove();
      if (c == 'A' && last == 5 && rawPaste == RawPaste.OFF) {
        c = 'B';
      } else if (c == 5 && rawPaste == RawPaste.UNKNOWN) {
        return read(target, offset, length);
      }
      last = c;
      target[offset] = (byte) c;
      return 1;
    }

    @Override
    public boolean isReadReady() {
      receive();
      return !buffer.isEmpty();
    }

    @Override
    public void write(byte[] source, int offset, int length) {
      transmit(source, offset, length);
    }

    @Override
    public void writeError(byte[] source, int offset, int length) {
      transmit(source, offset, length);
    }

    @Override
    public void flush() {}

    @Override
    public boolean isTerminal() {
      return true;
    }

    @Override
    public void setRaw(boolean isRaw) {
      isProgramRunning = !isRaw;
      isInterrupted = false;
    }
  }

  private final class BoardClock implements Clock {
    @Override
    public long epochNanos() {
      return time * 1000;
    }

    @Override
    public long elapsedNanos() {
      return time * 1000;
    }

    @Override
    public int localOffsetSeconds(long epochSeconds) {
      return 0;
    }

    @Override
    public void sleep(long nanos) {
      long end = time + nanos / 1000;
      while (time < end && !isInterrupted) {
        work(Math.min(Math.max(1, end - time), POLL_MICROS));
      }
    }
  }

  // ---- the port, in the thread of the test ----

  /** Lets the board run until a moment, or until it has written what arrives earlier. */
  private void runBoard(long until) {
    horizon = until;
    if (isPowered) {
      boardTurn.release();
      hostTurn.acquireUninterruptibly();
    }
    if (failure != null) {
      throw new AssertionError("the board's machine failed", failure);
    }
  }

  private void checkLine() throws PortException {
    if (toBoard.isCut() || toHost.isCut()) {
      lose();
    }
    if (isLost || !isOpen) {
      throw PortException.lost("use the port");
    }
  }

  /** Pulls the plug. */
  void lose() {
    if (!isLost) {
      isLost = true;
      isOpen = false;
      toHost.clear();
      stop();
      if (notice != null) {
        notice.run();
      }
    }
  }

  boolean isPresent() {
    return !isLost;
  }

  /** Puts the plug back in; the board starts. */
  void plugIn() {
    isLost = false;
    toBoard.faults = null;
    toHost.faults = null;
    start();
  }

  @Override
  public String name() {
    return "simulated board";
  }

  @Override
  public UsbId usbId() {
    return new UsbId(0x10c4, 0xea60);
  }

  @Override
  public void open(int baud) throws PortException {
    if (isLost) {
      throw PortException.lost("open the port");
    }
    isOpen = true;
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public int read(byte[] target, int offset, int length, int timeoutMillis) throws PortException {
    long end = clock.micros() + timeoutMillis * 1000L;
    while (true) {
      checkLine();
      int count = 0;
      for (int c = -1; count < length && (c = toHost.take(clock.micros())) >= 0; count++) {
        target[offset + count] = (byte) c;
      }
      if (count > 0 || clock.micros() >= end) {
        return count;
      }
      runBoard(Math.min(end, toHost.nextArrival()));
      clock.advanceTo(Math.min(end, Math.max(horizon, clock.micros())));
    }
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    for (int i = offset; i < offset + length; i++) {
      checkLine();
      toBoard.send(data[i] & 0xff, clock.micros());
      clock.advanceTo(toBoard.roomAt(HOST_BUFFER));
    }
  }

  @Override
  public void discardInput() {
    runBoard(clock.micros());
    while (toHost.take(clock.micros()) >= 0) {
      // Dropped.
    }
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) throws PortException {
    checkLine();
    if (rts && !dtr) {
      stop();
      isHeldInReset = true;
    } else if (isHeldInReset) {
      isHeldInReset = false;
      start();
    }
  }

  @Override
  public boolean hasSignals() {
    return true;
  }

  @Override
  public void setBaudRate(int baud) {}

  @Override
  public void onDisconnect(Runnable notice) {
    this.notice = notice;
  }
}
