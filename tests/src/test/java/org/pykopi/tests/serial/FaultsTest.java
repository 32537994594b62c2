package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykopi.serial.flash.FlashFile;
import org.pykopi.serial.flash.Flasher;
import org.pykopi.serial.flash.Options;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.Progress;

/**
 * A thousand flashings in which something breaks. Each ends in time: with the right contents, or,
 * when the cable was pulled, with one error that says what to do; and the board can be flashed
 * afterwards.
 */
final class FaultsTest {
  private static final int RUNS = Integer.getInteger("serial.faults", 1000);
  private static final int FLASH_SIZE = 4 << 20;
  private static final int FILE_SIZE = 100_000;
  private static final int USUAL_BYTES = 95_000;
  private static final int USUAL_ANSWERS = 120;
  private static final long DEADLINE_MILLIS = 300_000;

  private final List<ChipModel> models = ChipModel.all();
  private final List<byte[]> files =
      models.stream().map(model -> TestFirmware.whole(model, FILE_SIZE)).toList();
  private final List<String> wrong = new ArrayList<>();
  private int succeeded;
  private int failed;

  @Test
  void everyRunEndsWellOrInOneClearError() {
    for (int seed = 0; seed < RUNS; seed++) {
      run(seed);
    }
    assertThat(wrong).isEmpty();
    assertThat(succeeded + failed).isEqualTo(RUNS);
    assertThat(succeeded).isGreaterThan(RUNS * 9 / 10);
  }

  private void run(int seed) {
    int number = seed % models.size();
    ChipModel model = models.get(number);
    SimulatedBoard.Wiring wiring =
        model.id > 2 && seed % 3 == 1
            ? SimulatedBoard.Wiring.USB_JTAG
            : SimulatedBoard.Wiring.BRIDGE;
    SimulatedPort port = new SimulatedPort(new VirtualClock(), model, FLASH_SIZE, wiring);
    Arrays.fill(port.board.chip.flash.bytes, 0, 4 * FILE_SIZE, (byte) seed);
    port.faults = Faults.seeded(seed, USUAL_BYTES, USUAL_ANSWERS);
    String story = "seed " + seed + " " + model + " " + wiring + ":" + port.faults;
    FlashFile file = new FlashFile("firmware.bin", model.bootOffset, files.get(number));
    try {
      flash(port, file);
      succeeded++;
      if (!holds(port, file)) {
        wrong.add(story + ": success with wrong contents");
      }
    } catch (DeviceException e) {
      failed++;
      if (e.getMessage().length() < 20 || e.advice().isEmpty()) {
        wrong.add(story + ": unclear error: " + e.getMessage());
      }
      if (port.isPlugged()) {
        wrong.add(story + ": gave up: " + e.getMessage());
      }
    }
    if (port.clock.millis() > DEADLINE_MILLIS) {
      wrong.add(story + ": took " + port.clock.millis() + " ms");
    }
    checkRecovers(port, file, story);
  }

  private void checkRecovers(SimulatedPort port, FlashFile file, String story) {
    port.faults = Faults.none();
    port.replug();
    try {
      flash(port, file);
      if (!holds(port, file)) {
        wrong.add(story + ": wrong contents after recovery");
      }
    } catch (DeviceException e) {
      wrong.add(story + ": not recovered: " + e.getMessage());
    }
  }

  private static void flash(SimulatedPort port, FlashFile file) throws DeviceException {
    Flasher flasher =
        new Flasher(port, port.clock, Log.NONE, TestFirmware.stubs(), Options.usual());
    flasher.connect(Progress.NONE);
    flasher.write(List.of(file), false, Progress.NONE);
    flasher.reset();
  }

  private static boolean holds(SimulatedPort port, FlashFile file) {
    byte[] flash = port.board.chip.flash.bytes;
    int from = file.address();
    return Arrays.equals(
        flash, from, from + file.data().length, file.data(), 0, file.data().length);
  }
}
