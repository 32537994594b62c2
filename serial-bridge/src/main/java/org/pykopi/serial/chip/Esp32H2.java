package org.pykopi.serial.chip;

import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32-H2: one RISC-V core, Bluetooth and 802.15.4, no Wi-Fi. */
final class Esp32H2 extends BlockOneChip {
  Esp32H2() {
    super("ESP32-H2", 16, 0x600B0844, 0xD7B73E80, 0x97E30068);
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.later(0x60003000);
  }

  @Override
  public Watchdogs watchdogs() {
    return new Watchdogs(
        0x600B1C00, 0x600B1C1C, Watchdogs.KEY, 0x600B1C20, 0x600B1C24, Watchdogs.KEY, 1 << 18);
  }

  @Override
  public int[][] flashSpeeds() {
    return new int[][] {{48, 15}, {24, 0}, {16, 1}, {12, 2}};
  }

  @Override
  public String type(Registers registers) {
    return "ESP32-H2";
  }

  @Override
  public int revision(Registers registers) throws DeviceException {
    return 100 * field(registers, 3, 21, 2) + field(registers, 3, 18, 3);
  }

  @Override
  public List<String> features(Registers registers) {
    return List.of("Bluetooth 5 LE", "802.15.4", "1 core", "96 MHz");
  }

  @Override
  public int crystal(Registers registers) {
    return 32;
  }
}
