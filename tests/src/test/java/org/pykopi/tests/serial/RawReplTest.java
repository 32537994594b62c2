package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.StopCheck;
import org.pykopi.serial.repl.NoPromptException;
import org.pykopi.serial.repl.ProgramWatcher;
import org.pykopi.serial.repl.PythonException;
import org.pykopi.serial.repl.RawRepl;

/** The raw prompt of a simulated board, found from all states and used. */
final class RawReplTest {
  private final VirtualClock clock = new VirtualClock();
  private ReplBoard board;
  private RawRepl repl;

  @BeforeEach
  void start() throws PortException {
    board = new ReplBoard(clock, 115200, 1000);
    board.start();
    board.open(115200);
    repl = new RawRepl(board, clock, Log.NONE);
  }

  @AfterEach
  void switchOff() {
    board.switchOff();
  }

  private void type(String keys) throws PortException {
    byte[] bytes = keys.getBytes(StandardCharsets.ISO_8859_1);
    board.read(new byte[1], 0, 1, 1000);
    board.write(bytes, 0, bytes.length);
    board.read(new byte[1], 0, 1, 500);
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  /** Collects the output; may stop the program after some bytes. */
  private static final class Collector implements ProgramWatcher {
    final ByteArrayOutputStream text = new ByteArrayOutputStream();
    int stopAfter = Integer.MAX_VALUE;
    String typed;

    @Override
    public void output(byte[] data, int offset, int length) {
      text.write(data, offset, length);
    }

    @Override
    public boolean wantsStop() {
      return text.size() >= stopAfter;
    }

    @Override
    public byte[] input() {
      byte[] keys = typed == null || text.size() == 0 ? null : bytes(typed);
      typed = keys == null ? typed : null;
      return keys;
    }

    @Override
    public String toString() {
      return text.toString(StandardCharsets.UTF_8);
    }
  }

  // ---- the prompt ----

  @ParameterizedTest
  @ValueSource(
      strings = {
        "", // just booting
        "\r", // friendly prompt
        "print(1", // a half-typed line
        "for i in range(3):\r  print(i)\r", // a statement that goes on
        "\5x = 1\r", // paste mode
        "\1", // raw mode
        "\1print(1", // a half-typed raw program
        "\1\5A\1print(1)", // a raw paste that broke off
        "\1\5A", // a request that broke off
        "while True: pass\r\r", // a running program
        "while True: print('flood ' * 10)\r\r", // one that floods the line
        "input('name? ')\r", // one that waits for input
        "print('raw REPL; CTRL-B to exit\\r\\n>')\r", // one that talks like a prompt
        "\u0080\u00ff\7\33[A", // garbage
      })
  void promptIsFoundFrom(String keys) throws DeviceException {
    type(keys);
    long start = clock.millis();
    repl.enter(5000);
    assertThat(clock.millis() - start).isLessThan(1500);
    assertThat(repl.evaluate("6*7", 1000)).isEqualTo("42");
  }

  @Test
  void programThatIgnoresInterruptsIsOutwaited() throws DeviceException {
    type(
        "import time\r\5end = time.ticks_ms() + 4000\r"
            + "while time.ticks_ms() < end:\r try:\r  while time.ticks_ms() < end: pass\r"
            + " except KeyboardInterrupt: pass\r\4");
    repl.enter(8000);
    assertThat(repl.evaluate("1", 1000)).isEqualTo("1");
  }

  @Test
  void programThatNeverStopsEndsAtTheDeadline() throws DeviceException {
    type("\5while True:\r try:\r  while True: pass\r except KeyboardInterrupt: pass\r\4");
    long start = clock.millis();
    assertThatThrownBy(() -> repl.enter(5000))
        .isInstanceOfSatisfying(
            NoPromptException.class,
            e -> assertThat(e.reason()).isNotEqualTo(NoPromptException.Reason.BOOT_LOADER));
    assertThat(clock.millis() - start).isBetween(4900L, 5100L);
    repl.enterThroughReset(4000);
    assertThat(repl.evaluate("1", 1000)).isEqualTo("1");
  }

  @Test
  void programThatNeverStopsIsRestartedWhenWanted() throws DeviceException {
    type("\5while True:\r try:\r  while True: pass\r except KeyboardInterrupt: pass\r\4");
    int starts = board.starts;
    repl.enterOrRestart(8000, StopCheck.NEVER);
    assertThat(clock.millis()).isLessThan(9000);
    assertThat(board.starts).isEqualTo(starts + 1);
    assertThat(repl.evaluate("1", 1000)).isEqualTo("1");
    repl.leave();
    repl.enterOrRestart(8000, StopCheck.NEVER);
    assertThat(board.starts).as("a prompt that is there needs no restart").isEqualTo(starts + 1);
  }

  @ParameterizedTest
  @ValueSource(ints = {0, 50, 1000, 3000, 4500, 7000})
  void searchEndsSoonAfterTheWish(int millis) throws DeviceException {
    type("\5while True:\r try:\r  while True: pass\r except KeyboardInterrupt: pass\r\4");
    long wish = clock.millis() + millis;
    StopCheck stop =
        () -> {
          if (clock.millis() >= wish) {
            throw new CancelledException("find the prompt");
          }
        };
    board.hasPython = false;
    assertThatThrownBy(() -> repl.enterOrRestart(10_000, stop))
        .isInstanceOf(CancelledException.class);
    assertThat(clock.millis() - wish).isLessThan(200);
    board.hasPython = true;
    repl.enterOrRestart(10_000, StopCheck.NEVER);
    assertThat(repl.evaluate("1", 1000)).isEqualTo("1");
  }

  @Test
  void mainThatNeverStopsIsInterruptedWhileBooting() throws DeviceException {
    board.files.put(
        "/main.py",
        bytes("import time\ntime.sleep(1)\nwhile 1:\n try:\n  while 1: pass\n except: pass\n"));
    board.start();
    board.read(new byte[1], 0, 1, 3000);
    repl.enterThroughReset(4000);
    assertThat(repl.evaluate("1", 1000)).isEqualTo("1");
  }

  @ParameterizedTest
  @CsvSource({
    "SILENT, ''",
    "BOOT_LOADER, 'rst:0x1\r\nwaiting for download\r\n'",
    "BOOT_LOADER, 'invalid header: 0xffffffff\r\n'",
    "OTHER, 'Hello from another program\r\n'"
  })
  void portWithoutPython(NoPromptException.Reason reason, String boot) throws DeviceException {
    board.hasPython = false;
    board.boot = boot;
    board.start();
    assertThatThrownBy(() -> repl.enter(3000))
        .isInstanceOfSatisfying(
            NoPromptException.class, e -> assertThat(e.reason()).isEqualTo(reason))
        .hasMessageContaining("find the prompt: ");
    assertThat(clock.millis()).isLessThan(3200);
  }

  // ---- programs ----

  @ParameterizedTest
  @EnumSource
  void programRunsAndItsOutputStreams(ReplBoard.RawPaste support) throws DeviceException {
    board.rawPaste = support;
    Collector output = new Collector();
    StringBuilder program = new StringBuilder("n = 0\n");
    for (int i = 0; i < 400; i++) {
      program.append("n += 1  # adds\n");
    }
    program.append("print(n, '\u00e4\u20ac\ud83d\ude00')\n");
    String error = repl.run(bytes(program.toString()), output);
    assertThat(error).isEmpty();
    assertThat(output).hasToString("400 \u00e4\u20ac\ud83d\ude00\n");
    assertThat(board.overruns).isZero();
    assertThat(repl.run(bytes("print(n)"), output)).isEmpty();
    assertThat(output.toString()).endsWith("400\n");
  }

  /** Every byte but control characters, line ends, quote and backslash stands for itself. */
  @Test
  void bytesLiteralsTakeAllBytes() throws DeviceException {
    ByteArrayOutputStream program = new ByteArrayOutputStream();
    program.writeBytes(bytes("d = b'"));
    int sum = 0;
    for (int c = 0x0e; c < 0x100; c++) {
      if (c != '\'' && c != '\\') {
        program.write(c);
        sum += c;
      }
    }
    program.writeBytes(bytes("'\nprint(len(d), sum(d))"));
    Collector output = new Collector();
    assertThat(repl.run(program.toByteArray(), output)).isEmpty();
    assertThat(output).hasToString("240 " + sum + "\n");
  }

  @Test
  void exceptionIsReported() throws DeviceException {
    Collector output = new Collector();
    assertThat(repl.run(bytes("print('a')\n1/0\n"), output))
        .contains("line 2")
        .contains("ZeroDivisionError: divide by zero");
    assertThat(output).hasToString("a\n");
    assertThat(repl.run(bytes("x ="), ProgramWatcher.NONE)).contains("SyntaxError");
    assertThat(repl.isReady()).isTrue();
    assertThatThrownBy(() -> repl.execute("open('/none')", "open", 1000))
        .isInstanceOfSatisfying(
            PythonException.class,
            e -> {
              assertThat(e.typeName()).isEqualTo("OSError");
              assertThat(e.errno()).isEqualTo(2);
            });
  }

  @Test
  void programIsStopped() throws DeviceException {
    Collector output = new Collector();
    output.stopAfter = 5000;
    String error = repl.run(bytes("while True: print('flood ' * 20)"), output);
    assertThat(error).contains("KeyboardInterrupt");
    assertThat(output.text.size()).isBetween(5000, 10000);
    assertThat(repl.evaluate("2", 1000)).isEqualTo("2");
  }

  @Test
  void programThatTakesTooLongIsStopped() {
    assertThatThrownBy(() -> repl.run(bytes("while True: pass"), ProgramWatcher.NONE, 2000))
        .hasMessageContaining("did not end within 2000 ms");
    assertThat(clock.millis()).isLessThan(4000);
    assertThat(repl.isReady()).isTrue();
  }

  @Test
  void programGetsInput() throws DeviceException {
    Collector output = new Collector();
    output.typed = "Ada\n";
    String error = repl.run(bytes("print('hi', input('name? '))"), output);
    assertThat(error).isEmpty();
    assertThat(output.toString()).startsWith("name? ").endsWith("hi Ada\n");
  }

  // ---- resets ----

  @Test
  void softResetForgetsVariables() throws DeviceException {
    board.files.put("/boot.py", bytes("booted = 1\nprint('boot')\n"));
    board.files.put("/main.py", bytes("print('main')\n"));
    repl.execute("x = 1", "set", 1000);
    repl.softReset();
    assertThat(repl.evaluate("'x' in globals()", 1000)).isEqualTo("False");
    board.files.put("/boot.py", bytes("while True: pass\n"));
    repl.softReset();
    assertThat(repl.evaluate("1", 1000)).isEqualTo("1");
  }

  @Test
  void restartRunsMain() throws DeviceException {
    board.files.put("/main.py", bytes("print('main')\nran = 1\n"));
    repl.enter();
    repl.restart();
    repl.enter();
    assertThat(repl.evaluate("ran", 1000)).isEqualTo("1");
  }

  @Test
  void hardResetRestartsTheChip() throws DeviceException {
    repl.execute("x = 1", "set", 1000);
    repl.hardReset();
    clock.sleep(500);
    repl.enter();
    assertThat(repl.evaluate("'x' in globals()", 1000)).isEqualTo("False");
  }

  @Test
  void lostBoardIsSaidAtOnceAndFoundAgain() throws DeviceException {
    repl.enter();
    board.lose();
    assertThatThrownBy(() -> repl.evaluate("1", 1000)).hasMessageContaining("no longer there");
    assertThatThrownBy(() -> repl.reopen(115200, 1000)).hasMessageContaining("no longer there");
    board.plugIn();
    repl.reopen(115200, 1000);
    assertThat(repl.evaluate("1", 1000)).isEqualTo("1");
  }
}
