package org.pykopi.serial.port;

/** The numbers by which a USB device says what it is, 16 bits each. */
public record UsbId(int vendor, int product) {
  /** Espressif's own USB, built into the chip. */
  public static final int ESPRESSIF = 0x303A;

  /** The serial and debug unit of S3, C3, C6, ...: a line that has a reset sequence of its own. */
  public boolean isEspressifJtag() {
    return vendor == ESPRESSIF && product == 0x1001;
  }

  @Override
  public String toString() {
    return Hex.of(vendor, 4) + ":" + Hex.of(product, 4);
  }
}
