package org.pykopi.tests.serial;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import org.pykopi.serial.port.PortException;

/**
 * A TCP server on this machine: one client after the other, in a thread of its own that ends with
 * {@link #close}.
 */
abstract class LoopbackServer implements AutoCloseable {
  private final ServerSocket server = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
  private final Thread thread = new Thread(this::serve, getClass().getSimpleName());
  private volatile Socket client;

  LoopbackServer() throws IOException {}

  /** Begins to accept clients; when the object is complete. */
  final void start() {
    thread.setDaemon(true);
    thread.start();
  }

  /** Talks to a client until either side goes away. */
  abstract void converse(Socket socket) throws IOException, PortException;

  /** A client has gone; in the thread of the server. */
  void hangUp() {}

  final int port() {
    return server.getLocalPort();
  }

  /** {@code 127.0.0.1:49152}. */
  final String address() {
    return "127.0.0.1:" + port();
  }

  private void serve() {
    while (!server.isClosed()) {
      try (Socket socket = server.accept()) {
        client = socket;
        socket.setTcpNoDelay(true);
        converse(socket);
      } catch (IOException | PortException e) {
        // The client or the board has gone; the next client may come, unless the server is closed.
      }
      hangUp();
    }
  }

  /** Disconnects the client and ends the server. */
  @Override
  public void close() throws IOException {
    server.close();
    if (client != null) {
      client.close();
    }
    try {
      thread.join();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
