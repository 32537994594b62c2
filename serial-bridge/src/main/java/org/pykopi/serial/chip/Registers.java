package org.pykopi.serial.chip;

import org.pykopi.serial.port.DeviceException;

/** 32-bit registers of a chip whose boot loader answers. */
public interface Registers {
  int read(int address) throws DeviceException;

  void write(int address, int value) throws DeviceException;

  /** Speed of the line at which the chip answers, in baud: it tells the crystal. */
  int baud();

  /** {@code count} bits of a register, from bit {@code from} upwards. */
  default int bits(int address, int from, int count) throws DeviceException {
    return read(address) >>> from & (1 << count) - 1;
  }
}
