package org.pykopi.serial.slip;

/** {@code C0 ... C0}; inside, C0 is written DB DC and DB is written DB DD. */
public final class Slip {
  public static final int END = 0xC0;
  static final int ESCAPE = 0xDB;
  static final int ESCAPED_END = 0xDC;
  static final int ESCAPED_ESCAPE = 0xDD;

  private Slip() {}

  /** The frame that carries these bytes. */
  public static byte[] encode(byte[] data) {
    int length = data.length + 2;
    for (byte one : data) {
      int value = one & 255;
      length += value == END || value == ESCAPE ? 1 : 0;
    }
    byte[] out = new byte[length];
    out[0] = (byte) END;
    int at = 1;
    for (byte one : data) {
      int value = one & 255;
      if (value == END || value == ESCAPE) {
        out[at++] = (byte) ESCAPE;
        out[at++] = (byte) (value == END ? ESCAPED_END : ESCAPED_ESCAPE);
      } else {
        out[at++] = one;
      }
    }
    out[at] = (byte) END;
    return out;
  }
}
