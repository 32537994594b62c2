package org.pykopi.serial.port;

/** Whether the user has stopped the work: asked several times a second by everything that waits. */
public interface StopCheck {
  /** Nobody stops it. */
  StopCheck NEVER = () -> {};

  /** Throws when the work is to end. */
  void check() throws CancelledException;
}
