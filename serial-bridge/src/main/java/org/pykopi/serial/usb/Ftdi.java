package org.pykopi.serial.usb;

import org.pykopi.serial.port.PortException;

/**
 * FTDI FT232, FT2232 and FT4232. Each packet that it sends begins with two bytes of line status.
 * Speeds as in application note AN232B-05.
 */
final class Ftdi extends UsbAdapter {
  static final int VENDOR = 0x0403;

  private static final int TO_DEVICE = 0x40;
  private static final int RESET = 0x00;
  private static final int MODEM_CONTROL = 0x01;
  private static final int FLOW_CONTROL = 0x02;
  private static final int SET_SPEED = 0x03;
  private static final int SET_DATA = 0x04;
  private static final int SET_LATENCY = 0x09;
  private static final int EIGHT_BITS = 0x0008;
  private static final int STATUS = 2;

  /** Codes of the eighths of a divisor. */
  private static final int[] EIGHTHS = {0, 3, 2, 4, 1, 5, 6, 7};

  private static final int FIRST_FAST_RELEASE = 0x0700;
  private static final int LAST_FAST_RELEASE = 0x0900;

  /** Chips with several ports number them from 1; 0 for the one port of the others. */
  private final int port;

  private Ftdi(UsbDevice device, UsbDevice.Interface data, int port) {
    super(device, data);
    this.port = port;
  }

  /** Of a chip with two ports the second: the first one is usually a debugger's (ESP-Prog). */
  static Ftdi from(UsbDevice device) {
    UsbDevice.Interface found = null;
    int count = 0;
    for (UsbDevice.Interface one : device.interfaces()) {
      if (one.in() != 0 && one.out() != 0) {
        found = count < 2 ? one : found;
        count++;
      }
    }
    return found == null ? null : new Ftdi(device, found, count > 1 ? found.number() + 1 : 0);
  }

  private void request(int request, int value, int index) throws PortException {
    device.controlOut(TO_DEVICE, request, value, index, NOTHING);
  }

  @Override
  void start() throws PortException {
    device.claim(data.number());
    request(RESET, 0, port);
    request(SET_LATENCY, 1, port);
    request(SET_DATA, EIGHT_BITS, port);
    request(FLOW_CONTROL, 0, port);
  }

  /** Divisors of 3 MHz, or of 12 MHz (bit 17) in fast chips, in eighths. */
  @Override
  void setBaudRate(int baud) throws PortException {
    boolean fast = device.release() >= FIRST_FAST_RELEASE && device.release() <= LAST_FAST_RELEASE;
    long clock = fast ? 96_000_000L : 24_000_000L;
    int eighths = (int) ((clock + baud / 2) / baud);
    int divisor = eighths >> 3 | EIGHTHS[eighths & 7] << 14;
    if (divisor == 1) {
      divisor = 0;
    } else if (divisor == 0x4001) {
      divisor = 1;
    }
    divisor |= fast ? 0x20000 : 0;
    int upper = divisor >> 16;
    request(SET_SPEED, divisor & 0xFFFF, port == 0 ? upper : upper << 8 | port);
  }

  /** Bits 0 and 1 are DTR and RTS, bits 8 and 9 say that they are to be set. */
  @Override
  void setSignals(boolean dtr, boolean rts) throws PortException {
    request(MODEM_CONTROL, 0x0300 | (dtr ? 1 : 0) | (rts ? 2 : 0), port);
  }

  @Override
  int header() {
    return STATUS;
  }
}
