package org.pykopi.tests.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;

/**
 * A port behind a TCP connection of plain bytes. For boards with a virtual clock: each turn of the
 * loop lets some of their time pass, however long it really takes.
 */
final class PortServer extends LoopbackServer {
  private static final int TURN_MILLIS = 5;

  private final SerialPort port;

  PortServer(SerialPort port) throws IOException {
    this.port = port;
    start();
  }

  /** What a client writes to get here. */
  String url() {
    return "socket://" + address();
  }

  @Override
  void converse(Socket socket) throws IOException, PortException {
    socket.setSoTimeout(1);
    InputStream in = socket.getInputStream();
    OutputStream out = socket.getOutputStream();
    byte[] piece = new byte[4096];
    while (true) {
      try {
        int count = in.read(piece);
        if (count < 0) {
          return;
        }
        port.write(piece, 0, count);
      } catch (SocketTimeoutException e) {
        // Nothing to send in this turn.
      }
      int count = port.read(piece, 0, piece.length, TURN_MILLIS);
      out.write(piece, 0, count);
      out.flush();
    }
  }
}
