package org.pykopi.serial.cli;

import java.io.PrintStream;
import java.util.function.BiFunction;
import org.pykopi.serial.flash.Speed;
import org.pykopi.serial.jvm.Ports;
import org.pykopi.serial.jvm.SystemClock;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.StopCheck;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.RawRepl;
import org.pykopi.serial.webrepl.WebReplFiles;

/** What the verbs of one command line share: the port, the prompt behind it, where text goes. */
final class Session implements AutoCloseable {
  static final int DEFAULT_BAUD = 115200;
  private static final int SEARCH_MILLIS = 12_000;

  final PrintStream out;
  final PrintStream err;
  final Clock clock = new SystemClock();

  /** Compiles a text with a file name to the bytes of a {@code .mpy} file; null for no compiler. */
  final BiFunction<String, String, byte[]> compiler;

  String portName = "auto";
  int baud = DEFAULT_BAUD;

  /** 0 unless told. */
  int flashBaud;

  String password = "";
  boolean isTracing;

  /** Whether the first verb that needs the prompt resets Python, so that it starts afresh. */
  boolean resetsFirst = true;

  private SerialPort port;
  private RawRepl repl;
  private BoardFiles files;

  Session(PrintStream out, PrintStream err, BiFunction<String, String, byte[]> compiler) {
    this.out = out;
    this.err = err;
    this.compiler = compiler;
  }

  /** The log on standard error: warnings, and all bytes when the person asked for them. */
  Log log() {
    return new Log() {
      @Override
      public boolean isOn(Level level) {
        return level == Level.WARNING || isTracing;
      }

      @Override
      public void write(Level level, String text) {
        if (isOn(level)) {
          err.println(text);
        }
      }
    };
  }

  private SerialPort named() throws PortException {
    return Ports.isWebRepl(portName) ? Ports.webRepl(portName, password) : Ports.named(portName);
  }

  /** The port, open. */
  SerialPort port() throws PortException {
    if (port == null || !port.isOpen()) {
      SerialPort found = port == null ? named() : port;
      found.open(baud);
      port = found;
    }
    return port;
  }

  /** The raw prompt, found; Python on the board is fresh when this session has not used it yet. */
  RawRepl repl() throws DeviceException {
    boolean isFirst = repl == null;
    if (isFirst) {
      repl = new RawRepl(port(), clock, log());
      files = WebReplFiles.of(repl, port);
    }
    if (!repl.isReady() && resetsFirst) {
      repl.enterOrRestart(SEARCH_MILLIS, StopCheck.NEVER);
    } else if (!repl.isReady()) {
      repl.enter();
    }
    if (resetsFirst) {
      resetsFirst = false;
      repl.softReset();
    }
    return repl;
  }

  BoardFiles files() throws DeviceException {
    repl();
    return files;
  }

  /** Goes to the prompt for people, if this session has left it. */
  void leavePrompt() throws DeviceException {
    if (repl != null && repl.isReady()) {
      repl.leave();
    }
  }

  /** The port for the flasher, which resets the board: the prompt is forgotten. */
  SerialPort portForFlashing() throws DeviceException {
    leavePrompt();
    repl = null;
    files = null;
    if (port == null) {
      port = Ports.named(portName);
    }
    return port;
  }

  /** After flashing: the board's program runs, at the usual speed, and its prompt is fresh. */
  void endFlashing() throws PortException {
    if (port.isOpen()) {
      port.setBaudRate(baud);
    }
    resetsFirst = false;
  }

  /** Python was started anew. */
  void forgetBoard() {
    if (files != null) {
      files.forget();
    }
  }

  /** A line with percent and speed that is rewritten while the work goes on; only on terminals. */
  Progress progress() {
    if (System.console() == null) {
      return Progress.NONE;
    }
    long start = clock.millis();
    long[] shown = {start};
    return (step, done, total) -> {
      long now = clock.millis();
      boolean isEnd = done >= total;
      if (now - shown[0] > 200 || (isEnd && shown[0] > start)) {
        shown[0] = now;
        String line = "";
        if (!isEnd) {
          Speed speed = Speed.of(done, total, now - start);
          line = step + "  " + 100 * done / Math.max(1, total) + " %  " + speed;
        }
        err.print("\r\u001b[K" + line);
        err.flush();
      }
      return true;
    };
  }

  /** Gives board and port back. */
  @Override
  public void close() {
    if (port != null) {
      try {
        leavePrompt();
      } catch (DeviceException e) {
        err.println("warning: " + e.getMessage());
      }
      port.close();
      port = null;
      repl = null;
      files = null;
    }
  }
}
