package org.pykopi.serial.chip;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32-C6: one RISC-V core, Wi-Fi 6, Bluetooth and 802.15.4, USB of its own. */
final class Esp32C6 extends BlockOneChip {
  Esp32C6() {
    super("ESP32-C6", 13, 0x600B0844, 0x2CE0806F);
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.later(0x60003000);
  }

  @Override
  public Watchdogs watchdogs() {
    return new Watchdogs(
        0x600B1C00, 0x600B1C18, Watchdogs.KEY, 0x600B1C1C, 0x600B1C20, Watchdogs.KEY, 1 << 18);
  }

  /** The code for 40 MHz gives 80 MHz too: the ROM divides the clock wrongly otherwise. */
  @Override
  public int[][] flashSpeeds() {
    return new int[][] {{80, 0}, {40, 0}, {20, 2}};
  }

  @Override
  public String type(Registers registers) throws DeviceException {
    int packaging = field(registers, 3, 24, 3);
    if (packaging == 1) {
      return pick(field(registers, 4, 0, 3), "ESP32-C6", null, "ESP32-C6FH4", "ESP32-C6FH8");
    }
    return packaging == 0 ? "ESP32-C6 (QFN40)" : "ESP32-C6";
  }

  @Override
  public int revision(Registers registers) throws DeviceException {
    return 100 * field(registers, 3, 22, 2) + field(registers, 3, 18, 4);
  }

  @Override
  public List<String> features(Registers registers) throws DeviceException {
    List<String> out =
        new ArrayList<>(
            List.of("Wi-Fi 6", "Bluetooth 5 LE", "802.15.4", "1 core + 1 low-power", "160 MHz"));
    int flash = field(registers, 4, 0, 3);
    if (flash > 0) {
      out.add(pick(flash, "", null, "4 MB ", "8 MB ") + "flash inside");
    }
    return out;
  }
}
