package org.pykopi.serial.web;

import org.pykopi.serial.wire.SharedRegion;

/**
 * The calls from Java to the page around it: one serial line, the clock, and what the user sees.
 * Only numbers cross; bytes go through the exchange.
 *
 * <p>The methods marked "waits" may suspend the Java stack until a promise is settled. Other calls
 * into Java can happen meanwhile, so the exchange holds nothing across them.
 *
 * <p>A method that returns {@link #FAILED} has left a sentence for the user: {@link #problem}.
 */
interface Page extends SharedRegion {
  int FAILED = -1;

  /** Added to the size of a binary message; the exchange is smaller. */
  int BINARY = 1 << 20;

  /** Opens the line; waits. */
  int open(int baud);

  /** Gives the line back, also one that failed; waits. */
  void close();

  /** Bytes received and not taken; waits until there is one or the milliseconds are over. */
  int available(double timeoutMillis);

  /** Moves up to so many received bytes to the start of the exchange; returns how many. */
  int take(int length);

  /** Sends the first bytes of the exchange; waits. */
  int send(int length);

  /** Sets both control lines in one request; waits. */
  int setSignals(int dtr, int rts);

  int setBaudRate(int baud);

  /** Puts what the USB device says of itself into the exchange; its size. See {@link PageUsb}. */
  int describe();

  /** Claims an interface of the USB device; waits. */
  int claim(int interfaceNumber);

  /** The bulk endpoints that carry the line, and what to leave out of each packet that comes. */
  void carry(int in, int out, int packet, int header);

  /**
   * A control transfer of so many bytes, from the exchange or to it; waits. How many bytes came.
   */
  int control(int type, int request, int value, int index, int length);

  /**
   * Moves a piece of a message of a WebSocket to the exchange; waits until there is one or the
   * milliseconds are over. Its size, with {@link #BINARY} added if it is not text.
   */
  int receive(double timeoutMillis);

  /** Sends the first bytes of the exchange as a binary message; waits. */
  int sendBinary(int length);

  /** Size of the sentence about the last failure, which is put into the exchange. */
  int problem();

  /**
   * Loads the helper program for a chip, whose name is in the exchange; waits. Its size, or {@link
   * #FAILED} when there is none.
   */
  int loadStub(int nameLength);

  /** Moves bytes of the helper from {@code at} on to the exchange; returns how many. */
  int takeStub(int at);

  /** Milliseconds since some start. */
  double millis();

  /** Waits. */
  void sleep(double millis);

  /** A line of the log, in the exchange; the level counts from 0, trace. */
  void log(int level, int length);

  /** What the program on the board prints, in the exchange. */
  void output(int length);

  /** 1 when the user wants the running program to stop. */
  int stopAsked();

  /** Moves what was typed for the running program to the exchange; returns how many bytes. */
  int takeTyped();

  /** How far the step named in the exchange is. 0 when the user wants it to stop. */
  int progress(int stepLength, double done, double total);
}
