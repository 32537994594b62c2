package org.pykopi.serial.chip;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32-C3: one RISC-V core, Wi-Fi and Bluetooth, USB of its own. */
final class Esp32C3 extends BlockOneChip {
  Esp32C3() {
    super("ESP32-C3", 5, 0x60008844, 0x6921506F, 0x1B31506F, 0x4881606F, 0x4361606F);
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.later(0x60002000);
  }

  @Override
  public Watchdogs watchdogs() {
    return new Watchdogs(
        0x60008090, 0x600080A8, Watchdogs.KEY, 0x600080AC, 0x600080B0, 0x8F1D312A, 1 << 31);
  }

  @Override
  public String type(Registers registers) throws DeviceException {
    return pick(
        field(registers, 3, 21, 3),
        "ESP32-C3",
        "ESP32-C3 (QFN32)",
        "ESP8685 (QFN28)",
        "ESP32-C3 AZ (QFN32)",
        "ESP8686 (QFN24)");
  }

  @Override
  public int revision(Registers registers) throws DeviceException {
    int minor = field(registers, 5, 23, 1) << 3 | field(registers, 3, 18, 3);
    return 100 * field(registers, 5, 24, 2) + minor;
  }

  @Override
  public List<String> features(Registers registers) throws DeviceException {
    List<String> out = new ArrayList<>(List.of("Wi-Fi", "Bluetooth 5 LE", "1 core", "160 MHz"));
    int flash = field(registers, 3, 27, 3);
    if (flash > 0) {
      out.add(pick(flash, "", null, "4 MB ", "2 MB ", "1 MB ", "8 MB ") + "flash inside");
    }
    return out;
  }
}
