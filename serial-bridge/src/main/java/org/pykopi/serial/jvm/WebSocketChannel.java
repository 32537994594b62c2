package org.pykopi.serial.jvm;

import java.io.BufferedInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Random;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.webrepl.MessageChannel;

/**
 * A WebSocket client (RFC 6455) over TCP, without encryption, which boards do not have.
 *
 * <pre>
 * frame: final1 000 operation4, masked1 length7, [length16 or length64], [mask32], data
 * </pre>
 *
 * <p>The JDK's own client insists on text in UTF-8; boards send bytes.
 */
final class WebSocketChannel implements MessageChannel {
  private static final String STEP = "connect to WebREPL";
  private static final int CONNECT_MILLIS = 5000;
  private static final int FRAME_MILLIS = 5000;
  private static final int LONGEST = 1 << 20;

  private static final int CONTINUATION = 0;
  private static final int TEXT = 1;
  private static final int BINARY = 2;
  private static final int CLOSE = 8;
  private static final int PING = 9;
  private static final int PONG = 10;

  private final String name;
  private final String host;
  private final int number;
  private final Random random = new Random();
  private Socket socket;
  private InputStream in;
  private OutputStream out;
  private Runnable notice;

  /** Frames of a message that is not complete yet. */
  private final ByteArrayOutputStream parts = new ByteArrayOutputStream();

  private boolean isText;

  WebSocketChannel(String name, String host, int number) {
    this.name = name;
    this.host = host;
    this.number = number;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public void open() throws PortException {
    if (socket != null) {
      return;
    }
    Socket connection = new Socket();
    try {
      connection.connect(new InetSocketAddress(host, number), CONNECT_MILLIS);
      connection.setTcpNoDelay(true);
      connection.setSoTimeout(CONNECT_MILLIS);
      in = new BufferedInputStream(connection.getInputStream());
      out = connection.getOutputStream();
      shakeHands();
      socket = connection;
    } catch (IOException e) {
      throw new PortException(
          STEP,
          name + " does not answer (" + e.getMessage() + ")",
          "Check the address; is WebREPL started on the board?");
    }
  }

  private void shakeHands() throws IOException, PortException {
    byte[] key = new byte[16];
    random.nextBytes(key);
    String request =
        "GET / HTTP/1.1\r\nHost: "
            + host
            + ":"
            + number
            + "\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nSec-WebSocket-Key: "
            + Base64.getEncoder().encodeToString(key)
            + "\r\nSec-WebSocket-Version: 13\r\n\r\n";
    out.write(request.getBytes(StandardCharsets.US_ASCII));
    out.flush();
    StringBuilder answer = new StringBuilder();
    while (answer.indexOf("\r\n\r\n") < 0 && answer.length() < 4096) {
      answer.append((char) next());
    }
    if (!answer.toString().contains(" 101 ")) {
      throw new PortException(
          STEP, name + " is no WebSocket", "Check the address and the port number");
    }
  }

  private int next() throws IOException {
    int c = in.read();
    if (c < 0) {
      throw new IOException("the connection ended");
    }
    return c;
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
  public boolean isOpen() {
    return socket != null;
  }

  // ---- messages ----

  @Override
  public void send(boolean isTextMessage, byte[] data) throws PortException {
    try {
      frame(isTextMessage ? TEXT : BINARY, data);
    } catch (IOException e) {
      throw lose("write to ");
    }
  }

  private void frame(int operation, byte[] data) throws IOException, PortException {
    if (socket == null) {
      throw PortException.lost("write to " + name);
    }
    ByteArrayOutputStream frame = new ByteArrayOutputStream(data.length + 14);
    frame.write(0x80 | operation);
    if (data.length < 126) {
      frame.write(0x80 | data.length);
    } else if (data.length < 0x10000) {
      frame.write(0x80 | 126);
      frame.write(data.length >> 8);
      frame.write(data.length);
    } else {
      frame.write(0x80 | 127);
      for (int shift = 56; shift >= 0; shift -= 8) {
        frame.write((int) ((long) data.length >> shift));
      }
    }
    byte[] mask = new byte[4];
    random.nextBytes(mask);
    frame.writeBytes(mask);
    for (int i = 0; i < data.length; i++) {
      frame.write(data[i] ^ mask[i & 3]);
    }
    out.write(frame.toByteArray());
    out.flush();
  }

  @Override
  public Message receive(int timeoutMillis) throws PortException {
    if (socket == null) {
      throw PortException.lost("read from " + name);
    }
    try {
      if (timeoutMillis == 0 && in.available() == 0) {
        return null;
      }
      socket.setSoTimeout(Math.max(1, timeoutMillis));
      int first = next();
      socket.setSoTimeout(FRAME_MILLIS);
      return message(first);
    } catch (SocketTimeoutException e) {
      return null;
    } catch (IOException e) {
      throw lose("read from ");
    }
  }

  /** Takes a frame; the message it ends, or null. */
  private Message message(int first) throws IOException, PortException {
    int operation = first & 15;
    int size = next();
    long length = size & 0x7f;
    int more = length == 126 ? 2 : length == 127 ? 8 : 0;
    length = more > 0 ? 0 : length;
    for (int i = 0; i < more; i++) {
      length = length << 8 | next();
    }
    if (length > LONGEST || (size & 0x80) != 0) {
      throw new IOException("not a frame of a server");
    }
    byte[] data = in.readNBytes((int) length);
    switch (operation) {
      case CONTINUATION, TEXT, BINARY -> {
        isText = operation == CONTINUATION ? isText : operation == TEXT;
        parts.writeBytes(data);
        if ((first & 0x80) == 0) {
          return null;
        }
        Message message = new Message(isText, parts.toByteArray());
        parts.reset();
        return message;
      }
      case PING -> frame(PONG, data);
      case CLOSE -> throw new IOException("closed by the board");
      default -> {}
    }
    return null;
  }

  private PortException lose(String step) {
    close();
    if (notice != null) {
      notice.run();
    }
    return PortException.lost(step + name);
  }

  @Override
  public void onDisconnect(Runnable newNotice) {
    notice = newNotice;
  }
}
