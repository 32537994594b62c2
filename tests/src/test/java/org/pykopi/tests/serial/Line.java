package org.pykopi.tests.serial;

import java.util.Arrays;
import java.util.Random;

/**
 * One direction of a serial line: bytes leave one after the other at the line's rate and arrive
 * after a delay. Times are microseconds of a {@link VirtualClock}; ten bits make a byte.
 */
final class Line {
  /** What happens to bytes on the way; the default is nothing. All chances are per byte. */
  static final class Faults {
    private final Random random;
    double loss;
    double doubling;
    double change;

    /** The line is cut after so many bytes; negative for never. */
    long cutAfter = -1;

    Faults(long seed) {
      random = new Random(seed);
    }
  }

  static final long NEVER = Long.MAX_VALUE;

  private final long delayMicros;
  private double microsPerByte;
  private double freeAt;

  // A queue: bytes and the moments when they arrive, from head to tail.
  private byte[] bytes = new byte[1024];
  private long[] moments = new long[1024];
  private int head;
  private int tail;

  private long sent;
  Faults faults;

  Line(int baud, int delayMicros) {
    this.delayMicros = delayMicros;
    setBaudRate(baud);
  }

  void setBaudRate(int baud) {
    microsPerByte = 10e6 / baud;
  }

  /** All bytes ever sent. */
  long sent() {
    return sent;
  }

  /** Whether a fault has cut the line. */
  boolean isCut() {
    return faults != null && faults.cutAfter >= 0 && sent >= faults.cutAfter;
  }

  void send(int c, long now) {
    freeAt = Math.max(freeAt, now) + microsPerByte;
    if (!isCut()) {
      sent++;
      if (faults == null) {
        append(c);
      } else {
        sendBadly(c);
      }
    }
  }

  private void sendBadly(int c) {
    Random random = faults.random;
    if (random.nextDouble() < faults.loss) {
      return;
    }
    int value = random.nextDouble() < faults.change ? c ^ 1 << random.nextInt(8) : c;
    append(value);
    if (random.nextDouble() < faults.doubling) {
      append(value);
    }
  }

  private void append(int c) {
    if (tail == bytes.length) {
      int count = tail - head;
      if (count > bytes.length / 2) {
        bytes = Arrays.copyOf(bytes, 2 * bytes.length);
        moments = Arrays.copyOf(moments, bytes.length);
      }
      System.arraycopy(bytes, head, bytes, 0, count);
      System.arraycopy(moments, head, moments, 0, count);
      head = 0;
      tail = count;
    }
    bytes[tail] = (byte) c;
    moments[tail++] = (long) freeAt + delayMicros;
  }

  /** When the last byte has left, were nothing more sent. */
  long freeAt() {
    return (long) freeAt;
  }

  /** When the sender may hand over more, if it holds back at most so many bytes. */
  long roomAt(int bufferSize) {
    return (long) (freeAt - bufferSize * microsPerByte);
  }

  /** When the next byte arrives, or NEVER. */
  long nextArrival() {
    return head == tail ? NEVER : moments[head];
  }

  /** Takes the byte that has arrived by now; -1 for none. */
  int take(long now) {
    return nextArrival() <= now ? bytes[head++] & 0xff : -1;
  }

  /** Loses all that is on the way. */
  void clear() {
    head = 0;
    tail = 0;
  }
}
