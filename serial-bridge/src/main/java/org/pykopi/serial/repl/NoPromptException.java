package org.pykopi.serial.repl;

import org.pykopi.serial.port.DeviceException;

/** There is no MicroPython prompt on the port. */
public final class NoPromptException extends DeviceException {
  private static final long serialVersionUID = 1L;

  /** What the port had to say instead. */
  public enum Reason {
    /** Not a single byte. */
    SILENT,
    /** The chip's boot loader, which waits for a program. */
    BOOT_LOADER,
    /** Something else: another program, or noise of a wrong speed. */
    OTHER
  }

  private static final String STEP = "find the prompt";

  private final Reason reason;

  private NoPromptException(Reason reason, String problem, String advice) {
    super(STEP, problem, advice);
    this.reason = reason;
  }

  public Reason reason() {
    return reason;
  }

  /** Judges by the last bytes that came; none when {@code last} is empty. */
  static NoPromptException of(byte[] last) {
    if (last.length == 0) {
      return new NoPromptException(
          Reason.SILENT,
          "the board says nothing",
          "Press its RESET button and try again; without MicroPython, flash it first");
    }
    String text = ReplText.text(last);
    if (text.contains("waiting for download") || text.contains("invalid header")) {
      boolean isEmpty = text.contains("invalid header");
      return new NoPromptException(
          Reason.BOOT_LOADER,
          isEmpty
              ? "there is no program in the board's flash"
              : "the chip waits in its boot loader",
          isEmpty ? "Flash MicroPython first" : "Press RESET, or flash MicroPython first");
    }
    return new NoPromptException(
        Reason.OTHER,
        "no MicroPython prompt; the last bytes are " + describe(last),
        "Press RESET and try again, check the speed, or flash MicroPython");
  }
}
