package org.pykopi.serial.repl;

import java.util.Arrays;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.StopCheck;

/**
 * Bytes of a port one by one, with what came last kept for messages. Every wait ends at a deadline:
 * a read then says {@link #NOTHING}.
 */
final class ReplLine {
  /** Result of {@link #read}: the time is over. */
  static final int NOTHING = -1;

  private static final int LAST = 64;

  /** The longest single wait on the port, so that a stop request is seen. */
  private static final int SLICE_MILLIS = 50;

  final Clock clock;
  private final SerialPort port;
  private final byte[] buffer = new byte[4096];
  private int position;
  private int end;

  /** A ring of the last bytes; {@code heard} counts all that came since {@link #forget}. */
  private final byte[] last = new byte[LAST];

  private long heard;

  /** What may end a wait. */
  private StopCheck stop = StopCheck.NEVER;

  ReplLine(SerialPort port, Clock clock) {
    this.port = port;
    this.clock = clock;
  }

  /** From now on waits end when this says so. */
  void stopWith(StopCheck check) {
    stop = check;
  }

  // ---- reading ----

  /** The next byte, or NOTHING when none came in time. */
  int read(Deadline deadline) throws PortException, CancelledException {
    while (position == end) {
      if (!fill(deadline.remaining(SLICE_MILLIS)) && deadline.isOver()) {
        return NOTHING;
      }
    }
    return buffer[position++] & 0xff;
  }

  /** The next byte if it is there already, else NOTHING. */
  int poll() throws PortException, CancelledException {
    return position < end || fill(0) ? buffer[position++] & 0xff : NOTHING;
  }

  private boolean fill(int millis) throws PortException, CancelledException {
    stop.check();
    int count = port.read(buffer, 0, buffer.length, millis);
    position = 0;
    end = count;
    for (int i = Math.max(0, count - LAST); i < count; i++) {
      last[(int) ((heard + i) % LAST)] = buffer[i];
    }
    heard += count;
    return count > 0;
  }

  /**
   * Moves bytes that are there into {@code target}, waiting for the first of them; stops after the
   * byte {@code stop}, which it takes too. Returns how many, 0 when the time is over.
   */
  int readUpTo(int stop, byte[] target, Deadline deadline)
      throws PortException, CancelledException {
    int c = read(deadline);
    int count = 0;
    while (c != NOTHING) {
      target[count++] = (byte) c;
      if (c == stop || count == target.length || position == end) {
        break;
      }
      c = buffer[position++] & 0xff;
    }
    return count;
  }

  /** Reads as many bytes as the array holds; how many came in time. */
  int readFully(byte[] target, Deadline deadline) throws PortException, CancelledException {
    int count = 0;
    while (count < target.length) {
      if (position == end && !fill(deadline.remaining(SLICE_MILLIS))) {
        if (deadline.isOver()) {
          break;
        }
        continue;
      }
      int part = Math.min(end - position, target.length - count);
      System.arraycopy(buffer, position, target, count, part);
      position += part;
      count += part;
    }
    return count;
  }

  /** Drops everything up to and with this text; false when it did not come in time. */
  boolean skipPast(byte[] text, Deadline deadline) throws PortException, CancelledException {
    // The window holds the last text.length bytes; all texts here are short.
    byte[] window = new byte[text.length];
    for (int count = 1; ; count++) {
      int c = read(deadline);
      if (c == NOTHING) {
        return false;
      }
      System.arraycopy(window, 1, window, 0, window.length - 1);
      window[window.length - 1] = (byte) c;
      if (count >= text.length && Arrays.equals(window, text)) {
        return true;
      }
    }
  }

  /** Drops what comes until nothing came for {@code quietMillis}, or the time is over. */
  void skipUntilQuiet(int quietMillis, Deadline deadline) throws PortException, CancelledException {
    do {
      position = end;
    } while (!deadline.isOver() && fill(deadline.remaining(quietMillis)));
    position = end;
  }

  /** What came together with the last byte that was read. */
  byte[] takeRest() {
    byte[] rest = Arrays.copyOfRange(buffer, position, end);
    position = end;
    return rest;
  }

  /** Starts to count anew what comes. */
  void forget() {
    heard = 0;
  }

  boolean hasHeard() {
    return heard > 0;
  }

  /** The last bytes that came, at most 64. */
  byte[] lastBytes() {
    int count = (int) Math.min(heard, LAST);
    byte[] out = new byte[count];
    for (int i = 0; i < count; i++) {
      out[i] = last[(int) ((heard - count + i) % LAST)];
    }
    return out;
  }

  // ---- writing ----

  void write(byte[] data) throws PortException {
    port.write(data, 0, data.length);
  }

  void write(byte[] data, int offset, int length) throws PortException {
    port.write(data, offset, length);
  }

  void write(int c) throws PortException {
    write(new byte[] {(byte) c});
  }
}
