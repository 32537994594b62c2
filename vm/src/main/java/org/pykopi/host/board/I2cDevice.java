package org.pykopi.host.board;

/** A device on an I2C bus. */
public interface I2cDevice {
  /** Takes bytes; the number of bytes that it acknowledged. */
  int write(byte[] data);

  /** Fills the whole array. */
  void read(byte[] target);
}
