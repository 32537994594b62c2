package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.ProgramWatcher;
import org.pykopi.serial.repl.RawRepl;
import org.pykopi.serial.webrepl.WebReplFiles;
import org.pykopi.serial.webrepl.WebReplPort;

/** Terminal and files of a simulated board through WebREPL. */
final class WebReplTest {
  private final VirtualClock clock = new VirtualClock();
  private WebReplBoard board;
  private WebReplPort port;
  private BoardFiles files;
  private RawRepl repl;

  @BeforeEach
  void start() {
    ReplBoard inside = new ReplBoard(clock, 921600, 2000);
    inside.start();
    board = new WebReplBoard(inside);
    port = new WebReplPort(board, WebReplBoard.PASSWORD, clock);
    repl = new RawRepl(port, clock, Log.NONE);
    files = new BoardFiles(repl, true, new WebReplFiles(port));
  }

  @AfterEach
  void switchOff() {
    board.board.switchOff();
  }

  private static byte[] random(int length, long seed) {
    byte[] data = new byte[length];
    new Random(seed).nextBytes(data);
    return data;
  }

  @Test
  void passwordIsAsked() throws PortException {
    WebReplPort wrong = new WebReplPort(board, "guess", clock);
    assertThatThrownBy(() -> wrong.open(0)).hasMessageContaining("refuses the password");
    assertThat(wrong.isOpen()).isFalse();
    port.open(0);
    assertThat(port.isOpen()).isTrue();
  }

  @Test
  void programsRun() throws DeviceException {
    port.open(0);
    assertThat(repl.evaluate("6*7", 1000)).isEqualTo("42");
    assertThat(repl.run("1/0".getBytes(StandardCharsets.US_ASCII), ProgramWatcher.NONE))
        .contains("ZeroDivisionError");
    assertThat(new WebReplFiles(port).version()).isEqualTo("1.28.0");
    assertThat(repl.evaluate("1", 1000)).isEqualTo("1");
  }

  @Test
  void filesGoAndCome() throws DeviceException {
    port.open(0);
    for (int size : new int[] {0, 1, 1023, 1024, 100_000}) {
      byte[] data = random(size, size);
      assertThat(files.write("/data", data, Progress.NONE)).isTrue();
      assertThat(files.write("/data", data, Progress.NONE)).isFalse();
      assertThat(files.read("/data", Progress.NONE)).isEqualTo(data);
      assertThat(files.stat("/data").size()).isEqualTo(size);
    }
    // Names that the file protocol can not carry go over the prompt.
    byte[] data = random(3000, 9);
    String longName = "/" + "n".repeat(80);
    for (String name : new String[] {longName, "/\u00e4\u20ac"}) {
      files.write(name, data, Progress.NONE);
      assertThat(files.read(name, Progress.NONE)).isEqualTo(data);
    }
    assertThatThrownBy(() -> files.write("/none/x", data, Progress.NONE))
        .isInstanceOf(DeviceException.class);
    assertThatThrownBy(() -> files.read("/nothing", Progress.NONE))
        .hasMessageContaining("no such file");
  }

  @Test
  void damageIsNoticedAndRepaired() throws DeviceException {
    port.open(0);
    byte[] data = random(5000, 1);
    board.damagesOnce = true;
    files.write("/data", data, Progress.NONE);
    assertThat(board.damagesOnce).isFalse();
    assertThat(files.read("/data", Progress.NONE)).isEqualTo(data);
  }

  @Test
  void cancellingLeavesTheOldFile() throws DeviceException {
    port.open(0);
    byte[] old = random(9000, 2);
    files.write("/data", old, Progress.NONE);
    Progress half = (step, done, total) -> done < total / 2;
    assertThatThrownBy(() -> files.write("/data", random(9000, 3), half))
        .isInstanceOf(CancelledException.class);
    assertThatThrownBy(() -> files.read("/data", half)).isInstanceOf(CancelledException.class);
    assertThat(files.read("/data", Progress.NONE)).isEqualTo(old);
    assertThat(files.list("/")).hasSize(1);
  }
}
