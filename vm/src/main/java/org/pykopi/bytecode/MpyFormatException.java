package org.pykopi.bytecode;

/**
 * A `.mpy` file is broken, or made for another machine. The message is the reason; Python sees it
 * as a ValueError.
 */
public final class MpyFormatException extends RuntimeException {
  private static final long serialVersionUID = 1;

  public MpyFormatException(String reason) {
    super(reason, null, false, false);
  }
}
