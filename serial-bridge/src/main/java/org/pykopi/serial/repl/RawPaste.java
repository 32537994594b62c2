package org.pykopi.serial.repl;

import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.LittleEndian;
import org.pykopi.serial.port.PortException;

/**
 * Sends a program text to the raw prompt so that the board starts it.
 *
 * <pre>
 * -> 05 'A' 01                 raw paste?
 * &lt;- 'R' 01 window16 01        yes: so many bytes may be on their way, and as many again
 * &lt;- 'R' 00 '>'                no: known, but off
 * &lt;- "raw REPL; ..." '>'       no: an old board
 * -> text                      never more than the board allowed
 * &lt;- 01                        one window more
 * &lt;- 04                        no more, please: the text is bad already
 * -> 04      &lt;- 04             the text is complete, the program runs
 * </pre>
 *
 * <p>Without raw paste the text goes in pieces with pauses, because nothing tells when the board's
 * input buffer is full; {@code 04} ends it and "OK" comes back.
 */
final class RawPaste {
  private static final int ANSWER_MILLIS = 2000;

  /** How long the board may take to read one window; a file system may work in between. */
  private static final int WINDOW_MILLIS = 10_000;

  private static final int PIECE = 256;
  private static final int PAUSE_MILLIS = 10;
  private static final byte[] ASK = {ReplText.CTRL_E, 'A', ReplText.CTRL_A};
  private static final byte[] OLD_ANSWER = ReplText.bytes("w REPL; CTRL-B to exit\r\n>");

  private final ReplLine line;
  private boolean isSupported = true;

  RawPaste(ReplLine line) {
    this.line = line;
  }

  /** Does not ask for raw paste any more. */
  void avoid() {
    isSupported = false;
  }

  /** Sends a text to a waiting raw prompt; afterwards the program runs. */
  void send(byte[] text, String step) throws DeviceException {
    if (!isSupported || !tryPaste(text, step)) {
      sendPlain(text, step);
    }
  }

  /** False, with the prompt waiting again, when the board does not have raw paste. */
  private boolean tryPaste(byte[] text, String step) throws DeviceException {
    line.write(ASK);
    byte[] answer = new byte[2];
    read(answer, step, "an answer to raw paste");
    if (answer[0] == 'R' && answer[1] == 1) {
      paste(text, step);
      return true;
    }
    isSupported = false;
    Deadline deadline = Deadline.in(line.clock, ANSWER_MILLIS);
    boolean isPrompt =
        answer[0] == 'R' && answer[1] == 0
            ? line.read(deadline) == '>'
            : answer[0] == 'r' && answer[1] == 'a' && line.skipPast(OLD_ANSWER, deadline);
    if (!isPrompt) {
      throw unexpected(step, "an answer to raw paste");
    }
    return false;
  }

  private void paste(byte[] text, String step) throws DeviceException {
    byte[] size = new byte[2];
    read(size, step, "the size of the window");
    int window = LittleEndian.half(size, 0);
    int credit = window;
    int sent = 0;
    while (sent < text.length) {
      int sign = credit == 0 ? line.read(window()) : line.poll();
      if (sign == 1) {
        credit += window;
      } else if (sign == ReplText.CTRL_D) {
        line.write(ReplText.CTRL_D);
        return;
      } else if (sign != ReplLine.NOTHING) {
        throw unexpected(step, "a sign of the window");
      } else if (credit == 0) {
        throw new DeviceException(
            step, "the board stopped reading after " + sent + " bytes", "Try again");
      } else {
        int part = Math.min(credit, text.length - sent);
        line.write(text, sent, part);
        sent += part;
        credit -= part;
      }
    }
    line.write(ReplText.CTRL_D);
    int sign = line.read(window());
    while (sign == 1) {
      sign = line.read(window());
    }
    if (sign != ReplText.CTRL_D) {
      throw unexpected(step, "the end of raw paste");
    }
  }

  private Deadline window() {
    return Deadline.in(line.clock, WINDOW_MILLIS);
  }

  private void sendPlain(byte[] text, String step) throws DeviceException {
    for (int sent = 0; sent < text.length; sent += PIECE) {
      line.write(text, sent, Math.min(PIECE, text.length - sent));
      line.clock.sleep(PAUSE_MILLIS);
    }
    line.write(ReplText.CTRL_D);
    byte[] answer = new byte[2];
    read(answer, step, "OK");
    if (answer[0] != 'O' || answer[1] != 'K') {
      throw unexpected(step, "OK");
    }
  }

  private void read(byte[] target, String step, String expected) throws DeviceException {
    if (line.readFully(target, Deadline.in(line.clock, ANSWER_MILLIS)) < target.length) {
      throw unexpected(step, expected);
    }
  }

  private DeviceException unexpected(String step, String expected) throws PortException {
    return DeviceException.unexpected(
        step, expected, line.lastBytes(), "Try again; a bad cable or hub loses bytes");
  }
}
