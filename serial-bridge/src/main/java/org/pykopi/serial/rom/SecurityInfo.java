package org.pykopi.serial.rom;

/** The answer to GET_SECURITY_INFO. {@code chipId} is -1 where the chip does not tell (S2). */
public record SecurityInfo(int flags, int flashCryptCount, int chipId) {
  public boolean isSecureBoot() {
    return (flags & 1) != 0;
  }

  /** Only a few commands work; flash memory can neither be read nor compared. */
  public boolean isSecureDownload() {
    return (flags & 4) != 0;
  }

  /** An odd number of bits switches encryption on. */
  public boolean isFlashEncrypted() {
    return (Integer.bitCount(flashCryptCount) & 1) != 0;
  }
}
