package org.pykopi.serial.webrepl;

import java.util.Arrays;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;
import org.pykopi.serial.webrepl.MessageChannel.Message;

/**
 * The terminal of WebREPL as a port: text messages both ways.
 *
 * <pre>
 * &lt;- "Password: "   -> password LF   &lt;- CR LF "WebREPL connected" CR LF ">>> "
 *                                     &lt;- CR LF "Access denied" CR LF
 * </pre>
 *
 * <p>It carries text only, and a browser ends a connection over which a board sends anything else.
 * So raw paste has to be avoided, whose answer has the byte 0x80; the network has flow control of
 * its own. Files go through {@link WebReplFiles}. Binary messages that come are kept for the file
 * protocol.
 */
public final class WebReplPort implements SerialPort {
  private static final String STEP = "connect to WebREPL";
  private static final int LOGIN_MILLIS = 10_000;

  private final MessageChannel channel;
  private final String password;
  private final Clock clock;

  private byte[] text = {};
  private byte[] binary = {};

  public WebReplPort(MessageChannel channel, String password, Clock clock) {
    this.channel = channel;
    this.password = password;
    this.clock = clock;
  }

  @Override
  public String name() {
    return channel.name();
  }

  @Override
  public UsbId usbId() {
    return null;
  }

  @Override
  public void open(int baud) throws PortException {
    if (channel.isOpen()) {
      return;
    }
    text = new byte[0];
    binary = new byte[0];
    channel.open();
    Deadline deadline = Deadline.in(clock, LOGIN_MILLIS);
    await("Password: ", deadline);
    byte[] keys = ascii(password + "\n");
    channel.send(true, keys);
    await("\n", deadline);
    String answer = await("\n", deadline);
    if (!answer.contains("WebREPL connected")) {
      channel.close();
      throw new PortException(
          STEP,
          answer.contains("denied") ? "the board refuses the password" : "unexpected answer",
          "The password was set on the board with import webrepl_setup");
    }
  }

  /** The text up to and with its first {@code end}. */
  private String await(String end, Deadline deadline) throws PortException {
    StringBuilder seen = new StringBuilder();
    byte[] one = new byte[1];
    while (seen.indexOf(end) < 0) {
      if (read(one, 0, 1, deadline.remaining()) == 0) {
        channel.close();
        throw new PortException(
            STEP, "the board does not ask for the password", "Is another client connected?");
      }
      seen.append((char) (one[0] & 0x7f));
    }
    return seen.toString();
  }

  private static byte[] ascii(String text) {
    byte[] bytes = new byte[text.length()];
    for (int i = 0; i < bytes.length; i++) {
      bytes[i] = (byte) text.charAt(i);
    }
    return bytes;
  }

  @Override
  public void close() {
    channel.close();
  }

  @Override
  public boolean isOpen() {
    return channel.isOpen();
  }

  // ---- bytes ----

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    Deadline deadline = Deadline.in(clock, timeoutMillis);
    while (text.length == 0 && receive(deadline)) {
      // Something came; text ends the wait.
    }
    int count = Math.min(length, text.length);
    System.arraycopy(text, 0, buffer, offset, count);
    text = Arrays.copyOfRange(text, count, text.length);
    return count;
  }

  /** Bytes of the file protocol; how many came in time. */
  int readBinary(byte[] target, Deadline deadline) throws PortException {
    while (binary.length < target.length && receive(deadline)) {
      // One more message was kept.
    }
    int count = Math.min(target.length, binary.length);
    System.arraycopy(binary, 0, target, 0, count);
    binary = Arrays.copyOfRange(binary, count, binary.length);
    return count;
  }

  /** Keeps the next message; false when none came in time. */
  private boolean receive(Deadline deadline) throws PortException {
    Message message = channel.receive(deadline.remaining());
    if (message == null) {
      return !deadline.isOver();
    }
    if (message.isText()) {
      text = joined(text, message.data());
    } else {
      binary = joined(binary, message.data());
    }
    return true;
  }

  private static byte[] joined(byte[] first, byte[] second) {
    byte[] all = Arrays.copyOf(first, first.length + second.length);
    System.arraycopy(second, 0, all, first.length, second.length);
    return all;
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    channel.send(true, Arrays.copyOfRange(data, offset, offset + length));
  }

  void writeBinary(byte[] data) throws PortException {
    channel.send(false, data);
  }

  /** Forgets what an earlier, broken transfer may have left. */
  void discardBinary() throws PortException {
    Message message = channel.receive(0);
    while (message != null) {
      text = message.isText() ? joined(text, message.data()) : text;
      message = channel.receive(0);
    }
    binary = new byte[0];
  }

  Clock clock() {
    return clock;
  }

  @Override
  public void discardInput() throws PortException {
    discardBinary();
    text = new byte[0];
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) {}

  @Override
  public boolean hasSignals() {
    return false;
  }

  @Override
  public void setBaudRate(int baud) {}

  @Override
  public void onDisconnect(Runnable notice) {
    channel.onDisconnect(notice);
  }
}
