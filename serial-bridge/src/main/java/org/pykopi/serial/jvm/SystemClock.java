package org.pykopi.serial.jvm;

import org.pykopi.serial.port.Clock;

/** The clock of the machine. */
public final class SystemClock implements Clock {
  @Override
  public long millis() {
    return System.nanoTime() / 1_000_000;
  }

  @Override
  public void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
