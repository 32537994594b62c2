package org.pykopi.tests.serial;

import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;

/**
 * Reads of a page from a simulated board, whose time goes on with them. The page gives up after
 * some seconds of its own. So on a busy machine, where it reads seldom, the board is not slower
 * than the page; and a read brings what came within a millisecond, as from an adapter on USB, where
 * single bytes would cost the page most of its time.
 */
final class PageReader {
  private static final int LEAST_MILLIS = 5;
  private static final int MOST_MILLIS = 500;
  private static final int GATHER_MILLIS = 1;

  private final SerialPort board;
  private long last = System.nanoTime();

  PageReader(SerialPort board) {
    this.board = board;
  }

  /** Fills an array from its start; how many bytes there were. */
  int read(byte[] target) throws PortException {
    long now = System.nanoTime();
    long passed = (now - last) / 1_000_000;
    last = now;
    int millis = (int) Math.max(LEAST_MILLIS, Math.min(passed, MOST_MILLIS));
    int count = board.read(target, 0, target.length, millis);
    int more = count;
    while (more > 0 && count < target.length) {
      more = board.read(target, count, target.length - count, GATHER_MILLIS);
      count += more;
    }
    return count;
  }
}
