package org.pykopi.tests.serial;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import java.util.Base64;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.webrepl.MessageChannel;

/** Puts a simulated WebREPL board behind a real WebSocket; cuts long messages into two frames. */
final class WebSocketServer extends LoopbackServer {
  private static final int TURN_MILLIS = 5;

  private final MessageChannel board;

  WebSocketServer(MessageChannel board) throws IOException {
    this.board = board;
    start();
  }

  String url() {
    return "ws://" + address();
  }

  @Override
  void hangUp() {
    board.close();
  }

  @Override
  void converse(Socket socket) throws IOException, PortException {
    board.open();
    InputStream in = new BufferedInputStream(socket.getInputStream());
    OutputStream out = socket.getOutputStream();
    StringBuilder request = new StringBuilder();
    while (request.indexOf("\r\n\r\n") < 0) {
      request.append((char) byteOf(in));
    }
    String key = request.toString().replaceAll("(?is).*Sec-WebSocket-Key: *(\\S+).*", "$1");
    String answer =
        "HTTP/1.1 101 Switching Protocols\r\nUpgrade: websocket\r\nConnection: Upgrade\r\n"
            + "Sec-WebSocket-Accept: "
            + accept(key)
            + "\r\n\r\n";
    out.write(answer.getBytes(StandardCharsets.US_ASCII));
    frame(out, 0x89, new byte[] {1});
    while (true) {
      socket.setSoTimeout(1);
      try {
        int first = byteOf(in);
        socket.setSoTimeout(0);
        receive(first, in);
      } catch (SocketTimeoutException e) {
        // Nothing to send in this turn.
      }
      MessageChannel.Message message = board.receive(TURN_MILLIS);
      if (message != null) {
        send(out, message);
      }
    }
  }

  /** Proves that this is a server of WebSockets: RFC 6455, 4.2.2. */
  private static String accept(String key) {
    try {
      byte[] text =
          (key + "258EAFA5-E914-47DA-95CA-C5AB0DC85B11").getBytes(StandardCharsets.US_ASCII);
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("SHA-1").digest(text));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int byteOf(InputStream in) throws IOException {
    int c = in.read();
    if (c < 0) {
      throw new IOException("end");
    }
    return c;
  }

  private void receive(int first, InputStream in) throws IOException, PortException {
    int length = byteOf(in) & 0x7f;
    if (length == 126) {
      length = byteOf(in) << 8 | byteOf(in);
    }
    byte[] mask = in.readNBytes(4);
    byte[] data = in.readNBytes(length);
    for (int i = 0; i < data.length; i++) {
      data[i] ^= mask[i % 4];
    }
    if ((first & 15) == 8) {
      throw new IOException("end");
    }
    if ((first & 15) < 3) {
      board.send((first & 15) == 1, data);
    }
  }

  private static void send(OutputStream out, MessageChannel.Message message) throws IOException {
    int operation = message.isText() ? 1 : 2;
    byte[] data = message.data();
    if (data.length > 200) {
      frame(out, operation, Arrays.copyOf(data, 100));
      frame(out, 0x80, Arrays.copyOfRange(data, 100, data.length));
    } else {
      frame(out, 0x80 | operation, data);
    }
  }

  private static void frame(OutputStream out, int first, byte[] data) throws IOException {
    ByteArrayOutputStream frame = new ByteArrayOutputStream();
    frame.write(first);
    if (data.length < 126) {
      frame.write(data.length);
    } else {
      frame.write(126);
      frame.write(data.length >> 8);
      frame.write(data.length);
    }
    frame.writeBytes(data);
    out.write(frame.toByteArray());
    out.flush();
  }
}
