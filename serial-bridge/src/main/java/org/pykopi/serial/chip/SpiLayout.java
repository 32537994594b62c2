package org.pykopi.serial.chip;

/**
 * Where the registers of the controller of the flash memory are: offsets from {@code base}. {@code
 * mosiLength} and {@code misoLength} are 0 where the lengths stand in USR1 (ESP8266).
 */
public record SpiLayout(
    int base, int usr, int usr1, int usr2, int mosiLength, int misoLength, int data) {

  static SpiLayout esp8266() {
    return new SpiLayout(0x60000200, 0x1C, 0x20, 0x24, 0, 0, 0x40);
  }

  static SpiLayout esp32() {
    return new SpiLayout(0x3FF42000, 0x1C, 0x20, 0x24, 0x28, 0x2C, 0x80);
  }

  /** All later chips differ in the base only. */
  static SpiLayout later(int base) {
    return new SpiLayout(base, 0x18, 0x1C, 0x20, 0x24, 0x28, 0x58);
  }
}
