package org.pykopi.serial.cli;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.pykopi.serial.jvm.Ports;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.repl.ProgramWatcher;
import org.pykopi.serial.repl.RawRepl;

/** Verbs that run programs on the board and reset it. */
final class ProgramVerbs {
  private static final int STOP_MILLIS = 5000;
  private static final int CLOCK_MILLIS = 5000;

  /** A board with its own USB leaves the bus in this time. */
  private static final int RESTART_MILLIS = 500;

  private static final int REOPEN_MILLIS = 10_000;

  static final List<Verb> VERBS =
      List.of(
          new Verb(
              "repl",
              0,
              "repl                      the board's prompt in this terminal",
              ProgramVerbs::repl),
          new Verb(
              "run",
              1,
              "run [--no-follow] FILE    runs a program of this machine",
              ProgramVerbs::run),
          new Verb("exec", 1, "exec [--no-follow] TEXT   runs a program text", ProgramVerbs::exec),
          new Verb(
              "eval",
              1,
              "eval TEXT                 prints the value of an expression",
              ProgramVerbs::eval),
          new Verb(
              "rtc",
              0,
              "rtc [--set]               prints the board's clock; --set: to this machine's time",
              ProgramVerbs::rtc),
          new Verb(
              "soft-reset",
              0,
              "soft-reset                starts Python anew",
              ProgramVerbs::softReset),
          new Verb("reset", 0, "reset                     restarts the chip", ProgramVerbs::reset),
          new Verb(
              "bootloader",
              0,
              "bootloader                restarts the chip into its boot loader",
              ProgramVerbs::bootloader),
          new Verb(
              "resume",
              0,
              "resume                    the next verbs go on with the board's variables",
              ProgramVerbs::resume),
          new Verb(
              "connect",
              1,
              "connect P                 goes on with another port",
              ProgramVerbs::connect),
          new Verb(
              "disconnect",
              0,
              "disconnect                gives the port back",
              ProgramVerbs::disconnect),
          new Verb("sleep", 1, "sleep SECONDS             waits", ProgramVerbs::sleep),
          new Verb(
              "devs",
              0,
              "devs                      lists the serial devices of this machine",
              ProgramVerbs::devs));

  private ProgramVerbs() {}

  // ---- programs ----

  private static int run(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    Path file = Path.of(words.operand(0));
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandException("run: can not read " + file);
    }
    return execute(session, words, Files.readAllBytes(file));
  }

  private static int exec(Session session, Words words) throws DeviceException, CommandException {
    return execute(session, words, bytes(words.operand(0)));
  }

  private static int eval(Session session, Words words) throws DeviceException, CommandException {
    return execute(session, words, bytes("print(" + words.operand(0) + ")"));
  }

  private static int rtc(Session session, Words words) throws DeviceException, CommandException {
    words.allowOptions("--set");
    RawRepl repl = session.repl();
    if (words.has("--set", "--set")) {
      LocalDateTime now = LocalDateTime.now();
      int weekday = now.getDayOfWeek().getValue() - 1;
      String date = now.getYear() + "," + now.getMonthValue() + "," + now.getDayOfMonth();
      String time = now.getHour() + "," + now.getMinute() + "," + now.getSecond();
      String all = date + "," + weekday + "," + time + ",0";
      String program = "import machine\nmachine.RTC().datetime((" + all + "))";
      repl.execute(program, "set the clock", CLOCK_MILLIS);
    } else {
      repl.execute("import machine", "read the clock", CLOCK_MILLIS);
      session.out.println(repl.evaluate("machine.RTC().datetime()", CLOCK_MILLIS));
    }
    return 0;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static int execute(Session session, Words words, byte[] program)
      throws DeviceException, CommandException {
    words.allowOptions("--no-follow", "--follow", "-f");
    RawRepl repl = session.repl();
    if (words.has("--no-follow", "--no-follow")) {
      repl.start(program);
      return 0;
    }
    CountDownLatch end = new CountDownLatch(1);
    AtomicBoolean isStopping = new AtomicBoolean();
    // Ctrl-C stops the program on the board too.
    Thread stopper =
        new Thread(
            () -> {
              isStopping.set(true);
              await(end);
            });
    ProgramWatcher watcher =
        new ProgramWatcher() {
          @Override
          public void output(byte[] data, int offset, int length) {
            session.out.write(data, offset, length);
            session.out.flush();
          }

          @Override
          public boolean wantsStop() {
            return isStopping.get();
          }
        };
    Runtime.getRuntime().addShutdownHook(stopper);
    try {
      String traceback = repl.run(program, watcher);
      session.out.print(traceback);
      return traceback.isEmpty() ? 0 : 1;
    } finally {
      end.countDown();
      if (!isStopping.get()) {
        Runtime.getRuntime().removeShutdownHook(stopper);
      }
    }
  }

  private static void await(CountDownLatch end) {
    try {
      end.await(STOP_MILLIS, TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  // ---- resets ----

  private static int softReset(Session session, Words words)
      throws DeviceException, CommandException {
    words.allowOptions();
    boolean isDone = session.resetsFirst;
    RawRepl repl = session.repl();
    if (!isDone) {
      repl.softReset();
    }
    return 0;
  }

  private static int reset(Session session, Words words) throws DeviceException, CommandException {
    words.allowOptions();
    session.resetsFirst = false;
    RawRepl repl = session.repl();
    repl.hardReset();
    session.clock.sleep(RESTART_MILLIS);
    repl.reopen(session.baud, REOPEN_MILLIS);
    session.forgetBoard();
    return 0;
  }

  private static int bootloader(Session session, Words words)
      throws DeviceException, CommandException {
    words.allowOptions();
    session.resetsFirst = false;
    session.repl().start(bytes("import time,machine\ntime.sleep_ms(100)\nmachine.bootloader()"));
    return 0;
  }

  private static int resume(Session session, Words words) throws CommandException {
    words.allowOptions();
    session.resetsFirst = false;
    return 0;
  }

  // ---- ports ----

  private static int connect(Session session, Words words) throws CommandException {
    words.allowOptions();
    session.close();
    session.portName = words.operand(0);
    session.resetsFirst = true;
    return 0;
  }

  private static int disconnect(Session session, Words words) throws CommandException {
    words.allowOptions();
    session.close();
    session.resetsFirst = true;
    return 0;
  }

  private static int sleep(Session session, Words words) throws CommandException {
    words.allowOptions();
    String text = words.operand(0);
    double seconds;
    try {
      seconds = Double.parseDouble(text);
    } catch (NumberFormatException e) {
      throw new CommandException("sleep takes seconds, not \"" + text + "\"");
    }
    session.clock.sleep((int) (seconds * 1000));
    return 0;
  }

  private static int devs(Session session, Words words) throws CommandException {
    words.allowOptions();
    for (Ports.Device device : Ports.list()) {
      session.out.println(
          device.name()
              + " "
              + (device.serialNumber().isEmpty() ? "None" : device.serialNumber())
              + " "
              + (device.usbId() == null ? "0000:0000" : device.usbId())
              + " "
              + device.description());
    }
    return 0;
  }

  // ---- the prompt ----

  private static int repl(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    words.allowOptions();
    session.leavePrompt();
    SerialPort port = session.port();
    session.out.println("Connected to MicroPython at " + port.name());
    session.out.println("Use Ctrl-] or Ctrl-x to exit this shell");
    session.out.flush();
    return ReplTerminal.run(port, System.in, session.out);
  }
}
