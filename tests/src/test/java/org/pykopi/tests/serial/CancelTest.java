package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.pykopi.serial.flash.FlashFile;
import org.pykopi.serial.flash.Flasher;
import org.pykopi.serial.flash.Options;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.Progress;

/**
 * The user stops the flasher at every moment of its work: it ends soon, and then the board can be
 * flashed without anybody touching it.
 */
final class CancelTest {
  private static final int FLASH_SIZE = 4 << 20;
  private static final int FILE_SIZE = 150_000;
  private static final int ERASE_SIZE = 0x50000;
  private static final int BACKUP_SIZE = 150_000;
  private static final int MOMENTS = 60;

  /** At most one packet or one chunk at the usual speeds, or one reset, is still waited for. */
  private static final long SOON_MILLIS = 1000;

  /** One board with one way of working. */
  private record Case(String name, SimulatedBoard.Wiring wiring, int baud, boolean hasStub) {
    ChipModel model() {
      return ChipModel.named(name);
    }

    SimulatedPort board() {
      return new SimulatedPort(new VirtualClock(), model(), FLASH_SIZE, wiring);
    }

    Flasher flasher(SimulatedPort port) {
      Options options = Options.usual().withBaud(baud);
      return new Flasher(
          port,
          port.clock,
          Log.NONE,
          TestFirmware.stubs(),
          hasStub ? options : options.withoutStub());
    }

    FlashFile file() {
      byte[] data = TestFirmware.whole(model(), FILE_SIZE);
      return new FlashFile("firmware.bin", model().bootOffset, data);
    }

    /** All that takes time. */
    void work(SimulatedPort port, Progress progress) throws DeviceException {
      Flasher flasher = flasher(port);
      flasher.connect(progress);
      flasher.eraseRegion(0, ERASE_SIZE, progress);
      flasher.write(List.of(file()), false, progress);
      flasher.read(0, BACKUP_SIZE, progress);
    }
  }

  @TestFactory
  Stream<DynamicTest> everyMomentIsGood() {
    return Stream.of(
            new Case("ESP8266", SimulatedBoard.Wiring.BRIDGE, 460800, true),
            new Case("ESP32", SimulatedBoard.Wiring.BRIDGE, 921600, true),
            new Case("ESP32", SimulatedBoard.Wiring.BRIDGE, 460800, false),
            new Case("ESP32-C3", SimulatedBoard.Wiring.USB_JTAG, 921600, true))
        .map(one -> DynamicTest.dynamicTest(one.toString(), () -> stopsEverywhere(one)));
  }

  private static void stopsEverywhere(Case one) throws DeviceException {
    SimulatedPort whole = one.board();
    Set<String> steps = new LinkedHashSet<>();
    one.work(
        whole,
        (step, done, total) -> {
          steps.add(step);
          return true;
        });
    assertThat(steps)
        .contains("connect to the boot loader", "erase", "write firmware.bin")
        .contains("verify firmware.bin", "read", "verify the copy");
    assertThat(steps.contains("start the helper")).isEqualTo(one.hasStub);
    for (String step : steps) {
      assertThat(stop(one, step, 0)).isEqualTo(step);
    }
    long length = whole.clock.micros();
    for (int i = 0; i < MOMENTS; i++) {
      // To connect is short and has many steps: half of the moments lie in the first tenth.
      stop(one, "", i % 2 == 0 ? length * i / MOMENTS : length * i / MOMENTS / 10);
    }
  }

  /** Stops in a step, or in any when that is empty, at a moment; returns the step. */
  private static String stop(Case one, String wanted, long micros) throws DeviceException {
    SimulatedPort port = one.board();
    long[] wishedAt = {Long.MAX_VALUE};
    Throwable stopped =
        catchThrowable(
            () ->
                one.work(
                    port,
                    (step, done, total) -> {
                      boolean isThere = step.equals(wanted) || wanted.isEmpty();
                      if (isThere && port.clock.micros() >= micros) {
                        wishedAt[0] = micros > 0 ? micros : port.clock.micros();
                      }
                      return wishedAt[0] == Long.MAX_VALUE;
                    }));
    assertThat(stopped).as("at " + micros).isInstanceOf(CancelledException.class);
    assertThat((port.clock.micros() - wishedAt[0]) / 1000)
        .as("wait after the wish at " + wishedAt[0] + ": " + stopped.getMessage())
        .isLessThan(SOON_MILLIS);
    Flasher next = one.flasher(port);
    next.connect(Progress.NONE);
    next.write(List.of(one.file()), false, Progress.NONE);
    next.reset();
    byte[] flash = port.board.chip.flash.bytes;
    FlashFile file = one.file();
    int from = file.address();
    assertThat(Arrays.copyOfRange(flash, from, from + FILE_SIZE)).isEqualTo(file.data());
    return ((CancelledException) stopped).step();
  }
}
