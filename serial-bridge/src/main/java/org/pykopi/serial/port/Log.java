package org.pykopi.serial.port;

/**
 * Where a session says what it does. At level trace it prints the transcript that the tests replay.
 */
public interface Log {
  enum Level {
    /** Every byte: {@code > 00 08 24 ...} sent, {@code < 01 08 ...} received. */
    TRACE,
    /** Each step of the work, for the user. */
    INFO,
    /** Something was wrong and was repaired: a retry, a lost byte. */
    WARNING
  }

  /** False saves the caller from building a text nobody reads. */
  boolean isOn(Level level);

  void write(Level level, String text);
}
