package org.pykopi.serial.usb;

import java.util.List;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.UsbId;

/**
 * A USB device as a browser shows it; calls block. Its bulk transfers are a {@link
 * org.pykopi.serial.port.SerialPort} of their own, which also opens and closes it: they go on
 * between the calls, because a browser cannot end a transfer that has begun.
 *
 * <p>A board that resets may leave the bus and come back as another product, so what the device
 * says of itself may be another after it was opened.
 */
public interface UsbDevice {
  /**
   * One interface of the configuration. {@code in} and {@code out} are the addresses of its bulk
   * endpoints, 0 where it has none; {@code packet} is the size of a packet.
   */
  record Interface(int number, int classCode, int in, int out, int packet) {}

  UsbId id();

  /** The release number of the device, binary coded decimal: 0x0700 for 7.00. */
  int release();

  List<Interface> interfaces();

  void claim(int interfaceNumber) throws PortException;

  /**
   * From now on the bulk endpoints of a claimed interface carry the bytes of the line. {@code
   * header} is how many bytes of each packet that comes are not for the line.
   */
  void carry(Interface data, int header) throws PortException;

  /** {@code type} is the first byte of the setup packet: direction, kind and recipient. */
  void controlOut(int type, int request, int value, int index, byte[] data) throws PortException;

  byte[] controlIn(int type, int request, int value, int index, int length) throws PortException;
}
