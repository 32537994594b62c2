package org.pykopi.serial.usb;

import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/**
 * A serial port behind a USB adapter: the bytes are the bulk transfers of the device, speed and
 * control lines are the adapter's control transfers.
 */
public final class UsbSerialPort implements SerialPort {
  private final UsbDevice device;
  private final SerialPort bytes;

  /** Chosen at each opening; null before the first. */
  private UsbAdapter adapter;

  /** {@code bytes} opens and closes the device and has its bulk transfers. */
  public UsbSerialPort(UsbDevice device, SerialPort bytes) {
    this.device = device;
    this.bytes = bytes;
  }

  @Override
  public String name() {
    return bytes.name();
  }

  @Override
  public UsbId usbId() {
    return device.id();
  }

  @Override
  public void open(int baud) throws PortException {
    if (bytes.isOpen()) {
      adapter.setBaudRate(baud);
      return;
    }
    bytes.open(baud);
    PortException failure = null;
    try {
      start(baud);
    } catch (PortException e) {
      failure = e;
    }
    if (failure != null) {
      bytes.close();
      throw failure;
    }
  }

  /** Both lines stay high, so that opening a port resets no board. */
  private void start(int baud) throws PortException {
    adapter = UsbAdapter.of(device);
    if (adapter == null) {
      throw new PortException(
          "open " + name(),
          "there is no driver for this device (" + device.id() + ")",
          "Choose a CP210x, CH340, FTDI or CDC device");
    }
    adapter.start();
    device.carry(adapter.data, adapter.header());
    adapter.setBaudRate(baud);
    adapter.setSignals(false, false);
  }

  @Override
  public void close() {
    try {
      stop();
    } catch (PortException e) {
      adapter = null; // A device that is gone has nothing to be told.
    }
    bytes.close();
  }

  private void stop() throws PortException {
    if (bytes.isOpen()) {
      adapter.stop();
    }
  }

  @Override
  public boolean isOpen() {
    return bytes.isOpen();
  }

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    return bytes.read(buffer, offset, length, timeoutMillis);
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    bytes.write(data, offset, length);
  }

  @Override
  public void discardInput() throws PortException {
    bytes.discardInput();
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) throws PortException {
    checkOpen();
    adapter.setSignals(dtr, rts);
  }

  @Override
  public boolean hasSignals() {
    return true;
  }

  @Override
  public void setBaudRate(int baud) throws PortException {
    checkOpen();
    adapter.setBaudRate(baud);
  }

  private void checkOpen() throws PortException {
    if (!bytes.isOpen()) {
      throw PortException.lost("set up the adapter");
    }
  }

  @Override
  public void onDisconnect(Runnable notice) {
    bytes.onDisconnect(notice);
  }
}
