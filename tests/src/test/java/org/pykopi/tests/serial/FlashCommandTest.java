package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The verbs of the command {@code device} that read and write flash memory, over TCP. */
final class FlashCommandTest {
  private static final int FLASH_SIZE = 4 << 20;

  @TempDir private Path folder;
  private final DeviceShell shell = new DeviceShell(null);

  private static BoardServer board(ChipModel model) throws IOException {
    return new BoardServer(model, FLASH_SIZE, SimulatedBoard.Wiring.BRIDGE, true);
  }

  private int device(BoardServer server, String... words) {
    return shell.run(server.url(), words);
  }

  private Path file(String name, byte[] data) throws IOException {
    return Files.write(folder.resolve(name), data);
  }

  @Test
  void flashesShowsCopiesVerifiesAndErases() throws Exception {
    ChipModel model = ChipModel.esp32();
    byte[] data = TestFirmware.whole(model, 150_000);
    Path firmware = file("firmware.bin", data);
    try (BoardServer server = board(model)) {
      byte[] flash = server.board.chip.flash.bytes;
      assertThat(device(server, "flash", "-e", firmware.toString())).as(shell.err).isZero();
      assertThat(shell.out).contains("Wrote and verified 150000 bytes at 0x00001000");
      assertThat(Arrays.copyOfRange(flash, 0x1000, 0x1000 + data.length)).isEqualTo(data);
      server.awaitState(SimulatedChip.State.FIRMWARE);

      assertThat(device(server, "info")).as(shell.err).isZero();
      assertThat(shell.out)
          .contains("ESP32-D0WD-V3 (v3.1)")
          .contains("24:0a:c4:12:34:56")
          .contains("Flash:      4 MB (id 1640ef)")
          .contains("Crystal:    40 MHz")
          .contains("factory");

      Path copy = folder.resolve("copy.bin");
      assertThat(device(server, "read-flash", "0x1000", "0x2001", copy.toString())).isZero();
      assertThat(Files.readAllBytes(copy)).isEqualTo(Arrays.copyOf(data, 0x2001));

      assertThat(device(server, "verify-flash", "0x1000", firmware.toString())).isZero();
      assertThat(device(server, "erase", "0x10000", "4k")).isZero();
      assertThat(flash[0x10000]).isEqualTo((byte) 0xFF);
      assertThat(device(server, "verify-flash", firmware.toString())).isEqualTo(1);
      assertThat(shell.err).contains("holds something else");
    }
  }

  @Test
  void partsOfTheDescriptionHaveVerbsOfTheirOwn() throws Exception {
    try (BoardServer server = board(ChipModel.esp32())) {
      assertThat(device(server, "chip_id")).as(shell.err).isZero();
      assertThat(shell.out).startsWith("Chip:       ESP32-D0WD-V3 (v3.1)\nFeatures: ");
      assertThat(device(server, "read-mac")).isZero();
      assertThat(shell.out).isEqualTo("MAC:        24:0a:c4:12:34:56\n");
      assertThat(device(server, "flash_id")).isZero();
      assertThat(shell.out).isEqualTo("Manufacturer: ef\nDevice: 4016\nDetected flash size: 4MB\n");
    }
  }

  @Test
  void firmwareFilesAreDescribedWithoutABoard() throws Exception {
    byte[] data = TestFirmware.whole(ChipModel.esp32(), 150_000);
    String good = file("good.bin", data).toString();
    assertThat(shell.run("none", "image_info", good)).as(shell.err).isZero();
    assertThat(shell.out)
        .startsWith("File:       150000 bytes\nMade for:   ESP32\n")
        .contains("Flash size: 4096 KB")
        .contains("SHA-256:    right")
        .contains("Belongs at: 0x00001000")
        .contains("Partition:  factory          factory   0x00010000   1572864 bytes");
    data[1000] ^= 1;
    String damaged = file("damaged.bin", data).toString();
    assertThat(shell.run("none", "image-info", damaged)).isEqualTo(1);
    assertThat(shell.err).contains("its checksum is wrong");
    assertThat(shell.run("none", "image-info", "/no/such")).isEqualTo(1);
    String small = file("small.bin", TestFirmware.whole(ChipModel.esp8266(), 9_000)).toString();
    assertThat(shell.run("none", "--chip", "esp8266", "image-info", small)).isZero();
    assertThat(shell.out).contains("Made for:   ESP8266").contains("Belongs at: 0x00000000");
  }

