package org.pykopi.host.board;

import java.util.ArrayList;
import java.util.List;

/**
 * One serial line. Bytes take their time: a byte that is sent has arrived when all its bits were
 * transmitted. Unless something is connected, the line ends in its own input. Times are nanoseconds
 * of the host's elapsed clock.
 */
public final class BoardUart {
  /** Time for which nothing is expected. */
  public static final long NEVER = Long.MAX_VALUE;

  private static final long NANOS_PER_SECOND = 1_000_000_000L;

  /** Bytes that follow each other without a gap, the first one complete at {@code first}. */
  private static final class Piece {
    final byte[] data;
    final long first;
    final long step;
    int taken;

    Piece(byte[] data, long first, long step) {
      this.data = data;
      this.first = first;
      this.step = step;
    }

    int arrived(long now) {
      if (now < first) {
        return 0;
      }
      long count = step == 0 ? data.length : (now - first) / step + 1;
      return (int) Math.min(data.length, count);
    }

    long timeOf(int index) {
      return first + index * step;
    }
  }

  public final int number;
  private final Board board;
  private final List<Piece> pieces = new ArrayList<>();
  private boolean isConnected;
  private long nanosPerByte = NANOS_PER_SECOND * 10 / 115200;
  private int capacity = 256;
  private long sentUntil;

  BoardUart(Board board, int number) {
    this.board = board;
    this.number = number;
  }

  /** Sets how long a byte takes. */
  public void setSpeed(int baudRate, int bitsPerByte) {
    nanosPerByte = NANOS_PER_SECOND * bitsPerByte / baudRate;
  }

  public long nanosPerByte() {
    return nanosPerByte;
  }

  /** Sets how many bytes that were not read are kept; those that come then are lost. */
  public void setCapacity(int capacity) {
    this.capacity = capacity;
  }

  /** Whether something else than its own input is at the other end. */
  public void setConnected(boolean isConnected) {
    this.isConnected = isConnected;
  }

  // ---- the program's side ----

  /** Sends bytes after those that are still being sent. */
  public void send(byte[] data, long now) {
    long start = Math.max(now, sentUntil);
    sentUntil = start + data.length * nanosPerByte;
    if (!isConnected) {
      add(data, start + nanosPerByte, nanosPerByte);
    }
    board.sent(this, data);
  }

  /** When everything has been sent. */
  public long sentUntil() {
    return sentUntil;
  }

  /** How many bytes can be read. */
  public int available(long now) {
    int count = 0;
    for (Piece piece : pieces) {
      count += piece.arrived(now) - piece.taken;
    }
    return count;
  }

  /** Reads what has arrived, up to {@code length} bytes. */
  public int read(byte[] target, int offset, int length, long now) {
    int count = 0;
    while (count < length && !pieces.isEmpty()) {
      Piece piece = pieces.get(0);
      int part = Math.min(length - count, piece.arrived(now) - piece.taken);
      if (part <= 0) {
        break;
      }
      System.arraycopy(piece.data, piece.taken, target, offset + count, part);
      piece.taken += part;
      count += part;
      if (piece.taken == piece.data.length) {
        pieces.remove(0);
      }
    }
    return count;
  }

  /** When the first byte arrives that is not there at {@code now}; {@link #NEVER} for none. */
  public long nextArrival(long now) {
    for (Piece piece : pieces) {
      int arrived = piece.arrived(now);
      if (arrived < piece.data.length) {
        return piece.timeOf(arrived);
      }
    }
    return NEVER;
  }

  /** Forgets what was not read. */
  public void discard() {
    pieces.clear();
  }

  // ---- from outside ----

  /** Bytes come in from outside, at once. */
  public void receive(byte[] data) {
    add(data.clone(), Long.MIN_VALUE, 0);
  }

  private void add(byte[] data, long first, long step) {
    int room = capacity;
    for (Piece piece : pieces) {
      room -= piece.data.length - piece.taken;
    }
    if (room <= 0 || data.length == 0) {
      return;
    }
    byte[] kept = data;
    if (data.length > room) {
      kept = new byte[room];
      System.arraycopy(data, 0, kept, 0, room);
    }
    pieces.add(new Piece(kept, first, step));
  }
}
