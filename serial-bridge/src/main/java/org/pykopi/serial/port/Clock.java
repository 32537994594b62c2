package org.pykopi.serial.port;

/** Time as the protocol code sees it, so that a test can let an hour pass at once. */
public interface Clock {
  /** Milliseconds since some fixed moment; never goes back. */
  long millis();

  /** Returns after this many milliseconds. */
  void sleep(int millis);
}
