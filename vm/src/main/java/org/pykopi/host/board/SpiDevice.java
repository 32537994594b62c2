package org.pykopi.host.board;

/** What is connected to an SPI bus. */
public interface SpiDevice {
  /** Takes a byte and gives one, both 0 to 255. */
  int exchange(int sent);
}
