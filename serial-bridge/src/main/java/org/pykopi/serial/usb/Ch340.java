package org.pykopi.serial.usb;

import org.pykopi.serial.port.PortException;

/**
 * WCH CH340 and CH341. There is no public document; the requests are those that free drivers found
 * out.
 */
final class Ch340 extends UsbAdapter {
  static final int VENDOR = 0x1A86;

  private static final int TO_DEVICE = 0x40;
  private static final int FROM_DEVICE = 0xC0;
  private static final int READ_VERSION = 0x5F;
  private static final int WRITE_REGISTERS = 0x9A;
  private static final int INITIALISE = 0xA1;
  private static final int MODEM_CONTROL = 0xA4;

  /** Two registers in one request: divisor (13) and prescaler (12); line control (25 and 18). */
  private static final int DIVISOR = 0x1312;

  private static final int LINE_CONTROL = 0x2518;

  /** Receiver and transmitter on, 8 data bits. */
  private static final int LINE_8N1 = 0xC3;

  /** Sends each byte at once instead of waiting for 32; older versions have it the other way. */
  private static final int AT_ONCE = 0x80;

  private static final int LAST_OLD_VERSION = 0x27;
  private static final int CLOCK = 48_000_000;
  private static final int SLOWEST = 46;
  private static final int FASTEST = 2_000_000;

  private int version;

  Ch340(UsbDevice device, UsbDevice.Interface data) {
    super(device, data);
  }

  static boolean isProduct(int product) {
    return product == 0x7523 || product == 0x7522 || product == 0x5523;
  }

  @Override
  void start() throws PortException {
    device.claim(data.number());
    byte[] answer = device.controlIn(FROM_DEVICE, READ_VERSION, 0, 0, 2);
    version = answer.length > 0 ? answer[0] & 255 : 0;
    device.controlOut(TO_DEVICE, INITIALISE, 0, 0, NOTHING);
  }

  @Override
  void setBaudRate(int baud) throws PortException {
    if (baud < SLOWEST || baud > FASTEST) {
      throw new PortException(
          "set the speed", "a CH340 cannot do " + baud + " baud", "Choose 115200");
    }
    int divisor = divisor(baud) | (version > LAST_OLD_VERSION ? AT_ONCE : 0);
    device.controlOut(TO_DEVICE, WRITE_REGISTERS, DIVISOR, divisor, NOTHING);
    device.controlOut(TO_DEVICE, WRITE_REGISTERS, LINE_CONTROL, LINE_8N1, NOTHING);
  }

  /**
   * Speed = 48 MHz / (2^(12 - 3 p - f) d), with a prescaler p of 0 to 3, a factor f of 0 or 1 and a
   * divisor d of 2 to 255: the highest p that can be that slow, then the nearest d. The result is
   * {@code 256 - d} in the upper byte, f in bit 2, p in bits 0 and 1.
   */
  private static int divisor(int baud) {
    int prescaler = 3;
    while (prescaler > 0 && baud <= CLOCK / ((1 << 11 - 3 * prescaler) * 512)) {
      prescaler--;
    }
    int factor = 1;
    int scale = 1 << 11 - 3 * prescaler;
    int divisor = CLOCK / (scale * baud);
    if (divisor < 9 || divisor > 255) {
      divisor /= 2;
      scale *= 2;
      factor = 0;
    }
    long above = 16L * CLOCK / ((long) scale * divisor) - 16L * baud;
    long below = 16L * baud - 16L * CLOCK / ((long) scale * (divisor + 1));
    if (above >= below) {
      divisor++;
    }
    if (factor == 1 && divisor % 2 == 0) {
      divisor /= 2;
      factor = 0;
    }
    return (256 - divisor & 255) << 8 | factor << 2 | prescaler;
  }

  /** Bit 5 is DTR, bit 6 RTS, all bits inverted. */
  @Override
  void setSignals(boolean dtr, boolean rts) throws PortException {
    int lines = (dtr ? 0x20 : 0) | (rts ? 0x40 : 0);
    device.controlOut(TO_DEVICE, MODEM_CONTROL, ~lines & 0xFFFF, 0, NOTHING);
  }
}
