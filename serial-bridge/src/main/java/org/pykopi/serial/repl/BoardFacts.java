package org.pykopi.serial.repl;

/**
 * What a board says about itself.
 *
 * @param name {@code micropython}, {@code circuitpython}, ...
 * @param version {@code 1.24.1}
 * @param platform {@code sys.platform}: {@code esp32}
 * @param machine the board and its chip; empty on old firmware
 * @param mpy {@code sys.implementation._mpy}, the kind of compiled files it takes; 0 when it does
 *     not say
 * @param freeMemory bytes of its heap; 0 when it does not say
 * @param hasChecksum whether it can check each piece of a transfer
 * @param hasDeflate whether it can unpack what was compressed
 */
public record BoardFacts(
    String name,
    String version,
    String platform,
    String machine,
    int mpy,
    int freeMemory,
    boolean hasChecksum,
    boolean hasDeflate) {

  static BoardFacts parse(String text) {
    String[] lines = text.split("\n", -1);
    if (lines.length < 8) {
      return new BoardFacts("", "", "", "", 0, 0, false, false);
    }
    return new BoardFacts(
        lines[0],
        lines[1],
        lines[2],
        lines[3],
        number(lines[4]),
        number(lines[5]),
        lines[6].equals("True"),
        lines[7].equals("True"));
  }

  private static int number(String text) {
    int value = 0;
    for (int i = 0; i < text.length() && value < 100_000_000; i++) {
      char c = text.charAt(i);
      if (c < '0' || c > '9') {
        return 0;
      }
      value = 10 * value + c - '0';
    }
    return value;
  }

  /** Version of compiled files ({@code .mpy}) that it loads: 6; 0 when unknown. */
  public int mpyVersion() {
    return mpy & 0xff;
  }
}
