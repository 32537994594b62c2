package org.pykopi.serial.port;

/**
 * One open serial line: bytes both ways and the two control lines that reset a board.
 *
 * <p>Calls block until they are done. In the browser the engine suspends the caller; on the JVM a
 * simulated board answers. A port that was unplugged fails every later call with {@link
 * PortException}.
 */
public interface SerialPort {
  /**
   * Waits until at least one byte is there or the time is over; returns how many were read, 0 for
   * none.
   */
  int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException;

  /** Sends all bytes; returns when the line has taken them. */
  void write(byte[] data, int offset, int length) throws PortException;

  /** Drops what was received and not yet read. */
  void discardInput() throws PortException;

  /** Sets both control lines at once: {@code true} pulls the line low, as a USB adapter does. */
  void setSignals(boolean dtr, boolean rts) throws PortException;

  /** Changes the speed; bytes on their way may be lost. */
  void setBaudRate(int baud) throws PortException;

  /** Gives the line back. A second call does nothing. */
  void close();

  /** The line failed: unplugged, taken by another program, or refused by the system. */
  final class PortException extends Exception {
    private static final long serialVersionUID = 1L;

    public PortException(String message) {
      super(message);
    }
  }
}
