package org.pykopi.vm;

/**
 * Ends a call of a built-in function that is to be made again when its thread has the next turn.
 */
final class ThreadSwitch extends RuntimeException {
  private static final long serialVersionUID = 1L;
  static final ThreadSwitch SWITCH = new ThreadSwitch();

  private ThreadSwitch() {
    super(null, null, false, false);
  }
}
