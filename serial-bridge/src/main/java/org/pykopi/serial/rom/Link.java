package org.pykopi.serial.rom;

import java.util.Arrays;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.StopCheck;
import org.pykopi.serial.slip.Slip;
import org.pykopi.serial.slip.SlipDecoder;

/**
 * Carries SLIP frames over a port and remembers the last bytes that came, for error messages. A
 * wait for a frame can be stopped.
 */
public final class Link {
  private static final int LARGEST_FRAME = 0x8000;
  private static final int REMEMBERED = 64;

  /** The longest single wait on the port, so that the wish to stop is seen. */
  private static final int SLICE_MILLIS = 100;

  public final SerialPort port;
  public final Clock clock;
  private final StopCheck stop;
  private final SlipDecoder decoder = new SlipDecoder(LARGEST_FRAME);
  private final byte[] input = new byte[4096];
  private int next;
  private int end;
  private final byte[] last = new byte[REMEMBERED];
  private int lastLength;

  public Link(SerialPort port, Clock clock, StopCheck stop) {
    this.port = port;
    this.clock = clock;
    this.stop = stop;
  }

  public void send(byte[] data) throws PortException {
    byte[] frame = Slip.encode(data);
    port.write(frame, 0, frame.length);
  }

  /** The next frame before the deadline, or null. */
  public byte[] receive(Deadline deadline) throws PortException, CancelledException {
    while (true) {
      while (next < end) {
        byte[] frame = decoder.feed(input[next++] & 255);
        if (frame != null) {
          return frame;
        }
      }
      if (deadline.isOver()) {
        return null;
      }
      stop.check();
      fill(deadline.remaining(SLICE_MILLIS));
    }
  }

  /** Drops all input until the line was silent for so long, but not for ever. */
  public void drain(int quietMillis) throws PortException {
    Deadline limit = Deadline.in(clock, 20 * quietMillis + 1000);
    discard();
    while (!limit.isOver() && fill(quietMillis)) {
      next = end;
    }
    decoder.reset();
    lastLength = 0;
  }

  /** Drops what came so far. */
  public void discard() throws PortException {
    port.discardInput();
    next = 0;
    end = 0;
    decoder.reset();
  }

  /** What came last: at most 64 bytes. */
  public byte[] lastBytes() {
    return Arrays.copyOf(last, lastLength);
  }

  /** Begins a new memory of last bytes. */
  void forget() {
    lastLength = 0;
  }

  private boolean fill(int timeout) throws PortException {
    next = 0;
    end = 0;
    end = port.read(input, 0, input.length, timeout);
    int count = Math.min(end, REMEMBERED);
    int kept = Math.min(lastLength, REMEMBERED - count);
    System.arraycopy(last, lastLength - kept, last, 0, kept);
    System.arraycopy(input, end - count, last, kept, count);
    lastLength = kept + count;
    return end > 0;
  }
}
