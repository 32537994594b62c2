package org.pykopi.serial.chip;

import org.pykopi.serial.port.DeviceException;

/** The chips after ESP32: MAC address and version stand in one block of fuse words. */
abstract class BlockOneChip extends Chip {
  private final int block;

  /** {@code block} is the address of the first word, which begins with the MAC address. */
  BlockOneChip(String name, int imageId, int block, int... magics) {
    super(name, imageId, magics);
    this.block = block;
  }

  @Override
  public final String mac(Registers registers) throws DeviceException {
    return macFrom(registers.read(block), registers.read(block + 4));
  }

  /** {@code count} bits of a word of the block. */
  final int field(Registers registers, int word, int from, int count) throws DeviceException {
    return registers.bits(block + 4 * word, from, count);
  }
}
