package org.pykopi.serial.jvm;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/** A board behind a TCP connection that carries plain bytes; without control lines and speed. */
class SocketPort implements SerialPort {
  private static final int CONNECT_MILLIS = 5000;

  final String name;
  private final String host;
  private final int number;
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private Runnable notice;

  SocketPort(String name, String host, int number) {
    this.name = name;
    this.host = host;
    this.number = number;
  }

  @Override
  public final String name() {
    return name;
  }

  @Override
  public final UsbId usbId() {
    return null;
  }

  @Override
  public void open(int baud) throws PortException {
    if (socket != null) {
      setBaudRate(baud);
      return;
    }
    Socket connection = new Socket();
    try {
      connection.connect(new InetSocketAddress(host, number), CONNECT_MILLIS);
      connection.setTcpNoDelay(true);
      in = connection.getInputStream();
      out = connection.getOutputStream();
      socket = connection;
    } catch (IOException e) {
      throw new PortException(
          "open the port",
          name + " does not answer (" + e.getMessage() + ")",
          "Check host and port number");
    }
  }

  @Override
  public void close() {
    if (socket != null) {
      try {
        socket.close();
      } catch (IOException e) {
        // A connection that fails while it is given up is given up all the same.
      }
      socket = null;
    }
  }

  @Override
  public final boolean isOpen() {
    return socket != null;
  }

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    return receive(buffer, offset, length, timeoutMillis);
  }

  /** Bytes of the connection, as {@link #read} has them. */
  final int receive(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    checkOpen("read from ");
    try {
      if (timeoutMillis == 0 && in.available() == 0) {
        return 0;
      }
      socket.setSoTimeout(Math.max(1, timeoutMillis));
      int count = in.read(buffer, offset, length);
      if (count < 0) {
        throw lose("read from ");
      }
      return count;
    } catch (SocketTimeoutException e) {
      return 0;
    } catch (IOException e) {
      throw lose("read from ");
    }
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    transmit(data, offset, length);
  }

  final void transmit(byte[] data, int offset, int length) throws PortException {
    checkOpen("write to ");
    try {
      out.write(data, offset, length);
      out.flush();
    } catch (IOException e) {
      throw lose("write to ");
    }
  }

  private void checkOpen(String step) throws PortException {
    if (socket == null) {
      throw PortException.lost(step + name);
    }
  }

  private PortException lose(String step) {
    close();
    if (notice != null) {
      notice.run();
    }
    return PortException.lost(step + name);
  }

  @Override
  public void discardInput() throws PortException {
    byte[] dropped = new byte[1024];
    while (read(dropped, 0, dropped.length, 0) > 0) {
      // Dropped.
    }
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) throws PortException {}

  @Override
  public boolean hasSignals() {
    return false;
  }

  @Override
  public void setBaudRate(int baud) throws PortException {}

  @Override
  public final void onDisconnect(Runnable notice) {
    this.notice = notice;
  }
}
