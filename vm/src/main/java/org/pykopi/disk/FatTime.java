package org.pykopi.disk;

import org.pykopi.host.Clock;

/**
 * Date and time in 32 bits: years since 1980 (7), month (4), day (5), hours (5), minutes (6), half
 * the seconds (5). They are local when stored; reading takes them for UTC, as MicroPython does.
 */
final class FatTime {
  private static final int DAYS_IN_400_YEARS = 146097;

  /** From 0000-03-01 to 1970-01-01. */
  private static final int DAYS_BEFORE_EPOCH = 719468;

  private FatTime() {}

  static int now(Clock clock) {
    long utc = clock.epochNanos() / 1_000_000_000L;
    long seconds = utc + clock.localOffsetSeconds(utc);
    long days = Math.floorDiv(seconds, 86400L) + DAYS_BEFORE_EPOCH;
    int second = (int) Math.floorMod(seconds, 86400L);
    // Years begin in March here, so that the leap day is the last one.
    long era = Math.floorDiv(days, (long) DAYS_IN_400_YEARS);
    int day = (int) Math.floorMod(days, (long) DAYS_IN_400_YEARS);
    int year = (day - day / 1460 + day / 36524 - day / 146096) / 365;
    day -= 365 * year + year / 4 - year / 100;
    int month = (5 * day + 2) / 153;
    day -= (153 * month + 2) / 5;
    year += (int) era * 400 + (month >= 10 ? 1 : 0);
    month = month >= 10 ? month - 9 : month + 3;
    int date = (year - 1980) << 9 | month << 5 | (day + 1);
    return date << 16 | second / 3600 << 11 | second / 60 % 60 << 5 | second % 60 / 2;
  }

  /** Seconds since 1970. */
  static long toEpoch(int time) {
    int year = (time >>> 25) + 1980;
    int month = time >>> 21 & 15;
    int day = time >>> 16 & 31;
    int marchYear = month <= 2 ? year - 1 : year;
    int marchMonth = month <= 2 ? month + 9 : month - 3;
    long days =
        365L * marchYear
            + marchYear / 4
            - marchYear / 100
            + marchYear / 400
            + (153 * marchMonth + 2) / 5
            + day
            - 1
            - DAYS_BEFORE_EPOCH;
    return days * 86400 + (time >>> 11 & 31) * 3600 + (time >>> 5 & 63) * 60 + (time & 31) * 2;
  }
}
