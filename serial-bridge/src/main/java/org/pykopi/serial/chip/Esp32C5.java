package org.pykopi.serial.chip;

import java.util.List;
import org.pykopi.serial.port.DeviceException;

/** ESP32-C5: one RISC-V core, Wi-Fi 6 in both bands, Bluetooth and 802.15.4. */
final class Esp32C5 extends BlockOneChip {
  private static final int UART_DIVIDER = 0x60000014;
  private static final int SYSTEM_CLOCK = 0x60096110;

  Esp32C5() {
    super("ESP32-C5", 23, 0x600B4844, 0x1101406F, 0x63E1406F, 0x5FD1406F);
  }

  @Override
  public int bootOffset() {
    return 0x2000;
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

  @Override
  public int[][] flashSpeeds() {
    return new int[][] {{80, 15}, {40, 0}, {20, 2}};
  }

  @Override
  public String type(Registers registers) {
    return "ESP32-C5";
  }

  @Override
  public int revision(Registers registers) throws DeviceException {
    return 100 * field(registers, 2, 4, 2) + field(registers, 2, 0, 4);
  }

  @Override
  public List<String> features(Registers registers) {
    return List.of(
        "Wi-Fi 6 in two bands", "Bluetooth 5 LE", "802.15.4", "1 core + 1 low-power", "240 MHz");
  }

  @Override
  public int crystal(Registers registers) throws DeviceException {
    return crystalFromDivider(registers, UART_DIVIDER, 1);
  }

  /** The ROM may expect 40 MHz where the board has 48, or the other way round. */
  @Override
  public int romBaud(Registers registers, int baud) throws DeviceException {
    int expected = registers.bits(SYSTEM_CLOCK, 24, 7);
    int actual = crystal(registers);
    boolean differ = expected == 40 && actual == 48 || expected == 48 && actual == 40;
    return differ ? (int) ((long) baud * expected / actual) : baud;
  }
}
