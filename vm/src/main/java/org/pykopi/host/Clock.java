package org.pykopi.host;

/** Time of day, elapsed time and waiting. */
public interface Clock {
  /** Nanoseconds since 1970-01-01 UTC. */
  long epochNanos();

  /** Nanoseconds since an arbitrary start; never goes back. */
  long elapsedNanos();

  /** Seconds to add to UTC for local time at the given moment (seconds since 1970-01-01 UTC). */
  int localOffsetSeconds(long epochSeconds);

  /**
   * Waits up to the given time; returns earlier when the person interrupts, so the caller asks
   * {@link Poll} and the clock again.
   */
  void sleep(long nanos);
}
