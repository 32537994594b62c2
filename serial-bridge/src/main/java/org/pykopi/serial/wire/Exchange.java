package org.pykopi.serial.wire;

import java.util.ArrayList;
import java.util.List;

/**
 * Arguments and results of exported calls that are more than an int.
 *
 * <pre>
 *   JavaScript: add an argument of a size, then fill it from the exchange, piece by piece;
 *               the call; then take the result, until all of its size came through the exchange
 * </pre>
 *
 * No other call may come between, which holds because the JavaScript side does all of it in one
 * turn.
 */
public final class Exchange {
  private static final byte[] EMPTY = new byte[0];

  private final SharedRegion region;
  private final List<byte[]> arguments = new ArrayList<>();
  private byte[] result = EMPTY;

  public Exchange(SharedRegion region) {
    this.region = region;
  }

  public void addArgument(int size) {
    arguments.add(new byte[size]);
  }

  public void fillArgument(int at, int count) {
    region.get(0, arguments.get(arguments.size() - 1), at, count);
  }

  /** The next argument in the order in which they were added. */
  public byte[] nextBytes() {
    return arguments.remove(0);
  }

  public String nextText() {
    return WireText.decode(nextBytes());
  }

  /** Forgets arguments that a failed call left. */
  public void dropArguments() {
    arguments.clear();
  }

  public void answer(byte[] bytes) {
    result = bytes;
  }

  public void answer(String text) {
    answer(WireText.encode(text));
  }

  public int resultSize() {
    return result.length;
  }

  /**
   * Copies the result from {@code at} on into the exchange, as much as fits; its last byte ends it.
   */
  public void takeResult(int at) {
    int count = Math.min(result.length - at, SharedRegion.EXCHANGE_SIZE);
    region.put(0, result, at, count);
    if (at + count == result.length) {
      result = EMPTY;
    }
  }
}
