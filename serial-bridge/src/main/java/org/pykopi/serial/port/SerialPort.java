package org.pykopi.serial.port;

/**
 * One serial line to a board: bytes both ways and the two control lines that reset it.
 *
 * <p>Calls block until they are done. In the browser the engine suspends the caller; on the JVM a
 * thread waits or a simulated board answers. A port that was unplugged fails every call with {@link
 * PortException} until {@link #open} finds the same board again.
 */
public interface SerialPort {
  /** What the user knows it by: {@code /dev/ttyUSB0}, {@code COM3}, {@code socket://...}. */
  String name();

  /** Which USB adapter or chip it is; null when it is none, or when the system does not say. */
  UsbId usbId();

  /**
   * Opens the line with 8 data bits, no parity, one stop bit, no flow control. On an open port it
   * does nothing but set the speed. After the board was lost it waits for nothing: the caller tries
   * again until its own deadline.
   */
  void open(int baud) throws PortException;

  /** Gives the line back. A second call does nothing. */
  void close();

  /** False before {@link #open}, after {@link #close} and once the board is lost. */
  boolean isOpen();

  /**
   * Waits until at least one byte is there or the time is over; returns how many were read, 0 for
   * none. With a timeout of 0 it returns what is already there.
   */
  int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException;

  /** Sends all bytes; returns when the line has taken them. */
  void write(byte[] data, int offset, int length) throws PortException;

  /** Drops what was received and not yet read. */
  void discardInput() throws PortException;

  /**
   * Sets both control lines in one request: {@code true} pulls the line low, as a USB adapter does.
   * A line without control lines (a plain socket) ignores it; see {@link #hasSignals}.
   */
  void setSignals(boolean dtr, boolean rts) throws PortException;

  /** False when {@link #setSignals} and {@link #setBaudRate} reach nothing. */
  boolean hasSignals();

  /** Changes the speed; bytes on their way may be lost. */
  void setBaudRate(int baud) throws PortException;

  /**
   * Says what to run, once, when the board is lost while the port is open; null for nothing. It may
   * be called at any moment, also while another call waits.
   */
  void onDisconnect(Runnable notice);
}
