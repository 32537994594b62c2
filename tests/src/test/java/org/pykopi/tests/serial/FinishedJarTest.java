package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The jar as a user has it, in a process of its own: the command {@code device} with the helper
 * programs for chips and the compiler that the build has put into it, and its exit status.
 */
@Tag("browser")
final class FinishedJarTest {
  private static final Path JAR = Path.of("../vm/target/pykopi.jar").toAbsolutePath().normalize();
  private static final int FLASH_SIZE = 4 << 20;
  private static final int LIMIT_SECONDS = 60;

  @TempDir private Path folder;

  /** What the latest run wrote to both streams. */
  private String printed;

  private int device(String port, String... words) throws Exception {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(List.of("-jar", JAR.toString(), "device", "--port", port));
    command.addAll(List.of(words));
    Path output = folder.resolve("printed.txt");
    Process process =
        new ProcessBuilder(command)
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    boolean hasEnded = process.waitFor(LIMIT_SECONDS, TimeUnit.SECONDS);
    process.destroyForcibly();
    printed = Files.readString(output, StandardCharsets.UTF_8);
    assertThat(hasEnded).as(printed).isTrue();
    return process.exitValue();
  }

  private String file(String name, byte[] data) throws IOException {
    return Files.write(folder.resolve(name), data).toString();
  }

  private static byte[] md5(byte[] data) throws Exception {
    return MessageDigest.getInstance("MD5").digest(data);
  }

  @Test
  void flashesAndReadsBack() throws Exception {
    ChipModel model = ChipModel.esp32();
    byte[] data = TestFirmware.whole(model, 400_000);
    String firmware = file("firmware.bin", data);
    try (BoardServer server =
        new BoardServer(model, FLASH_SIZE, SimulatedBoard.Wiring.BRIDGE, true)) {
      byte[] flash = server.board.chip.flash.bytes;
      assertThat(device(server.url(), "flash", firmware)).as(printed).isZero();
      assertThat(printed)
          .contains("Wrote and verified 400000 bytes at 0x00001000")
          .contains("at 921600 baud")
          .doesNotContain("no helper");
      byte[] written = Arrays.copyOfRange(flash, 0x1000, 0x1000 + data.length);
      assertThat(md5(written)).isEqualTo(md5(data));
      server.awaitState(SimulatedChip.State.FIRMWARE);

      assertThat(device(server.url(), "info")).as(printed).isZero();
      assertThat(printed).contains("ESP32-D0WD-V3 (v3.1)").contains("factory");

      Path copy = folder.resolve("copy.bin");
      String[] words = {"read-flash", "0x1000", "" + data.length, copy.toString()};
      assertThat(device(server.url(), words)).as(printed).isZero();
      assertThat(md5(Files.readAllBytes(copy))).isEqualTo(md5(data));
    }
  }

  @Test
  void firmwareOfAnotherChipIsRefused() throws Exception {
    String firmware = file("other.bin", TestFirmware.whole(ChipModel.esp32c3(), 150_000));
    try (BoardServer server =
        new BoardServer(ChipModel.esp32s3(), FLASH_SIZE, SimulatedBoard.Wiring.BRIDGE, true)) {
      byte[] before = server.board.chip.flash.bytes.clone();
      assertThat(device(server.url(), "flash", "-e", firmware)).isEqualTo(1);
      assertThat(printed).contains("made for ESP32-C3, this board has ESP32-S3");
      assertThat(server.board.chip.flash.bytes).isEqualTo(before);
    }
  }

  @Test
  void drivesABoard() throws Exception {
    ReplBoard board = new ReplBoard(new VirtualClock(), 921600, 500);
    board.start();
    board.open(921600);
    try (PortServer server = new PortServer(board)) {
      String program = file("twice.py", "def twice(x):\n    return 2 * x\n".getBytes("US-ASCII"));
      assertThat(device(server.url(), "cp", "--mpy", program, ":", "+", "ls")).as(printed).isZero();
      assertThat(printed).contains(" twice.mpy\n");
      String use = file("use.py", "import twice\nprint(twice.twice(21))\n".getBytes("US-ASCII"));
      assertThat(device(server.url(), "run", use)).as(printed).isZero();
      assertThat(printed).isEqualTo("42\n");
      assertThat(device(server.url(), "exec", "1/0")).isEqualTo(1);
      assertThat(printed).contains("ZeroDivisionError");
    } finally {
      board.switchOff();
    }
  }
}
