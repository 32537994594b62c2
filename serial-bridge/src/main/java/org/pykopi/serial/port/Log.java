package org.pykopi.serial.port;

/** Where a session says what it does. At level trace it is a transcript that tests can compare. */
public interface Log {
  /** Says nothing. */
  Log NONE =
      new Log() {
        @Override
        public boolean isOn(Level level) {
          return false;
        }

        @Override
        public void write(Level level, String text) {}
      };

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

  default void info(String text) {
    write(Level.INFO, text);
  }

  default void warn(String text) {
    write(Level.WARNING, text);
  }
}
