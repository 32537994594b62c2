package org.pykopi.serial.chip;

import java.util.List;

/** All chips, and how one is recognised. */
public final class Chips {
  /** The word of the ROM that differs from chip to chip. */
  public static final int MAGIC_ADDRESS = 0x40001000;

  public static final List<Chip> ALL =
      List.of(
          new Esp8266(),
          new Esp32(),
          new Esp32S2(),
          new Esp32S3(),
          new Esp32C2(),
          new Esp32C3(),
          new Esp32C5(),
          new Esp32C6(),
          new Esp32H2(),
          new Esp32P4());

  private Chips() {}

  /** The chip whose boot loader gives this number, or whose images hold it; null for none. */
  public static Chip byImageId(int id) {
    for (Chip chip : ALL) {
      if (chip.imageId == id && id >= 0) {
        return chip;
      }
    }
    return null;
  }

  /** The chip with this word at {@link #MAGIC_ADDRESS}; null for none. */
  public static Chip byMagic(int magic) {
    for (Chip chip : ALL) {
      for (int known : chip.magics) {
        if (known == magic) {
          return chip;
        }
      }
    }
    return null;
  }

  /** The chip that is written so, with or without its hyphen, in any case; null for none. */
  public static Chip byName(String name) {
    for (Chip chip : ALL) {
      if (plain(chip.name).equals(plain(name))) {
        return chip;
      }
    }
    return null;
  }

  private static String plain(String name) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < name.length(); i++) {
      char c = Character.toLowerCase(name.charAt(i));
      if (c != '-' && c != '_') {
        out.append(c);
      }
    }
    return out.toString();
  }
}
