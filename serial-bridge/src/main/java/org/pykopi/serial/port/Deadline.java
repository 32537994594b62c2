package org.pykopi.serial.port;

/** A moment after which a step has failed. Every wait of this module has one. */
public final class Deadline {
  private final Clock clock;
  private final long end;

  private Deadline(Clock clock, long end) {
    this.clock = clock;
    this.end = end;
  }

  /** The moment that comes after so many milliseconds. */
  public static Deadline in(Clock clock, int millis) {
    return new Deadline(clock, clock.millis() + millis);
  }

  public boolean isOver() {
    return clock.millis() >= end;
  }

  /** Milliseconds that are left, 0 when it is over. */
  public int remaining() {
    return (int) Math.max(0, Math.min(Integer.MAX_VALUE, end - clock.millis()));
  }

  /** The shorter of what is left and a limit for one wait. */
  public int remaining(int limit) {
    return Math.min(limit, remaining());
  }
}
