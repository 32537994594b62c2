package org.pykopi.serial.rom;

/** Numbers of the commands. */
public final class Command {
  public static final int FLASH_BEGIN = 0x02;
  public static final int FLASH_DATA = 0x03;
  public static final int FLASH_END = 0x04;
  public static final int MEM_BEGIN = 0x05;
  public static final int MEM_END = 0x06;
  public static final int MEM_DATA = 0x07;
  public static final int SYNC = 0x08;
  public static final int WRITE_REG = 0x09;
  public static final int READ_REG = 0x0A;
  public static final int SPI_SET_PARAMS = 0x0B;
  public static final int SPI_ATTACH = 0x0D;

  /** ROM only: 64 bytes at a time. */
  public static final int READ_FLASH_SLOW = 0x0E;

  public static final int CHANGE_BAUDRATE = 0x0F;
  public static final int FLASH_DEFL_BEGIN = 0x10;
  public static final int FLASH_DEFL_DATA = 0x11;
  public static final int FLASH_DEFL_END = 0x12;
  public static final int SPI_FLASH_MD5 = 0x13;
  public static final int GET_SECURITY_INFO = 0x14;

  // The stub only.
  public static final int ERASE_REGION = 0xD1;
  public static final int READ_FLASH = 0xD2;

  private Command() {}
}
