package org.pykopi.serial.webrepl;

import java.util.Arrays;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.LittleEndian;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.repl.BoardFiles;
import org.pykopi.serial.repl.FileTransfer;
import org.pykopi.serial.repl.RawRepl;

/**
 * The file protocol of WebREPL: binary messages, numbers with the low byte first.
 *
 * <pre>
 * -> "WA" op8 flags8 offset64 size32 nameLength16 name[64]      op: 1 put, 2 get, 3 version
 * &lt;- "WB" code16                                                0 is yes
 * put:      -> data in pieces                 &lt;- "WB" code16
 * get:      -> 00   &lt;- length16 data          again until the length is 0, then &lt;- "WB" code16
 * version:  &lt;- major8 minor8 micro8           instead of "WB"
 * </pre>
 *
 * <p>A board that can not open the file answers nothing at all. The protocol checks nothing and the
 * board does not say what it wrote: whoever uses it compares hashes afterwards.
 */
public final class WebReplFiles implements FileTransfer {
  private static final int PUT = 1;
  private static final int GET = 2;
  private static final int VERSION = 3;
  private static final int RECORD = 82;
  private static final int NAME = 64;
  private static final int PIECE = 1024;
  private static final int ANSWER_MILLIS = 10_000;

  private final WebReplPort port;

  public WebReplFiles(WebReplPort port) {
    this.port = port;
  }

  /** The files of a board behind any port: over WebREPL as text and with this protocol. */
  public static BoardFiles of(RawRepl repl, SerialPort port) {
    return port instanceof WebReplPort terminal
        ? new BoardFiles(repl, true, new WebReplFiles(terminal))
        : new BoardFiles(repl);
  }

  /** The name is text of the network: ASCII only, and short. */
  @Override
  public boolean accepts(String path) {
    for (int i = 0; i < path.length(); i++) {
      if (path.charAt(i) >= 0x80 || path.charAt(i) == 0) {
        return false;
      }
    }
    return path.length() < NAME;
  }

  /** Version of the firmware: {@code 1.24.1}. */
  public String version() throws DeviceException {
    begin(VERSION, "", 0);
    byte[] numbers = new byte[3];
    read(numbers, "ask for the version");
    return numbers[0] + "." + numbers[1] + "." + numbers[2];
  }

  @Override
  public void put(String path, byte[] data, Progress progress) throws DeviceException {
    String step = "write " + path;
    begin(PUT, path, data.length);
    confirm(step);
    for (int sent = 0; sent < data.length; sent += PIECE) {
      // The board counts the bytes it was promised: stopping means sending the rest all the same.
      if (!progress.update(step, sent, data.length)) {
        port.writeBinary(new byte[data.length - sent]);
        confirm(step);
        throw new CancelledException(step);
      }
      port.writeBinary(Arrays.copyOfRange(data, sent, Math.min(sent + PIECE, data.length)));
    }
    confirm(step);
    progress.update(step, data.length, data.length);
  }

  @Override
  public byte[] get(String path, long size, Progress progress) throws DeviceException {
    String step = "read " + path;
    begin(GET, path, 0);
    confirm(step);
    byte[] contents = new byte[(int) Math.min(size, 1 << 20)];
    int count = 0;
    boolean isCancelled = false;
    byte[] length = new byte[2];
    while (true) {
      port.writeBinary(new byte[1]);
      read(length, step);
      byte[] piece = new byte[LittleEndian.half(length, 0)];
      if (piece.length == 0) {
        break;
      }
      read(piece, step);
      if (count + piece.length > contents.length) {
        contents = Arrays.copyOf(contents, 2 * contents.length + piece.length);
      }
      System.arraycopy(piece, 0, contents, count, piece.length);
      count += piece.length;
      isCancelled = isCancelled || !progress.update(step, count, size);
    }
    confirm(step);
    if (isCancelled) {
      throw new CancelledException(step);
    }
    return Arrays.copyOf(contents, count);
  }

  private void begin(int operation, String path, int size) throws PortException {
    port.discardBinary();
    byte[] record = new byte[RECORD];
    record[0] = 'W';
    record[1] = 'A';
    record[2] = (byte) operation;
    LittleEndian.putWord(record, 12, size);
    record[16] = (byte) path.length();
    for (int i = 0; i < path.length(); i++) {
      record[18 + i] = (byte) path.charAt(i);
    }
    port.writeBinary(record);
  }

  private void confirm(String step) throws DeviceException {
    byte[] answer = new byte[4];
    read(answer, step);
    if (answer[0] != 'W' || answer[1] != 'B') {
      throw DeviceException.unexpected(step, "an answer of WebREPL", answer, "Connect again");
    }
    int code = LittleEndian.half(answer, 2);
    if (code != 0) {
      throw new DeviceException(step, "WebREPL refuses with code " + code, "");
    }
  }

  private void read(byte[] target, String step) throws DeviceException {
    Deadline deadline = Deadline.in(port.clock(), ANSWER_MILLIS);
    if (port.readBinary(target, deadline) < target.length) {
      throw new DeviceException(step, "the board does not answer", "Connect again");
    }
  }
}
