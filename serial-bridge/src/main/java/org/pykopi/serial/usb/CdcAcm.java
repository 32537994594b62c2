package org.pykopi.serial.usb;

import org.pykopi.serial.port.PortException;

/**
 * The class that USB itself defines (CDC, abstract control model): the chips' own USB, and newer
 * adapters (CH9102, CH343). Source: USB CDC 1.2, PSTN subclass, 6.3.
 */
final class CdcAcm extends UsbAdapter {
  private static final int CONTROL_CLASS = 0x02;
  private static final int DATA_CLASS = 0x0A;
  private static final int TO_INTERFACE = 0x21;
  private static final int SET_LINE_CODING = 0x20;
  private static final int SET_CONTROL_LINE_STATE = 0x22;

  /** The number of the interface that takes the requests. */
  private final int control;

  private CdcAcm(UsbDevice device, UsbDevice.Interface data, int control) {
    super(device, data);
    this.control = control;
  }

  static CdcAcm from(UsbDevice device) {
    UsbDevice.Interface data = withBulk(device, DATA_CLASS);
    for (UsbDevice.Interface one : device.interfaces()) {
      if (data != null && one.classCode() == CONTROL_CLASS) {
        return new CdcAcm(device, data, one.number());
      }
    }
    return null;
  }

  @Override
  void start() throws PortException {
    device.claim(control);
    device.claim(data.number());
  }

  /** {@code speed32, stop bits 0 (one), parity 0 (none), data bits 8}. */
  @Override
  void setBaudRate(int baud) throws PortException {
    byte[] coding = java.util.Arrays.copyOf(word(baud), 7);
    coding[6] = 8;
    device.controlOut(TO_INTERFACE, SET_LINE_CODING, 0, control, coding);
  }

  /** Bit 0 is DTR, bit 1 RTS. */
  @Override
  void setSignals(boolean dtr, boolean rts) throws PortException {
    int state = (dtr ? 1 : 0) | (rts ? 2 : 0);
    device.controlOut(TO_INTERFACE, SET_CONTROL_LINE_STATE, state, control, NOTHING);
  }
}
