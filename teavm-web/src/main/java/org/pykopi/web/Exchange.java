package org.pykopi.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.web.host.Bridge;

/**
 * Arguments and results of exported calls that are more than an int.
 *
 * <pre>
 *   JavaScript: addArgument(size), then fillArgument(at, count) for each piece in the exchange;
 *               the call; then takeResult(at) until resultSize() bytes came from the exchange
 * </pre>
 *
 * No other call may come between, which holds because the JavaScript side does all of it in one
 * turn.
 */
final class Exchange {
  private static final byte[] EMPTY = new byte[0];

  private final Bridge bridge;
  private final List<byte[]> arguments = new ArrayList<>();
  private byte[] result = EMPTY;

  Exchange(Bridge bridge) {
    this.bridge = bridge;
  }

  void addArgument(int size) {
    arguments.add(new byte[size]);
  }

  void fillArgument(int at, int count) {
    bridge.get(0, arguments.get(arguments.size() - 1), at, count);
  }

  /** The next argument in the order in which they were added. */
  byte[] nextBytes() {
    return arguments.remove(0);
  }

  String nextText() {
    return new String(nextBytes(), StandardCharsets.UTF_8);
  }

  /** Forgets arguments that a failed call left. */
  void dropArguments() {
    arguments.clear();
  }

  void answer(byte[] bytes) {
    result = bytes;
  }

  void answer(String text) {
    answer(text.getBytes(StandardCharsets.UTF_8));
  }

  int resultSize() {
    return result.length;
  }

  /**
   * Copies the result from {@code at} on into the exchange, as much as fits; its last byte ends it.
   */
  void takeResult(int at) {
    int count = Math.min(result.length - at, Bridge.EXCHANGE_SIZE);
    bridge.put(0, result, at, count);
    if (at + count == result.length) {
      result = EMPTY;
    }
  }
}
