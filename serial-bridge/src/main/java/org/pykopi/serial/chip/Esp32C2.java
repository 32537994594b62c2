package org.pykopi.serial.chip;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32-C2 (ESP8684): one RISC-V core, Wi-Fi and Bluetooth, often with a crystal of 26 MHz. */
final class Esp32C2 extends BlockOneChip {
  private static final int UART_DIVIDER = 0x60000014;

  Esp32C2() {
    super("ESP32-C2", 12, 0x60008840, 0x6F51306F, 0x7C41A06F, 0x0C21E06F);
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.later(0x60002000);
  }

  @Override
  public int[][] flashSpeeds() {
    return new int[][] {{60, 15}, {30, 0}, {20, 1}, {15, 2}};
  }

  @Override
  public String type(Registers registers) throws DeviceException {
    return pick(field(registers, 1, 22, 3), "ESP32-C2", "ESP32-C2", "ESP8684H");
  }

  @Override
  public int revision(Registers registers) throws DeviceException {
    return 100 * field(registers, 1, 20, 2) + field(registers, 1, 16, 4);
  }

  @Override
  public List<String> features(Registers registers) throws DeviceException {
    List<String> out = new ArrayList<>(List.of("Wi-Fi", "Bluetooth 5 LE", "1 core", "120 MHz"));
    int flash = field(registers, 7, 29, 3);
    if (flash > 0) {
      out.add(pick(flash, "", null, "4 MB ", "2 MB ", "1 MB ") + "flash inside");
    }
    return out;
  }

  @Override
  public int crystal(Registers registers) throws DeviceException {
    return crystalFromDivider(registers, UART_DIVIDER, 1);
  }

  /** The ROM takes its crystal for one of 40 MHz. */
  @Override
  public int romBaud(Registers registers, int baud) throws DeviceException {
    return crystal(registers) == 26 ? (int) (baud * 40L / 26) : baud;
  }
}
