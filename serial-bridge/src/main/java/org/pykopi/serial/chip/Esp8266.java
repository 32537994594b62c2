package org.pykopi.serial.chip;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;

/** ESP8266 and ESP8285: the oldest ROM, with neither inflating, MD5 nor a change of speed. */
final class Esp8266 extends Chip {
  private static final int FUSES = 0x3FF00050;
  private static final int UART_DIVIDER = 0x60000014;
  private static final int SECTOR = 4096;
  private static final int SECTORS_PER_BLOCK = 16;

  Esp8266() {
    super("ESP8266", -1, 0xFFF0C101);
  }

  @Override
  public SpiLayout spi() {
    return SpiLayout.esp8266();
  }

  @Override
  public int romStatusLength() {
    return 2;
  }

  @Override
  public boolean hasFullRom() {
    return false;
  }

  @Override
  public boolean hasEncryptedBegin() {
    return false;
  }

  /**
   * The ROM erases the sectors up to the next 64 KiB block, and then the whole request once more.
   * So one asks for less: for n sectors with h up to the block, (n + 1) / 2 when n < 2 h, else n -
   * h.
   */
  @Override
  public int eraseSize(int offset, int size) {
    int sectors = (size + SECTOR - 1) / SECTOR;
    int head = Math.min(sectors, SECTORS_PER_BLOCK - offset / SECTOR % SECTORS_PER_BLOCK);
    int asked = sectors < 2 * head ? (sectors + 1) / 2 : sectors - head;
    return asked * SECTOR;
  }

  @Override
  public int[][] flashSizes() {
    return new int[][] {{512, 0}, {256, 1}, {1024, 2}, {2048, 3}, {4096, 4}, {8192, 8}, {16384, 9}};
  }

  /** The upper half stands in the fourth word, or is known from a number in the second. */
  @Override
  public String mac(Registers registers) throws DeviceException {
    int word0 = registers.read(FUSES);
    int word1 = registers.read(FUSES + 4);
    int word3 = registers.read(FUSES + 12);
    int kind = word1 >> 16 & 255;
    int vendor;
    if (word3 != 0) {
      vendor = word3 & 0xFFFFFF;
    } else if (kind <= 1) {
      vendor = kind == 0 ? 0x18FE34 : 0xACD074;
    } else {
      throw new DeviceException(
          "read the MAC address", "unknown vendor number " + Hex.of(kind, 2) + " in the fuses", "");
    }
    int low = (vendor & 255) << 24 | (word1 & 0xFFFF) << 8 | word0 >>> 24;
    return macFrom(low, vendor >> 8);
  }

  @Override
  public String type(Registers registers) throws DeviceException {
    return hasFlashInside(registers) ? "ESP8285" : "ESP8266EX";
  }

  private static boolean hasFlashInside(Registers registers) throws DeviceException {
    return registers.bits(FUSES, 4, 1) == 1 || registers.bits(FUSES + 8, 16, 1) == 1;
  }

  @Override
  public int revision(Registers registers) {
    return 0;
  }

  @Override
  public List<String> features(Registers registers) throws DeviceException {
    List<String> out = new ArrayList<>(List.of("Wi-Fi", "160 MHz"));
    if (hasFlashInside(registers)) {
      out.add("flash inside");
    }
    return out;
  }

  @Override
  public int crystal(Registers registers) throws DeviceException {
    return crystalFromDivider(registers, UART_DIVIDER, 2);
  }
}
