package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.pykopi.serial.flash.BoardInfo;
import org.pykopi.serial.flash.FlashFile;
import org.pykopi.serial.flash.Flasher;
import org.pykopi.serial.flash.Options;
import org.pykopi.serial.flash.Stub;
import org.pykopi.serial.image.PartitionTable;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.Progress;

/** The flasher at work on simulated chips that esptool-js has accepted. */
final class FlasherTest {
  private static final int FLASH_SIZE = 4 << 20;
  private static final int MEGABYTE = 1 << 20;

  private static SimulatedPort board(ChipModel model, SimulatedBoard.Wiring wiring) {
    return new SimulatedPort(new VirtualClock(), model, FLASH_SIZE, wiring);
  }

  private static SimulatedPort board(ChipModel model) {
    return board(model, SimulatedBoard.Wiring.BRIDGE);
  }

  private static Flasher flasher(SimulatedPort port, Options options) {
    return new Flasher(port, port.clock, Log.NONE, TestFirmware.stubs(), options);
  }

  private static List<FlashFile> firmware(ChipModel model, int size) {
    byte[] data = TestFirmware.whole(model, size);
    return List.of(new FlashFile("firmware.bin", model.bootOffset, data));
  }

  private static void assertHolds(SimulatedPort port, FlashFile file) {
    byte[] flash = port.board.chip.flash.bytes;
    int from = file.address();
    assertThat(Arrays.copyOfRange(flash, from, from + file.data().length)).isEqualTo(file.data());
  }

  private static Stream<DynamicTest> each(Check check) {
    return ChipModel.all().stream()
        .map(model -> DynamicTest.dynamicTest(model.name, () -> check.run(model)));
  }

  private interface Check {
    void run(ChipModel model) throws DeviceException;
  }

  @TestFactory
  Stream<DynamicTest> identifies() {
    return each(
        model -> {
          BoardInfo info = flasher(board(model), Options.usual()).connect(Progress.NONE);
          assertThat(info.chip().name).isEqualTo(model.name);
          assertThat(info.mac()).isEqualTo(model.expectedMac);
          assertThat(info.type()).isEqualTo(model.expectedType);
          assertThat(info.revision()).isEqualTo(model.expectedRevision);
          assertThat(info.flashSize()).isEqualTo(FLASH_SIZE);
          assertThat(info.flashText()).isEqualTo("4 MB");
          int crystal = model.crystalTimesFactor == 52 ? 26 : model.crystalTimesFactor;
          assertThat(info.crystal()).isEqualTo(model.name.equals("ESP32-H2") ? 32 : crystal);
          assertThat(info.features()).isNotEmpty();
        });
  }

  /** 1 MiB with the stub at 921,600 baud: right, and at least 90 % of what the line allows. */
  @TestFactory
  Stream<DynamicTest> writesMegabyteAtLineRate() {
    return each(
        model -> {
          SimulatedPort port = board(model);
          Flasher flasher = flasher(port, Options.usual());
          flasher.connect(Progress.NONE);
          assertThat(flasher.baud()).isEqualTo(921600);
          List<FlashFile> files = firmware(model, MEGABYTE);
          List<Long> times = new ArrayList<>();
          flasher.write(
              files,
              false,
              (step, done, total) -> {
                if (step.startsWith("write")) {
                  times.add(port.clock.micros());
                }
                return true;
              });
          double seconds = (times.get(times.size() - 1) - times.get(0)) / 1e6;
          double size = PageBoard.compressedSize(files.get(0).data());
          assertThat(size / seconds).isGreaterThan(0.9 * 92160);
          assertHolds(port, files.get(0));
          flasher.reset();
          assertRuns(port);
        });
  }

  private static void assertRuns(SimulatedPort port) throws DeviceException {
    if (port.board.wiring != SimulatedBoard.Wiring.BRIDGE) {
      port.read(new byte[1], 0, 1, 1000);
      assertThat(port.board.chip.state()).isEqualTo(SimulatedChip.State.FIRMWARE);
      return;
    }
    byte[] heard = new byte[4096];
    int count = 0;
    for (int i = 0; i < 20; i++) {
      count += port.read(heard, count, heard.length - count, 10);
    }
    assertThat(port.board.chip.state()).isEqualTo(SimulatedChip.State.FIRMWARE);
    assertThat(new String(heard, 0, count, java.nio.charset.StandardCharsets.ISO_8859_1))
        .endsWith("hello from the firmware\r\n");
  }

  /** Empty sectors before the file may be erased with it; others are left alone. */
  @Test
  void whatStandsBeforeTheFileStays() throws DeviceException {
    for (ChipModel model : List.of(ChipModel.esp32(), ChipModel.named("ESP32-P4"))) {
      SimulatedPort port = board(model);
      byte[] flash = port.board.chip.flash.bytes;
      flash[model.bootOffset - 1] = 7;
      Flasher flasher = flasher(port, Options.usual());
      flasher.connect(Progress.NONE);
      flasher.write(firmware(model, 200_000), false, Progress.NONE);
      assertHolds(port, firmware(model, 200_000).get(0));
      assertThat(flash[model.bootOffset - 1]).isEqualTo((byte) 7);
    }
  }

