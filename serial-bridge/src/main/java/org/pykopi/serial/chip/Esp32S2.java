package org.pykopi.serial.chip;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32-S2: one Xtensa core, Wi-Fi, USB of its own that shows a new device after each reset. */
final class Esp32S2 extends BlockOneChip {
  Esp32S2() {
    super("ESP32-S2", 2, 0x3F41A044, 0x000007C6);
  }

  @Override
  public int bootOffset() {
    return 0x1000;
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.later(0x3F402000);
  }

  @Override
  public Watchdogs watchdogs() {
    return new Watchdogs(0x3F408094, 0x3F4080AC, Watchdogs.KEY, 0, 0, 0, 0);
  }

  @Override
  public int otgProduct() {
    return 2;
  }

  @Override
  public String type(Registers registers) throws DeviceException {
    int flash = field(registers, 3, 21, 4);
    int memory = field(registers, 3, 28, 4);
    if (memory == 0) {
      return pick(flash, "ESP32-S2", "ESP32-S2", "ESP32-S2FH2", "ESP32-S2FH4");
    }
    return memory == 1 ? pick(flash, "ESP32-S2", "ESP32-S2R2", null, "ESP32-S2FNR2") : "ESP32-S2";
  }

  @Override
  public int revision(Registers registers) throws DeviceException {
    int minor = field(registers, 3, 20, 1) << 3 | field(registers, 4, 4, 3);
    return 100 * field(registers, 3, 18, 2) + minor;
  }

  @Override
  public List<String> features(Registers registers) throws DeviceException {
    List<String> out = new ArrayList<>(List.of("Wi-Fi", "1 core", "240 MHz"));
    int flash = field(registers, 3, 21, 4);
    if (flash > 0) {
      out.add(pick(flash, "flash inside", null, "2 MB flash inside", "4 MB flash inside"));
    }
    int memory = field(registers, 3, 28, 4);
    if (memory > 0) {
      out.add(pick(memory, "PSRAM inside", null, "2 MB PSRAM inside", "4 MB PSRAM inside"));
    }
    return out;
  }
}
