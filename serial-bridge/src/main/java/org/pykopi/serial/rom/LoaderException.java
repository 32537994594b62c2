package org.pykopi.serial.rom;

import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;

/**
 * The boot loader refused a command, or did not answer it. {@link #code} is the second byte of its
 * status, or {@link #SILENCE}.
 */
public final class LoaderException extends DeviceException {
  private static final long serialVersionUID = 1L;

  public static final int SILENCE = -1;
  static final int INVALID_MESSAGE = 0x05;
  private static final int BAD_CHECKSUM_ROM = 0x07;
  private static final int BAD_CHECKSUM_STUB = 0xC1;

  public final int code;

  private LoaderException(String step, String problem, String advice, int code) {
    super(step, problem, advice);
    this.code = code;
  }

  static LoaderException silent(String step, byte[] last) {
    return new LoaderException(
        step, "expected an answer, received " + describe(last), "Try a lower speed", SILENCE);
  }

  static LoaderException refused(String step, int code) {
    return new LoaderException(
        step, "the chip answered error " + Hex.of(code, 2) + " (" + meaning(code) + ")", "", code);
  }

  /** The packet was damaged on its way and changed nothing, so that it may be sent again. */
  public boolean isDamagedPacket() {
    return code == BAD_CHECKSUM_ROM || code == BAD_CHECKSUM_STUB;
  }

  private static String meaning(int code) {
    return switch (code) {
      case INVALID_MESSAGE -> "it does not know this command";
      case 0x06 -> "it could not do it";
      case BAD_CHECKSUM_ROM, BAD_CHECKSUM_STUB -> "wrong checksum";
      case 0x08 -> "flash write failed";
      case 0x09 -> "flash read failed";
      case 0x0A -> "flash read length";
      case 0x0B -> "inflating failed";
      case 0x0C -> "wrong Adler checksum";
      case 0x0D -> "wrong parameter";
      case 0xC0 -> "wrong length";
      case 0xC2 -> "wrong block size";
      case 0xC3 -> "unknown command";
      case 0xC4 -> "the flash memory failed";
      case 0xC5 -> "the flash memory is locked";
      case 0xC6 -> "not writing";
      case 0xC7 -> "inflating failed";
      case 0xC8 -> "not enough data";
      case 0xC9 -> "too much data";
      default -> "unknown";
    };
  }
}
