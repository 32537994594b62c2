package org.pykopi.serial.chip;

/**
 * The two watchdogs that a reset over the chip's own USB leaves running: registers, keys that
 * unlock them, and the bit that lets the second feed itself. {@code swdConfig} is 0 where there is
 * no second one.
 */
public record Watchdogs(
    int config, int protect, int key, int swdConfig, int swdProtect, int swdKey, int swdFeed) {
  static final int KEY = 0x50D83AA1;

  /** The register of the time-out stands behind the configuration. */
  public int timeout() {
    return config + 4;
  }
}