  /** The ROM alone, with its own errors of erasing and of speed. */
  @TestFactory
  Stream<DynamicTest> writesWithTheRomAlone() {
    return each(
        model -> {
          SimulatedPort port = board(model);
          Arrays.fill(port.board.chip.flash.bytes, (byte) 0x55);
          Flasher flasher = flasher(port, Options.usual().withoutStub());
          flasher.connect(Progress.NONE);
          assertThat(flasher.isStubRunning()).isFalse();
          assertThat(flasher.baud()).isEqualTo(model.romHasDeflate ? 921600 : 115200);
          int size = model.romHasDeflate ? 300_000 : 33_000;
          List<FlashFile> files = firmware(model, size);
          flasher.write(files, false, Progress.NONE);
          assertHolds(port, files.get(0));
          assertThat(port.board.chip.flash.bytes[model.bootOffset + 400_000])
              .isEqualTo((byte) 0x55);
          assertThat(flasher.read(model.bootOffset, 5000, Progress.NONE))
              .isEqualTo(Arrays.copyOf(files.get(0).data(), 5000));
          flasher.reset();
          assertRuns(port);
        });
  }

  @TestFactory
  Stream<DynamicTest> erasesAndReadsBack() {
    return each(
        model -> {
          SimulatedPort port = board(model);
          byte[] flash = port.board.chip.flash.bytes;
          byte[] old = EsptoolJsTest.image(FLASH_SIZE);
          System.arraycopy(old, 0, flash, 0, FLASH_SIZE);
          Flasher flasher = flasher(port, Options.usual());
          flasher.connect(Progress.NONE);
          assertThat(flasher.read(0x12345, 200_001, Progress.NONE))
              .isEqualTo(Arrays.copyOfRange(old, 0x12345, 0x12345 + 200_001));
          flasher.eraseRegion(0x20000, 0x13000, Progress.NONE);
          Arrays.fill(old, 0x20000, 0x33000, (byte) 0xFF);
          assertThat(flash).isEqualTo(old);
          flasher.eraseAll(Progress.NONE);
          Arrays.fill(old, (byte) 0xFF);
          assertThat(flash).isEqualTo(old);
        });
  }

  @Test
  void ownUsbNeedsItsOwnSequences() throws DeviceException {
    for (String name : List.of("ESP32-S3", "ESP32-C3", "ESP32-C6", "ESP32-H2", "ESP32-C5")) {
      SimulatedPort port = board(ChipModel.named(name), SimulatedBoard.Wiring.USB_JTAG);
      Flasher flasher = flasher(port, Options.usual());
      flasher.connect(Progress.NONE);
      List<FlashFile> files = firmware(ChipModel.named(name), 200_000);
      flasher.write(files, false, Progress.NONE);
      assertHolds(port, files.get(0));
      flasher.reset();
      assertRuns(port);
    }
  }

  /** USB-OTG: the user holds BOOT, the port goes away with each reset, a watchdog restarts. */
  @Test
  void portThatGoesAwayIsFollowed() throws DeviceException {
    SimulatedPort port = board(ChipModel.esp32s2(), SimulatedBoard.Wiring.USB_OTG);
    port.board.isBootHeld = true;
    Flasher flasher = flasher(port, Options.usual());
    flasher.connect(Progress.NONE);
    List<FlashFile> files = firmware(ChipModel.esp32s2(), 200_000);
    flasher.write(files, false, Progress.NONE);
    assertHolds(port, files.get(0));
    port.board.isBootHeld = false;
    flasher.reset();
    port.clock.sleep(1000);
    port.open(115200);
    assertRuns(port);
  }

  @Test
  void slowCapacitorAndSlowAdapterAreFollowed() throws DeviceException {
    SimulatedPort slow = board(ChipModel.esp32());
    slow.board.riseMicros = 300_000;
    flasher(slow, Options.usual()).connect(Progress.NONE);

    SimulatedPort limited = board(ChipModel.esp32c3());
    limited.fastest = 300_000;
    Flasher flasher = flasher(limited, Options.usual());
    flasher.connect(Progress.NONE);
    assertThat(flasher.baud()).isEqualTo(230400);
    List<FlashFile> files = firmware(ChipModel.esp32c3(), 100_000);
    flasher.write(files, false, Progress.NONE);
    assertHolds(limited, files.get(0));
  }

  @Test
  void partitionsAreShown() throws DeviceException {
    SimulatedPort port = board(ChipModel.esp32s3());
    Flasher flasher = flasher(port, Options.usual());
    flasher.connect(Progress.NONE);
    assertThat(flasher.partitions()).isEmpty();
    flasher.write(firmware(ChipModel.esp32s3(), 200_000), false, Progress.NONE);
    assertThat(flasher.partitions())
        .extracting(PartitionTable.Partition::label, PartitionTable.Partition::kind)
        .containsExactly(
            org.assertj.core.groups.Tuple.tuple("nvs", "nvs"),
            org.assertj.core.groups.Tuple.tuple("phy_init", "phy"),
            org.assertj.core.groups.Tuple.tuple("factory", "factory"));
  }

