package org.pykopi.serial.usb;

import java.util.List;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.UsbId;

/** A USB device as a browser shows it; calls block. */
public interface UsbDevice {
  /**
   * One interface of the configuration. {@code in} and {@code out} are the addresses of its bulk
   * endpoints, 0 where it has none; {@code packet} is the size of a packet.
   */
  record Interface(int number, int classCode, int in, int out, int packet) {}

  String name();

  UsbId id();

  /** The release number of the device, binary coded decimal: 0x0700 for 7.00. */
  int release();

  List<Interface> interfaces();

  void open() throws PortException;

  void claim(int interfaceNumber) throws PortException;

  void close();

  boolean isOpen();

  /** {@code type} is the first byte of the setup packet: direction, kind and recipient. */
  void controlOut(int type, int request, int value, int index, byte[] data) throws PortException;

  byte[] controlIn(int type, int request, int value, int index, int length) throws PortException;

  void bulkOut(int endpoint, byte[] data) throws PortException;

  /** What one transfer brings, at most so many bytes; empty when the time is over. */
  byte[] bulkIn(int endpoint, int length, int timeoutMillis) throws PortException;

  void onDisconnect(Runnable notice);
}
