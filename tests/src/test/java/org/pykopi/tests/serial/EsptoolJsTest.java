package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.Map;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/**
 * A real client judges the simulated chips before they judge our flasher: {@code esptool-js} in
 * Node detects, flashes, verifies and resets each of them over RFC 2217.
 */
@Tag("browser")
final class EsptoolJsTest {
  private static final Path ROOT = Path.of(Files.isDirectory(Path.of("vm")) ? "" : "..");
  private static final Path CLIENT =
      ROOT.toAbsolutePath().resolve("tests/serial/esptool-client.mjs");
  private static final int FLASH_SIZE = 4 << 20;
  private static final int IMAGE_SIZE = 300_001;

  @TempDir Path folder;

  @TestFactory
  Stream<DynamicTest> chips() {
    return ChipModel.all().stream()
        .map(model -> DynamicTest.dynamicTest(model.name, () -> check(model)));
  }

  @TestFactory
  Stream<DynamicTest> ownUsb() {
    return Stream.of("ESP32-S3", "ESP32-C3")
        .map(name -> DynamicTest.dynamicTest(name, () -> checkOwnUsb(ChipModel.named(name))));
  }

  private void check(ChipModel model) throws Exception {
    run(model, SimulatedBoard.Wiring.BRIDGE);
  }

  private void checkOwnUsb(ChipModel model) throws Exception {
    run(model, SimulatedBoard.Wiring.USB_JTAG, "0x1001");
  }

  private void run(ChipModel model, SimulatedBoard.Wiring wiring, String... product)
      throws Exception {
    byte[] image = image(IMAGE_SIZE);
    Path file = folder.resolve(model.name + wiring + ".bin");
    Files.write(file, image);
    try (BoardServer server = new BoardServer(model, FLASH_SIZE, wiring, true)) {
      SimulatedChip chip = server.board.chip;
      Map<String, String> facts = client(server.port(), file, model.bootOffset, product);
      assertThat(facts)
          .containsEntry("chip", model.name)
          .containsEntry("mac", model.expectedMac)
          .containsEntry("stub", "true")
          .containsEntry("size", "4MB")
          .containsEntry("readback", "true")
          .containsEntry("done", "true");
      byte[] sum = LoaderProtocol.md5(image, 0, IMAGE_SIZE);
      assertThat(facts).containsEntry("md5", HexFormat.of().formatHex(sum));
      int from = model.bootOffset;
      assertThat(Arrays.copyOfRange(chip.flash.bytes, from, from + IMAGE_SIZE)).isEqualTo(image);
      server.awaitState(SimulatedChip.State.FIRMWARE);
    }
  }

  /** Half of it random, half of it regular, as firmware is. */
  static byte[] image(int size) {
    byte[] out = new byte[size];
    Random random = new Random(size);
    random.nextBytes(out);
    for (int i = 0; i < size; i++) {
      out[i] = (i >> 10 & 1) == 0 ? out[i] : (byte) (i >> 4);
    }
    out[0] = (byte) 0xE9;
    return out;
  }

  private static Map<String, String> client(int port, Path file, int address, String... product)
      throws Exception {
    ProcessBuilder builder =
        new ProcessBuilder("node", CLIENT.toString(), "" + port, file.toString(), "" + address);
    builder.command().addAll(Arrays.asList(product));
    Path errors = file.resolveSibling("errors.txt");
    builder.redirectError(errors.toFile());
    Process process = builder.start();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    boolean ended = process.waitFor(60, TimeUnit.SECONDS);
    assertThat(ended).as("esptool-js ends").isTrue();
    assertThat(process.exitValue()).as(text + Files.readString(errors)).isZero();
    Map<String, String> facts = new HashMap<>();
    for (String line : text.lines().toList()) {
      int colon = line.indexOf(": ");
      if (colon > 0) {
        facts.put(line.substring(0, colon), line.substring(colon + 2));
      }
    }
    return facts;
  }
}
