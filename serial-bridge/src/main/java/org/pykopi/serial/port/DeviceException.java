package org.pykopi.serial.port;

/**
 * A step of the work with a board failed. The message is one sentence for each of: what was being
 * done, what was expected and what came, and what the user can do.
 */
public class DeviceException extends Exception {
  private static final long serialVersionUID = 1L;
  private static final int SHOWN_BYTES = 32;

  private final String step;
  private final String advice;

  /** {@code step} is what was being done: "write at 0x00010000"; {@code advice} may be empty. */
  public DeviceException(String step, String problem, String advice) {
    super(step + ": " + problem + (advice.isEmpty() ? "" : ". " + advice));
    this.step = step;
    this.advice = advice;
  }

  /** Something was expected and these bytes came. */
  public static DeviceException unexpected(
      String step, String expected, byte[] last, String advice) {
    return new DeviceException(
        step, "expected " + expected + ", received " + describe(last), advice);
  }

  public final String step() {
    return step;
  }

  /** What the user can do; empty when nothing is known to help. */
  public final String advice() {
    return advice;
  }

  /** The last bytes in hexadecimal, or "nothing". */
  public static String describe(byte[] last) {
    if (last.length == 0) {
      return "nothing";
    }
    int from = Math.max(0, last.length - SHOWN_BYTES);
    return (from > 0 ? "... " : "") + Hex.spaced(last, from, last.length - from);
  }
}
