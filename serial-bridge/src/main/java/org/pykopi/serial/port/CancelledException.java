package org.pykopi.serial.port;

/** The user stopped the work. */
public final class CancelledException extends DeviceException {
  private static final long serialVersionUID = 1L;

  public CancelledException(String step) {
    super(step, "stopped by the user", "");
  }
}
