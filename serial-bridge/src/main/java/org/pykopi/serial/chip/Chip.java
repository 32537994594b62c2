package org.pykopi.serial.chip;

import java.util.List;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;

/**
 * One kind of chip. The methods with {@link Registers} ask a real one; the others are constants of
 * the kind. Sources: the data sheets and technical reference manuals, and the fuse tables of the
 * vendor's own tool.
 */
public abstract class Chip {
  private static final int UART_DIVIDER_MASK = 0xFFFFF;

  /** As the vendor writes it: {@code ESP32-S3}. */
  public final String name;

  /** The number in firmware images and in the answer to GET_SECURITY_INFO; -1 for ESP8266. */
  public final int imageId;

  /** Values of the word at 0x40001000 of the ROM, one for each ROM version. */
  final int[] magics;

  Chip(String name, int imageId, int... magics) {
    this.name = name;
    this.imageId = imageId;
    this.magics = magics;
  }

  // ---- constants of the kind ----

  /** Where the boot loader, and with it a whole firmware file, is written. */
  public int bootOffset() {
    return 0;
  }

  public abstract SpiLayout spi();

  /** Bytes of status at the end of an answer of the ROM. */
  public int romStatusLength() {
    return 4;
  }

  /** The ROM can inflate, compute MD5 and change its speed. */
  public boolean hasFullRom() {
    return true;
  }

  /** FLASH_BEGIN of the ROM takes a fifth word that says whether to encrypt. */
  public boolean hasEncryptedBegin() {
    return true;
  }

  /** What FLASH_BEGIN of the ROM must be asked for so that these bytes are erased. */
  public int eraseSize(int offset, int size) {
    return size;
  }

  /** Null where USB is not built in, or leaves no watchdog running. */
  public Watchdogs watchdogs() {
    return null;
  }

  /** The register whose lowest bit keeps the chip in download mode over a reset; 0 for none. */
  public int forceDownloadRegister() {
    return 0;
  }

  /** The second product number of Espressif's USB under which this chip's own USB shows itself. */
  public int otgProduct() {
    return -1;
  }

  /** Speeds in MHz and their codes in the lower half of byte 3 of a firmware image. */
  public int[][] flashSpeeds() {
    return new int[][] {{80, 15}, {40, 0}, {26, 1}, {20, 2}};
  }

  /** Flash sizes in KiB and their codes in the upper half of byte 3 of a firmware image. */
  public int[][] flashSizes() {
    return new int[][] {
      {1024, 0}, {2048, 1}, {4096, 2}, {8192, 3}, {16384, 4}, {32768, 5}, {65536, 6}, {131072, 7}
    };
  }

  /** The name of the file with the helper program for this chip, without ".json". */
  public String stubName(Registers registers) throws DeviceException {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = name.charAt(i);
      if (c != '-') {
        out.append(Character.toLowerCase(c));
      }
    }
    return out.toString();
  }

  // ---- asked from a real chip ----

  /** {@code 24:0a:c4:00:01:02}. */
  public abstract String mac(Registers registers) throws DeviceException;

  /** The exact type, as printed on the chip as far as the fuses tell. */
  public abstract String type(Registers registers) throws DeviceException;

  /** Major version times 100 plus minor version. */
  public abstract int revision(Registers registers) throws DeviceException;

  /** Radio, cores, clock, memory in the package. */
  public abstract List<String> features(Registers registers) throws DeviceException;

  /** Frequency of the crystal in MHz. */
  public int crystal(Registers registers) throws DeviceException {
    return 40;
  }

  /** The number that makes the ROM run at this speed, where it misjudges its own crystal. */
  public int romBaud(Registers registers, int baud) throws DeviceException {
    return baud;
  }

  // ---- for the chips ----

  /**
   * The crystal from the divider of the serial line, since both sides run at about the same speed.
   */
  static int crystalFromDivider(Registers registers, int register, int factor)
      throws DeviceException {
    long divider = registers.read(register) & UART_DIVIDER_MASK;
    long kilohertz = registers.baud() * divider / 1000 / factor;
    return kilohertz > 45_000 ? 48 : kilohertz > 33_000 ? 40 : 26;
  }

  /** A MAC address from the word with its lower four bytes and the one with its upper two. */
  static String macFrom(int low, int high) {
    StringBuilder out = new StringBuilder();
    long all = (high & 0xFFFFL) << 32 | low & 0xFFFFFFFFL;
    for (int shift = 40; shift >= 0; shift -= 8) {
      out.append(shift == 40 ? "" : ":").append(Hex.of(all >> shift & 255, 2));
    }
    return out.toString();
  }

  /** The text for a fuse value: a list entry, or what to say for values that are not known. */
  static String pick(int value, String unknown, String... known) {
    return value < known.length && known[value] != null ? known[value] : unknown;
  }
}
