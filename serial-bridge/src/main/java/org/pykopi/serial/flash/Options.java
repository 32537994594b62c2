package org.pykopi.serial.flash;

/**
 * How to connect. {@code baud} is the speed for the work; lower ones are tried when it fails.
 * {@code reset} is one's own way into the loader, null for the usual ones; with {@code noReset} the
 * user does it by hand. Without {@code useStub} the ROM does all the work.
 */
public record Options(int baud, boolean useStub, boolean noReset, ResetSequence reset) {
  public static final int ROM_BAUD = 115200;

  /** 921,600 baud with the helper. */
  public static Options usual() {
    return new Options(921600, true, false, null);
  }

  public Options withBaud(int newBaud) {
    return new Options(newBaud, useStub, noReset, reset);
  }

  public Options withoutStub() {
    return new Options(baud, false, noReset, reset);
  }
}
