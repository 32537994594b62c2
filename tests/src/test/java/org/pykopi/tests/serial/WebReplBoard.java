package org.pykopi.tests.serial;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Arrays;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.webrepl.MessageChannel;

/**
 * A board that is reached through WebREPL: a {@link ReplBoard} behind text messages, its files
 * behind binary ones. Like the real one it says nothing when it can not open a file, and takes the
 * bytes of a transfer in whatever pieces they come.
 */
final class WebReplBoard implements MessageChannel {
  static final String PASSWORD = "secret";
  private static final int RECORD = 82;
  private static final int BLOCK = 256;

  final ReplBoard board;
  private final ArrayDeque<Message> answers = new ArrayDeque<>();
  private final StringBuilder typed = new StringBuilder();
  private final ByteArrayOutputStream record = new ByteArrayOutputStream();
  private boolean isOpen;
  private boolean isLoggedIn;

  /** The file of a transfer, and how many bytes are still to come. */
  private FileSystem.OpenFile file;

  private int left;
  private boolean isReading;

  /** Changes one byte of what is written, as an unchecked transfer would not notice. */
  boolean damagesOnce;

  WebReplBoard(ReplBoard board) {
    this.board = board;
  }

  @Override
  public String name() {
    return "ws://simulated";
  }

  @Override
  public void open() throws PortException {
    board.open(115200);
    isOpen = true;
    isLoggedIn = false;
    typed.setLength(0);
    answer(true, "Password: ".getBytes(StandardCharsets.US_ASCII));
  }

  @Override
  public void close() {
    isOpen = false;
    answers.clear();
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  private void answer(boolean isText, byte[] data) {
    answers.add(new Message(isText, data));
  }

  private void answer(int code) {
    answer(false, new byte[] {'W', 'B', (byte) code, (byte) (code >> 8)});
  }

  @Override
  public void send(boolean isText, byte[] data) throws PortException {
    if (!isOpen) {
      throw PortException.lost("send");
    }
    if (!isLoggedIn) {
      logIn(new String(data, StandardCharsets.US_ASCII));
    } else if (isText) {
      for (byte c : data) {
        if (c < 0) {
          throw new AssertionError("text that is not ASCII");
        }
      }
      board.write(data, 0, data.length);
    } else {
      for (byte c : data) {
        receive(c);
      }
    }
  }

  private void logIn(String keys) {
    typed.append(keys);
    if (typed.indexOf("\n") >= 0) {
      isLoggedIn = typed.toString().strip().equals(PASSWORD);
      String answer = isLoggedIn ? "\r\nWebREPL connected\r\n>>> " : "\r\nAccess denied\r\n";
      answer(true, answer.getBytes(StandardCharsets.US_ASCII));
    }
  }

  // ---- files ----

  private void receive(byte c) {
    if (file != null && isReading) {
      sendBlock();
    } else if (file != null) {
      file.write(new byte[] {damagesOnce ? (byte) ~c : c}, 0, 1);
      damagesOnce = false;
      left--;
      finishWriting();
    } else {
      record.write(c);
      if (record.size() == RECORD) {
        ByteBuffer fields = ByteBuffer.wrap(record.toByteArray()).order(ByteOrder.LITTLE_ENDIAN);
        record.reset();
        begin(fields);
      }
    }
  }

  private void begin(ByteBuffer fields) {
    int operation = fields.get(2);
    if (operation == 3) {
      answer(false, new byte[] {1, 28, 0});
      return;
    }
    byte[] name = new byte[fields.getShort(16)];
    fields.get(18, name);
    String path = new String(name, StandardCharsets.US_ASCII);
    isReading = operation == 2;
    try {
      file =
          board.files.open(
              path,
              isReading
                  ? FileSystem.READ
                  : FileSystem.WRITE | FileSystem.CREATE | FileSystem.TRUNCATE);
    } catch (HostException e) {
      return;
    }
    left = fields.getInt(12);
    answer(0);
    finishWriting();
  }

  private void finishWriting() {
    if (!isReading && left == 0) {
      file.close();
      file = null;
      answer(0);
    }
  }

  private void sendBlock() {
    byte[] block = new byte[2 + BLOCK];
    int count = file.read(block, 2, BLOCK);
    block[0] = (byte) count;
    block[1] = (byte) (count >> 8);
    answer(false, Arrays.copyOf(block, 2 + count));
    if (count == 0) {
      file.close();
      file = null;
      answer(0);
    }
  }

  @Override
  public Message receive(int timeoutMillis) throws PortException {
    if (!isOpen) {
      throw PortException.lost("receive");
    }
    if (!answers.isEmpty()) {
      return answers.remove();
    }
    byte[] text = new byte[512];
    int count = board.read(text, 0, text.length, timeoutMillis);
    for (int i = 0; i < count; i++) {
      if (isLoggedIn && text[i] < 0) {
        throw new AssertionError("the board writes what is not ASCII");
      }
    }
    return count == 0 || !isLoggedIn ? null : new Message(true, Arrays.copyOf(text, count));
  }

  @Override
  public void onDisconnect(Runnable notice) {}
}
