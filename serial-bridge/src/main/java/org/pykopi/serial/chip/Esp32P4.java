package org.pykopi.serial.chip;

import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32-P4: two fast RISC-V cores, no radio. */
final class Esp32P4 extends BlockOneChip {
  Esp32P4() {
    super("ESP32-P4", 18, 0x5012D044, 0x00000000, 0x0ADDBAD0, 0x07039AD9);
  }

  @Override
  public int bootOffset() {
    return 0x2000;
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.later(0x5008D000);
  }

  @Override
  public Watchdogs watchdogs() {
    return new Watchdogs(
        0x50116000, 0x50116018, Watchdogs.KEY, 0x5011601C, 0x50116020, Watchdogs.KEY, 1 << 18);
  }

  @Override
  public int otgProduct() {
    return 18;
  }

  @Override
  public String stubName(Registers registers) throws DeviceException {
    return revision(registers) < 300 ? "esp32p4-rev1" : "esp32p4";
  }

  @Override
  public String type(Registers registers) {
    return "ESP32-P4";
  }

  @Override
  public int revision(Registers registers) throws DeviceException {
    int major = field(registers, 2, 23, 1) << 2 | field(registers, 2, 4, 2);
    return 100 * major + field(registers, 2, 0, 4);
  }

  @Override
  public List<String> features(Registers registers) {
    return List.of("2 cores + 1 low-power", "400 MHz");
  }
}
