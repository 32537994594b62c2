package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.pykopi.serial.jvm.SystemClock;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.BoardFiles.Entry;
import org.pykopi.serial.repl.ProgramWatcher;
import org.pykopi.serial.repl.RawRepl;

/**
 * The driver against MicroPython itself: its Unix build behind a pseudo terminal. Both are optional
 * tools: the program named by the environment variable MICROPYTHON, or {@code micropython} on the
 * path, and {@code script} of util-linux. Without them the tests say so and count as skipped.
 */
final class UnixPortTest {
  @TempDir private Path folder;
  private ProcessPort port;
  private RawRepl repl;
  private BoardFiles files;

  @BeforeEach
  void start() throws DeviceException {
    String program = System.getenv("MICROPYTHON");
    program = program == null || program.isEmpty() ? find("micropython") : program;
    boolean isThere = program != null && find("script") != null;
    if (!isThere) {
      System.err.println(
          "UnixPortTest: skipped. It needs MicroPython's Unix build (environment variable"
              + " MICROPYTHON, or micropython on the path) and the tool script.");
    }
    assumeTrue(isThere, "needs MicroPython's Unix build and the tool script");
    port = new ProcessPort(program);
    port.open(115200);
    // Before the banner Ctrl-C would end the shell that starts the program.
    assertThat(port.read(new byte[1], 0, 1, 10_000)).isEqualTo(1);
    repl = new RawRepl(port, new SystemClock(), Log.NONE);
    files = new BoardFiles(repl);
  }

  @AfterEach
  void stop() {
    if (port != null) {
      port.close();
    }
  }

  private static String find(String program) {
    for (String place : System.getenv("PATH").split(File.pathSeparator)) {
      if (Files.isExecutable(Path.of(place, program))) {
        return place + "/" + program;
      }
    }
    return null;
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private void type(String keys) throws DeviceException {
    port.read(new byte[1], 0, 1, 2000);
    port.write(bytes(keys), 0, bytes(keys).length);
    port.read(new byte[1], 0, 1, 300);
  }

  @Test
  void promptIsFoundFromAllStates() throws DeviceException {
    String[] states = {
      "",
      "print(1",
      "for i in range(3):\r",
      "\5x = 1\r",
      "\1",
      "\1print(1",
      "\1\5A\1print(1)",
      "while True: pass\r\r",
      "while True: print('flood ' * 10)\r\r",
      "input('name? ')\r"
    };
    for (String keys : states) {
      type(keys);
      repl.enter(8000);
      assertThat(repl.evaluate("6*7", 2000)).as(keys).isEqualTo("42");
      repl.leave();
    }
  }

  @Test
  void programsRunAndStop() throws DeviceException {
    assertThat(repl.run(bytes("x = '\u20ac'\nprint(len(x))"), ProgramWatcher.NONE)).isEmpty();
    assertThat(repl.run(bytes("1/0"), ProgramWatcher.NONE)).contains("ZeroDivisionError");
    // After raw paste this port leaves its terminal in a mode in which Ctrl-C is no signal.
    repl.avoidRawPaste();
    int[] count = {0};
    ProgramWatcher stopper =
        new ProgramWatcher() {
          @Override
          public void output(byte[] data, int offset, int length) {
            count[0] += length;
          }

          @Override
          public boolean wantsStop() {
            return count[0] > 20_000;
          }
        };
    assertThat(repl.run(bytes("while True: print('flood ' * 20)"), stopper))
        .contains("KeyboardInterrupt");
    assertThat(repl.evaluate("2", 2000)).isEqualTo("2");
  }

  @Test
  void filesGoAndCome() throws Exception {
    String base = folder.toString();
    byte[] all = new byte[256];
    for (int i = 0; i < all.length; i++) {
      all[i] = (byte) i;
    }
    files.write(base + "/all", all, Progress.NONE);
    assertThat(Files.readAllBytes(folder.resolve("all"))).isEqualTo(all);
    assertThat(files.read(base + "/all", Progress.NONE)).isEqualTo(all);
    assertThat(files.write(base + "/all", all, Progress.NONE)).isFalse();
    byte[] big = new byte[1 << 20];
    new Random(1).nextBytes(big);
    files.write(base + "/all", big, Progress.NONE);
    assertThat(Files.readAllBytes(folder.resolve("all"))).isEqualTo(big);
    assertThat(files.read(base + "/all", Progress.NONE)).isEqualTo(big);
    files.remove(base + "/all");
    for (String name : BoardFilesTest.AWKWARD) {
      files.write(base + "/" + name, bytes(name), Progress.NONE);
    }
    assertThat(files.list(base))
        .extracting(Entry::name)
        .containsExactlyInAnyOrder(BoardFilesTest.AWKWARD);
    for (String name : BoardFilesTest.AWKWARD) {
      assertThat(files.read(base + "/" + name, Progress.NONE)).isEqualTo(bytes(name));
    }
    assertThat(files.facts().platform()).isEqualTo("linux");
    assertThat(files.facts().hasChecksum()).isTrue();
  }
}
