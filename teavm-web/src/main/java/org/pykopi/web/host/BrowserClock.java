package org.pykopi.web.host;

import org.pykopi.host.Clock;

/** The browser's clocks; they are coarse (0.1 ms or 5 us) by the browser's intent. */
final class BrowserClock implements Clock {
  private static final double NANOS = 1_000_000.0;

  private final Bridge bridge;

  BrowserClock(Bridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public long epochNanos() {
    double millis = bridge.epochMillis();
    long whole = (long) millis;
    return whole * 1_000_000L + (long) ((millis - whole) * NANOS);
  }

  @Override
  public long elapsedNanos() {
    return (long) (bridge.elapsedMillis() * NANOS);
  }

  @Override
  public int localOffsetSeconds(long epochSeconds) {
    return bridge.localOffsetSeconds((double) epochSeconds);
  }

  @Override
  public void sleep(long nanos) {
    if (nanos > 0) {
      bridge.sleep(nanos / NANOS);
    }
  }
}