  /** As tutorials have it for esptool. */
  @Test
  void wordsOfEsptoolAreUnderstood() throws Exception {
    ChipModel model = ChipModel.esp32();
    byte[] data = TestFirmware.whole(model, 70_000);
    String firmware = file("firmware.bin", data).toString();
    try (BoardServer server = board(model)) {
      String[] usual = {"--chip", "esp32", "--baud", "460800", "write_flash", "-z", "0x1000"};
      String[] words = Arrays.copyOf(usual, usual.length + 1);
      words[usual.length] = firmware;
      assertThat(device(server, words)).as(shell.err).isZero();
      assertThat(shell.out).contains("at 460800 baud");
      assertThat(device(server, "--before", "default_reset", "verify_flash", "0x1000", firmware))
          .as(shell.err)
          .isZero();
      words[1] = "esp32c3";
      Arrays.fill(server.board.chip.flash.bytes, (byte) 7);
      assertThat(device(server, words)).isEqualTo(1);
      assertThat(shell.err).contains("this board has ESP32, not ESP32-C3");
      assertThat(server.board.chip.flash.bytes).containsOnly(7);
    }
  }

  @Test
  void wrongFileIsRefusedBeforeAnythingIsErased() throws Exception {
    Path firmware = file("other.bin", TestFirmware.whole(ChipModel.esp32c3(), 150_000));
    try (BoardServer server = board(ChipModel.esp32s3())) {
      byte[] flash = server.board.chip.flash.bytes;
      Arrays.fill(flash, (byte) 7);
      assertThat(device(server, "flash", "-e", firmware.toString())).isEqualTo(1);
      assertThat(shell.err).contains("made for ESP32-C3, this board has ESP32-S3");
      assertThat(flash).containsOnly(7);
    }
  }

  @Test
  void commandLinesThatMakeNoSenseTouchNothing() throws Exception {
    try (BoardServer server = board(ChipModel.esp32s3())) {
      assertThat(device(server, "flash", "/no/such/file")).isEqualTo(1);
      assertThat(shell.err).contains("can not read /no/such/file");
      assertThat(device(server, "flash")).isEqualTo(1);
      assertThat(device(server, "erase", "12")).isEqualTo(1);
      assertThat(device(server, "erase", "x", "4k")).isEqualTo(1);
      assertThat(shell.err).contains("is no address");
      assertThat(device(server, "info", "--color")).isEqualTo(1);
      assertThat(device(server, "info", "--before=X9")).isEqualTo(1);
      assertThat(device(server, "info", "--after=nothing")).isEqualTo(1);
      assertThat(shell.err).contains("--after takes hard-reset or no-reset");
      assertThat(device(server, "read_flash", "/no/such/copy.bin")).isEqualTo(1);
      assertThat(shell.err)
          .isEqualTo("pykopi device: read_flash: can not write /no/such/copy.bin\n");
      assertThat(server.board.chip.state()).isEqualTo(SimulatedChip.State.FIRMWARE);
    }
  }

  private static boolean isWorking(BoardServer server) {
    return server.board.chip.flash.bytes[0] == (byte) 0xE9;
  }

  /** As when the cable of a board behind a server is pulled. */
  @Test
  void connectionThatEndsInTheMiddleIsOneClearError() throws Exception {
    ChipModel model = ChipModel.esp32c3();
    Path firmware = file("firmware.bin", TestFirmware.whole(model, 150_000));
    BoardServer server = board(model);
    Thread cut =
        new Thread(
            () -> {
              try {
                for (int i = 0; i < 20_000 && !isWorking(server); i++) {
                  Thread.sleep(1);
                }
                server.close();
              } catch (InterruptedException | IOException e) {
                Thread.currentThread().interrupt();
              }
            });
    cut.start();
    long start = System.nanoTime();
    assertThat(device(server, "flash", firmware.toString())).isEqualTo(1);
    cut.join();
    assertThat((System.nanoTime() - start) / 1e9).isLessThan(30);
    assertThat(shell.err.lines().filter(line -> line.startsWith("pykopi device: "))).hasSize(1);
    assertThat(shell.err).contains("does not answer");
  }

  /** A plain socket has no control lines: the user has started the loader. */
  @Test
  void plainSocketWorksWithLoaderThatRuns() throws Exception {
    ChipModel model = ChipModel.esp32c6();
    Path firmware = file("firmware.bin", TestFirmware.whole(model, 120_000));
    try (BoardServer server =
        new BoardServer(model, FLASH_SIZE, SimulatedBoard.Wiring.BRIDGE, false)) {
      server.board.chip.reset(true, 0);
      assertThat(device(server, "flash", firmware.toString())).as(shell.err).isZero();
      server.awaitState(SimulatedChip.State.FIRMWARE);
      assertThat(device(server, "info")).isEqualTo(1);
      assertThat(shell.err).contains("Hold BOOT");
    }
  }
}
