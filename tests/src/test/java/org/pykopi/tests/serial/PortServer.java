package org.pykopi.tests.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;

/**
 * A port behind a TCP connection of plain bytes. For boards with a virtual clock: each turn of the
 * loop lets some of their time pass, however long it really takes.
 */
final class PortServer implements AutoCloseable {
  private static final int TURN_MILLIS = 5;

  private final SerialPort port;
  private final ServerSocket server;
  private final Thread thread;
  private volatile Socket socket;

  PortServer(SerialPort port) throws IOException {
    this.port = port;
    server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    thread = new Thread(this::serve, "port server");
    thread.setDaemon(true);
    thread.start();
  }

  /** What a client writes to get here. */
  String name() {
    return "socket://127.0.0.1:" + server.getLocalPort();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket client = server.accept()) {
        socket = client;
        client.setTcpNoDelay(true);
        client.setSoTimeout(1);
        carry(client.getInputStream(), client.getOutputStream());
      } catch (IOException e) {
        // The client has gone; the next one may come, unless the server is closed.
        continue;
      } catch (PortException e) {
        return;
      }
    }
  }

  private void carry(InputStream in, OutputStream out) throws IOException, PortException {
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

  @Override
  public void close() {
    try {
      server.close();
      if (socket != null) {
        socket.close();
      }
      thread.join();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
