package org.pykopi.serial.wire;

/**
 * The exchange: a region of {@link #EXCHANGE_SIZE} bytes that Java and JavaScript both see. Only
 * numbers cross in calls; bytes go through here.
 */
public interface SharedRegion {
  int EXCHANGE_SIZE = 1 << 16;

  /** Copies bytes into the exchange. */
  void put(int at, byte[] source, int offset, int length);

  /** Copies bytes out of the exchange. */
  void get(int at, byte[] target, int offset, int length);
}
