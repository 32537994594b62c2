package org.pykopi.serial.slip;

import java.util.Arrays;

/**
 * Finds frames in a stream, byte by byte.
 *
 * <p>Whatever stands before the first C0 is noise (boot messages, a half frame) and is dropped. A
 * C0 that ends a frame does not begin the next one: after a lost C0 the decoder would otherwise
 * take the gaps for frames for ever. An empty frame, which two C0 in a row make, is such a
 * beginning. A broken escape or a frame that is too long drops the frame.
 */
public final class SlipDecoder {
  private final int limit;
  private byte[] buffer = new byte[64];
  private int length;
  private boolean inFrame;
  private boolean escaped;

  /** Frames of more than {@code limit} bytes are dropped. */
  public SlipDecoder(int limit) {
    this.limit = limit;
  }

  /** Takes one byte; returns the frame that it ends, or null. */
  public byte[] feed(int value) {
    if (value == Slip.END) {
      if (inFrame && length > 0 && !escaped) {
        byte[] frame = Arrays.copyOf(buffer, length);
        reset();
        return frame;
      }
      reset();
      inFrame = true;
    } else if (inFrame) {
      take(value);
    }
    return null;
  }

  /** Forgets a frame that has begun. */
  public void reset() {
    inFrame = false;
    escaped = false;
    length = 0;
  }

  private void take(int value) {
    int plain = value;
    if (escaped) {
      escaped = false;
      if (value == Slip.ESCAPED_END) {
        plain = Slip.END;
      } else if (value == Slip.ESCAPED_ESCAPE) {
        plain = Slip.ESCAPE;
      } else {
        reset();
        return;
      }
    } else if (value == Slip.ESCAPE) {
      escaped = true;
      return;
    }
    if (length == limit) {
      reset();
      return;
    }
    if (length == buffer.length) {
      buffer = Arrays.copyOf(buffer, 2 * length);
    }
    buffer[length++] = (byte) plain;
  }
}
