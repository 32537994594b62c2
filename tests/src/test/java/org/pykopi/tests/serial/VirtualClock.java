package org.pykopi.tests.serial;

import org.pykopi.serial.port.Clock;

/** Time that passes only when somebody waits. Microseconds inside, for exact line rates. */
public final class VirtualClock implements Clock {
  private long micros;

  @Override
  public long millis() {
    return micros / 1000;
  }

  public long micros() {
    return micros;
  }

  @Override
  public void sleep(int millis) {
    micros += millis * 1000L;
  }

  /** Goes to this moment, unless it is past. */
  public void advanceTo(long moment) {
    micros = Math.max(micros, moment);
  }
}
