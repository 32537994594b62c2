package org.pykopi.serial.jvm;

import com.fazecast.jSerialComm.SerialPortDataListener;
import com.fazecast.jSerialComm.SerialPortEvent;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/** A serial device of this machine, through jSerialComm. */
final class LocalPort implements SerialPort {
  private static final int WRITE_MILLIS = 5000;

  private final com.fazecast.jSerialComm.SerialPort port;
  private final String name;
  private int readMillis = -1;
  private Runnable notice;
  private volatile boolean isLost;

  LocalPort(com.fazecast.jSerialComm.SerialPort port, String name) {
    this.port = port;
    this.name = name;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public UsbId usbId() {
    return port.getVendorID() > 0 ? new UsbId(port.getVendorID(), port.getProductID()) : null;
  }

  /** Both control lines are set when the port opens: boards with a reset circuit then go on. */
  @Override
  public void open(int baud) throws PortException {
    if (port.isOpen() && !isLost) {
      port.setBaudRate(baud);
      return;
    }
    port.closePort();
    port.setComPortParameters(
        baud,
        8,
        com.fazecast.jSerialComm.SerialPort.ONE_STOP_BIT,
        com.fazecast.jSerialComm.SerialPort.NO_PARITY);
    port.setFlowControl(com.fazecast.jSerialComm.SerialPort.FLOW_CONTROL_DISABLED);
    port.setDTRandRTS(true, true);
    if (!port.openPort(0)) {
      throw new PortException(
          "open the port",
          name + " can not be opened (error " + port.getLastErrorCode() + ")",
          "Another program may use it, or this user may not: is it in the group of the device?");
    }
    isLost = false;
    readMillis = -1;
    port.addDataListener(
        new SerialPortDataListener() {
          @Override
          public int getListeningEvents() {
            return com.fazecast.jSerialComm.SerialPort.LISTENING_EVENT_PORT_DISCONNECTED;
          }

          @Override
          public void serialEvent(SerialPortEvent event) {
            lose();
          }
        });
  }

  private void lose() {
    if (!isLost) {
      isLost = true;
      if (notice != null) {
        notice.run();
      }
    }
  }

  @Override
  public void close() {
    port.removeDataListener();
    if (port.isOpen() && !isLost) {
      // RTS first: with the usual reset circuit the other order restarts the board.
      port.clearRTS();
      port.clearDTR();
    }
    port.closePort();
  }

  @Override
  public boolean isOpen() {
    return port.isOpen() && !isLost;
  }

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    int available = port.bytesAvailable();
    if (available < 0 || isLost) {
      lose();
      throw PortException.lost("read from " + name);
    }
    if (available == 0 && timeoutMillis == 0) {
      return 0;
    }
    setReadTimeout(Math.max(1, timeoutMillis));
    int wanted = Math.max(1, Math.min(length, available));
    int count = port.readBytes(buffer, wanted, offset);
    if (count < 0) {
      lose();
      throw PortException.lost("read from " + name);
    }
    return count;
  }

  private void setReadTimeout(int millis) {
    if (millis != readMillis) {
      readMillis = millis;
      port.setComPortTimeouts(
          com.fazecast.jSerialComm.SerialPort.TIMEOUT_READ_SEMI_BLOCKING
              | com.fazecast.jSerialComm.SerialPort.TIMEOUT_WRITE_BLOCKING,
          millis,
          WRITE_MILLIS);
    }
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    for (int sent = 0; sent < length; ) {
      int count = port.writeBytes(data, length - sent, offset + sent);
      if (count <= 0) {
        lose();
        throw PortException.lost("write to " + name);
      }
      sent += count;
    }
  }

  @Override
  public void discardInput() throws PortException {
    byte[] dropped = new byte[1024];
    while (read(dropped, 0, dropped.length, 0) > 0) {
      // Dropped.
    }
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) throws PortException {
    if (!port.setDTRandRTS(dtr, rts)) {
      throw PortException.lost("set the control lines of " + name);
    }
  }

  @Override
  public boolean hasSignals() {
    return true;
  }

  @Override
  public void setBaudRate(int baud) throws PortException {
    if (!port.setBaudRate(baud)) {
      throw new PortException(
          "set the speed", name + " refuses " + baud + " baud", "Choose a lower speed");
    }
  }

  @Override
  public void onDisconnect(Runnable notice) {
    this.notice = notice;
  }
}
