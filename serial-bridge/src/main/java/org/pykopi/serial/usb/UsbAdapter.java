package org.pykopi.serial.usb;

import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.UsbId;

/** What differs between families of adapters: their control transfers. */
abstract class UsbAdapter {
  static final byte[] NOTHING = {};

  final UsbDevice device;

  /** The interface with the bulk endpoints. */
  final UsbDevice.Interface data;

  UsbAdapter(UsbDevice device, UsbDevice.Interface data) {
    this.device = device;
    this.data = data;
  }

  /** The driver for a device; null when there is none for it. */
  static UsbAdapter of(UsbDevice device) {
    UsbId id = device.id();
    UsbDevice.Interface first = withBulk(device, -1);
    if (first == null) {
      return null;
    }
    if (id.vendor() == Cp210x.VENDOR) {
      return new Cp210x(device, first);
    }
    if (id.vendor() == Ftdi.VENDOR) {
      return Ftdi.from(device);
    }
    if (id.vendor() == Ch340.VENDOR && Ch340.isProduct(id.product())) {
      return new Ch340(device, first);
    }
    return CdcAcm.from(device);
  }

  /** The first interface of a class that has both bulk endpoints; -1 for any class; or null. */
  static UsbDevice.Interface withBulk(UsbDevice device, int classCode) {
    for (UsbDevice.Interface one : device.interfaces()) {
      boolean isClass = classCode < 0 || one.classCode() == classCode;
      if (isClass && one.in() != 0 && one.out() != 0) {
        return one;
      }
    }
    return null;
  }

  /** Claims what is needed and sets 8 data bits, no parity, one stop bit, no flow control. */
  abstract void start() throws PortException;

  abstract void setBaudRate(int baud) throws PortException;

  /** Both lines in one request. */
  abstract void setSignals(boolean dtr, boolean rts) throws PortException;

  /** How many bytes of each packet that comes are not for the line. */
  int header() {
    return 0;
  }

  /** Before the device is closed. */
  void stop() throws PortException {}

  /** Four bytes, the lowest first. */
  static byte[] word(int value) {
    return new byte[] {
      (byte) value, (byte) (value >> 8), (byte) (value >> 16), (byte) (value >> 24)
    };
  }
}