  @Test
  void wrongFilesChangeNothing() throws DeviceException {
    SimulatedPort port = board(ChipModel.esp32());
    byte[] before = port.board.chip.flash.bytes.clone();
    Flasher flasher = flasher(port, Options.usual());
    flasher.connect(Progress.NONE);
    byte[] good = TestFirmware.whole(ChipModel.esp32(), 200_000);
    byte[] damaged = good.clone();
    damaged[1000] ^= 1;
    byte[] large = TestFirmware.image(0, 30_000, 0x40);
    assertRefused(flasher, TestFirmware.whole(ChipModel.esp32c3(), 200_000), 0x1000, "ESP32-C3");
    assertRefused(flasher, TestFirmware.whole(ChipModel.esp8266(), 200_000), 0x1000, "ESP8266");
    assertRefused(flasher, good, 0x2000, "belongs at 0x00001000");
    assertRefused(flasher, good, 0x1001, "multiples of 0x1000");
    assertRefused(flasher, damaged, 0x1000, "checksum");
    assertRefused(flasher, Arrays.copyOf(good, 15_000), 0x1000, "ends in the middle");
    assertRefused(flasher, large, 0x1000, "16384 KiB");
    assertRefused(flasher, new byte[5000], 0x1000, "first byte e9");
    assertRefused(flasher, new byte[5000], 0x3FF000, "do not fit");
    assertRefused(flasher, new byte[0], 0x10000, "empty");
    assertThatThrownBy(
            () ->
                flasher.write(
                    List.of(
                        new FlashFile("a", 0x20000, new byte[5000]),
                        new FlashFile("b", 0x21000, new byte[10])),
                    false,
                    Progress.NONE))
        .hasMessageContaining("same sectors");
    assertThat(port.board.chip.flash.bytes).isEqualTo(before);
  }

  private static void assertRefused(Flasher flasher, byte[] data, int address, String text) {
    assertThatThrownBy(
            () -> flasher.write(List.of(new FlashFile("f", address, data)), false, Progress.NONE))
        .isInstanceOf(DeviceException.class)
        .hasMessageContaining(text);
  }

  @Test
  void memorySizeIsPatchedAndTheHashRenewed() throws DeviceException {
    SimulatedPort port = board(ChipModel.esp32());
    Flasher flasher = flasher(port, Options.usual());
    flasher.connect(Progress.NONE);
    byte[] patched = flasher.withFlashSize(TestFirmware.image(0, 30_000, 0x4F));
    assertThat(patched[3]).isEqualTo((byte) 0x2F);
    flasher.write(List.of(new FlashFile("f", 0x1000, patched)), false, Progress.NONE);
  }

  /** Every answer of the end is lost once: that asks again, and never writes everything again. */
  @Test
  void lostAnswersAtTheEndCostNoSecondWriting() throws DeviceException {
    List<FlashFile> files = firmware(ChipModel.esp32s3(), 300_000);
    SimulatedPort usual = board(ChipModel.esp32s3());
    Flasher flasher = flasher(usual, Options.usual());
    flasher.connect(Progress.NONE);
    flasher.write(files, false, Progress.NONE);
    for (int fromEnd = 1; fromEnd <= 4; fromEnd++) {
      SimulatedPort port = board(ChipModel.esp32s3());
      port.faults.answers.put(usual.answerCount() - fromEnd, -1L);
      Flasher again = flasher(port, Options.usual());
      again.connect(Progress.NONE);
      again.write(files, false, Progress.NONE);
      assertHolds(port, files.get(0));
      assertThat(port.answerCount()).as("the fault happened").isGreaterThan(usual.answerCount());
      assertThat(port.sentBytes()).isLessThan(usual.sentBytes() * 5 / 4);
    }
  }

  @Test
  void brokenHelperLeavesTheWorkToTheRom() throws DeviceException {
    for (String text : List.of("", "{\"text\": \"%%\"}", "{\"text\": \"AAAA\", \"entry\": 0}")) {
      SimulatedPort port = board(ChipModel.esp32());
      Flasher flasher = new Flasher(port, port.clock, Log.NONE, name -> text, Options.usual());
      flasher.connect(Progress.NONE);
      assertThat(flasher.isStubRunning()).isFalse();
    }
  }

  @Test
  void silenceEndsWithAdvice() {
    SimulatedPort port = board(ChipModel.esp32());
    Flasher flasher = flasher(port, new Options(115200, true, true, null));
    assertThatThrownBy(() -> flasher.connect(Progress.NONE)).hasMessageContaining("Hold BOOT");
    assertThat(port.clock.millis()).isLessThan(30_000);
    Flasher withoutStubs =
        new Flasher(port, port.clock, Log.NONE, Stub.Source.NONE, Options.usual());
    assertThatCode(() -> withoutStubs.connect(Progress.NONE)).doesNotThrowAnyException();
    assertThat(withoutStubs.isStubRunning()).isFalse();
  }
}
