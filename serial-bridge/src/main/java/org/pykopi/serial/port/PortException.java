package org.pykopi.serial.port;

/** The line failed: unplugged, taken by another program, or refused by the system. */
public final class PortException extends DeviceException {
  private static final long serialVersionUID = 1L;

  public PortException(String step, String problem, String advice) {
    super(step, problem, advice);
  }

  /** The board is gone. */
  public static PortException lost(String step) {
    return new PortException(
        step, "the board is no longer there", "Check the cable and connect again");
  }
}
