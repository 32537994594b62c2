package org.pykopi.serial.rom;

import org.pykopi.serial.chip.Registers;
import org.pykopi.serial.chip.SpiLayout;
import org.pykopi.serial.port.DeviceException;

/**
 * Talks to the flash memory itself, through the registers of its controller: the only way to its
 * identification, and on the ROM of ESP8266 the only way to read it at all.
 */
public final class SpiFlash {
  /** Bytes that one command can read. */
  public static final int LARGEST_READ = 64;

  private static final int READ_ID = 0x9F;
  private static final int READ = 0x03;
  private static final int USR_COMMAND = 1 << 31;
  private static final int USR_ADDRESS = 1 << 30;
  private static final int USR_INPUT = 1 << 28;
  private static final int START = 1 << 18;
  private static final int COMMAND_BITS = 7 << 28;
  private static final int ADDRESS_BITS = 23 << 26;
  private static final int INPUT_BITS = 8;
  private static final int POLLS = 10;

  private final Registers registers;
  private final SpiLayout layout;

  public SpiFlash(Registers registers, SpiLayout layout) {
    this.registers = registers;
    this.layout = layout;
  }

  /** Manufacturer in the lowest byte, then type, then capacity: the size is 2 to that power. */
  public int id() throws DeviceException {
    return run(READ_ID, 24, -1)[0] & 0xFFFFFF;
  }

  /** At most {@link #LARGEST_READ} bytes. Works where lengths stand in USR1, as on ESP8266. */
  public byte[] read(int address, int length) throws DeviceException {
    int[] words = run(READ, 8 * length, address);
    byte[] out = new byte[length];
    for (int i = 0; i < length; i++) {
      out[i] = (byte) (words[i >> 2] >>> 8 * (i & 3));
    }
    return out;
  }

  /** Sends a command, an address unless it is -1, and reads so many bits. */
  private int[] run(int command, int bits, int address) throws DeviceException {
    int usr = layout.base() + layout.usr();
    int usr2 = layout.base() + layout.usr2();
    int data = layout.base() + layout.data();
    int oldUsr = registers.read(usr);
    int oldUsr2 = registers.read(usr2);
    if (layout.misoLength() != 0) {
      registers.write(layout.base() + layout.misoLength(), bits - 1);
    } else {
      int lengths = bits - 1 << INPUT_BITS | (address < 0 ? 0 : ADDRESS_BITS);
      registers.write(layout.base() + layout.usr1(), lengths);
    }
    registers.write(usr, USR_COMMAND | USR_INPUT | (address < 0 ? 0 : USR_ADDRESS));
    registers.write(usr2, COMMAND_BITS | command);
    if (address >= 0) {
      registers.write(layout.base() + 4, address << 8);
    }
    registers.write(data, 0);
    registers.write(layout.base(), START);
    for (int i = 0; (registers.read(layout.base()) & START) != 0; i++) {
      if (i == POLLS) {
        throw new DeviceException(
            "ask the flash memory", "it does not answer", "Check the power of the board");
      }
    }
    int[] out = new int[(bits + 31) / 32];
    for (int i = 0; i < out.length; i++) {
      out[i] = registers.read(data + 4 * i);
    }
    registers.write(usr, oldUsr);
    registers.write(usr2, oldUsr2);
    return out;
  }
}
