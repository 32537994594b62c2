package org.pykopi.host.board;

/** Told of what happens on a {@link Board}; called after the change, from inside the operation. */
public interface BoardListener {
  /** Mode, level, pulses or voltage of a pin may have changed. */
  void pinChanged(BoardPin pin);

  /** Bytes were shifted out on a pin as timed pulses, as for a strip of coloured lights. */
  default void bitsSent(BoardPin pin, byte[] data) {}

  /** A program sent bytes on a serial line. */
  default void uartSent(BoardUart uart, byte[] data) {}
}
