package org.pykopi.serial.flash;

import java.util.List;
import org.pykopi.serial.chip.Chip;
import org.pykopi.serial.image.FirmwareCheck;

/**
 * What a board says of itself. {@code revision} is the major version times 100 plus the minor one,
 * {@code crystal} in MHz, {@code flashId} as the memory gives it, {@code flashSize} in bytes and -1
 * when the memory does not tell.
 */
public record BoardInfo(
    Chip chip,
    String type,
    int revision,
    String mac,
    List<String> features,
    int crystal,
    int flashId,
    int flashSize) {

  /** {@code v3.1}. */
  public String version() {
    return FirmwareCheck.version(revision);
  }

  /** {@code 4 MB}, or what is known instead. */
  public String flashText() {
    if (flashSize <= 0) {
      return "unknown";
    }
    return flashSize >= 1 << 20 ? (flashSize >> 20) + " MB" : (flashSize >> 10) + " KB";
  }
}
