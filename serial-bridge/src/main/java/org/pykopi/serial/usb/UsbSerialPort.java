package org.pykopi.serial.usb;

import java.util.Arrays;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/** A serial port over USB transfers. */
public final class UsbSerialPort implements SerialPort {
  private static final int TRANSFER = 4096;

  private final UsbDevice device;
  private final UsbAdapter adapter;
  private final Clock clock;
  private byte[] waiting = {};

  public UsbSerialPort(UsbDevice device, UsbAdapter adapter, Clock clock) {
    this.device = device;
    this.adapter = adapter;
    this.clock = clock;
  }

  @Override
  public String name() {
    return device.name();
  }

  @Override
  public UsbId usbId() {
    return device.id();
  }

  /** Both lines stay high, so that opening a port resets no board. */
  @Override
  public void open(int baud) throws PortException {
    if (!device.isOpen()) {
      waiting = UsbAdapter.NOTHING;
      device.open();
      adapter.start();
      adapter.setBaudRate(baud);
      adapter.setSignals(false, false);
    } else {
      adapter.setBaudRate(baud);
    }
  }

  @Override
  public void close() {
    if (device.isOpen()) {
      try {
        adapter.stop();
      } catch (PortException e) {
        waiting = UsbAdapter.NOTHING;
      }
      device.close();
    }
  }

  @Override
  public boolean isOpen() {
    return device.isOpen();
  }

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    Deadline deadline = Deadline.in(clock, timeoutMillis);
    while (waiting.length == 0) {
      int left = deadline.remaining();
      waiting = adapter.payload(device.bulkIn(adapter.data.in(), TRANSFER, left));
      if (left == 0 || waiting.length == 0 && deadline.isOver()) {
        break;
      }
    }
    int count = Math.min(length, waiting.length);
    System.arraycopy(waiting, 0, buffer, offset, count);
    waiting = Arrays.copyOfRange(waiting, count, waiting.length);
    return count;
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    for (int at = 0; at < length; at += TRANSFER) {
      int count = Math.min(TRANSFER, length - at);
      device.bulkOut(
          adapter.data.out(), Arrays.copyOfRange(data, offset + at, offset + at + count));
    }
  }

  @Override
  public void discardInput() throws PortException {
    do {
      waiting = device.bulkIn(adapter.data.in(), TRANSFER, 0);
    } while (adapter.payload(waiting).length > 0);
    waiting = UsbAdapter.NOTHING;
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) throws PortException {
    adapter.setSignals(dtr, rts);
  }

  @Override
  public boolean hasSignals() {
    return true;
  }

  @Override
  public void setBaudRate(int baud) throws PortException {
    adapter.setBaudRate(baud);
  }

  @Override
  public void onDisconnect(Runnable notice) {
    device.onDisconnect(notice);
  }
}
