package org.pykopi.web.host;

import org.pykopi.serial.wire.SharedRegion;

/**
 * The calls from Java to the JavaScript around it. Only ints and doubles cross; bytes go through
 * the exchange.
 *
 * <p>The methods marked "waits" may suspend: in WebAssembly the engine puts the Java stack aside
 * until a promise is settled, and other calls into Java can happen meanwhile. So the exchange holds
 * nothing across them.
 *
 * <p>Why ints and a region instead of JavaScript objects: TeaVM's object bridge for WebAssembly
 * builds functions from text, which a page with a strict content security policy forbids.
 */
public interface Bridge extends SharedRegion {
  /** Values of {@link #write}'s stream. */
  int OUTPUT = 1;

  int ERROR = 2;

  /** How deep the machine may recurse through Java on this build's stack; 0 for its default. */
  default int maxDepth() {
    return 0;
  }

  /** Gives the browser its turn when it is due; waits. 1 when the person asked to stop, else 0. */
  int poll();

  /**
   * Waits until input is there. Number of bytes ready, 0 when interrupted, -1 at the end of input.
   */
  int awaitInput();

  /** Number of input bytes that are ready. */
  int inputReady();

  /**
   * Moves up to {@code length} ready input bytes to the start of the exchange and returns how many.
   */
  int takeInput(int length);

  /**
   * Writes the first {@code length} bytes of the exchange to a stream; waits while the reader is
   * far behind.
   */
  void write(int stream, int length);

  void flush();

  /** Waits for a time, less when interrupted. */
  void sleep(double milliseconds);

  /** Milliseconds since 1970-01-01 UTC. */
  double epochMillis();

  /** Milliseconds since some start, with fractions; never goes back. */
  double elapsedMillis();

  int localOffsetSeconds(double epochSeconds);

  /** Fills the first {@code length} bytes of the exchange with random bytes. */
  void random(int length);

  /**
   * The file or folder whose path stands in the first {@code length} bytes of the exchange changed.
   */
  void fileChanged(int length);

  void fileRemoved(int length);

  /**
   * Sends a part of a message that is longer than the exchange; the last part goes with {@link
   * #callScript}.
   */
  void sendPart(int length);

  /**
   * An operation on a JavaScript object; the message ends with the first {@code length} bytes of
   * the exchange. Returns the size of the reply, whose first part is in the exchange.
   */
  int callScript(int length);

  /** Puts the part of the latest reply that starts at {@code at} into the exchange. */
  void receivePart(int at);
}
