package org.pykopi.serial.usb;

import org.pykopi.serial.port.PortException;

/** Silicon Labs CP2102, CP2104 and their kin. Source: application note AN571. */
final class Cp210x extends UsbAdapter {
  static final int VENDOR = 0x10C4;

  private static final int TO_INTERFACE = 0x41;
  private static final int IFC_ENABLE = 0x00;
  private static final int SET_LINE_CTL = 0x03;
  private static final int SET_MHS = 0x07;
  private static final int PURGE = 0x12;
  private static final int SET_FLOW = 0x13;
  private static final int SET_BAUDRATE = 0x1E;
  private static final int EIGHT_BITS = 0x0800;
  private static final int PURGE_ALL = 0x000F;

  Cp210x(UsbDevice device, UsbDevice.Interface data) {
    super(device, data);
  }

  private void request(int request, int value, byte[] bytes) throws PortException {
    device.controlOut(TO_INTERFACE, request, value, data.number(), bytes);
  }

  /**
   * Flow control off: {@code handshake32 (1: DTR as it is set), replace32 (40: RTS as it is set),
   * two limits32}.
   */
  @Override
  void start() throws PortException {
    device.claim(data.number());
    request(IFC_ENABLE, 1, NOTHING);
    request(SET_LINE_CTL, EIGHT_BITS, NOTHING);
    byte[] flow = new byte[16];
    flow[0] = 0x01;
    flow[4] = 0x40;
    flow[8] = (byte) 0x80;
    flow[12] = (byte) 0x80;
    request(SET_FLOW, 0, flow);
  }

  @Override
  void setBaudRate(int baud) throws PortException {
    request(SET_BAUDRATE, 0, word(baud));
  }

  /** Bits 0 and 1 are DTR and RTS, bits 8 and 9 say that they are to be set. */
  @Override
  void setSignals(boolean dtr, boolean rts) throws PortException {
    request(SET_MHS, 0x0300 | (dtr ? 1 : 0) | (rts ? 2 : 0), NOTHING);
  }

  @Override
  void stop() throws PortException {
    request(PURGE, PURGE_ALL, NOTHING);
    request(IFC_ENABLE, 0, NOTHING);
  }
}
