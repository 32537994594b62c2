package org.pykopi.serial.flash;

/** How fast the work goes. {@code secondsLeft} is -1 while nothing is known. */
public record Speed(long bytesPerSecond, int secondsLeft) {
  /** After so many milliseconds so many bytes of all were through. */
  public static Speed of(long done, long total, long millis) {
    if (millis <= 0 || done <= 0) {
      return new Speed(0, -1);
    }
    long rate = Math.max(1, done * 1000 / millis);
    return new Speed(rate, (int) ((total - done + rate - 1) / rate));
  }

  /** {@code 85.3 kB/s, 12 s left}. */
  @Override
  public String toString() {
    String rate = bytesPerSecond / 1000 + "." + bytesPerSecond / 100 % 10 + " kB/s";
    return secondsLeft < 0 ? rate : rate + ", " + secondsLeft + " s left";
  }
}
