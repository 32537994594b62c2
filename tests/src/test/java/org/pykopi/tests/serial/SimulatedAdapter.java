package org.pykopi.tests.serial;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.Arrays;
import java.util.HexFormat;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;

/**
 * A USB adapter with a board behind it. It takes the control transfers that the document of its
 * family has and refuses all others; its line carries nothing before it was set up.
 */
public final class SimulatedAdapter {
  private static final int PACKET = 64;
  private static final int TRANSFER = 4096;

  /** The makers, each with an adapter that is on many boards. */
  public enum Family {
    CP210X(0x10C4, 0xEA60, 0x0100),
    CH340(0x1A86, 0x7523, 0x0264),
    FTDI(0x0403, 0x6001, 0x0600),
    CDC(0x1A86, 0x55D4, 0x0443);

    final int vendor;
    final int product;
    final int release;

    Family(int vendor, int product, int release) {
      this.vendor = vendor;
      this.product = product;
      this.release = release;
    }
  }

  private final Family family;
  private final SerialPort board;
  private final PageReader reader;
  private boolean isEnabled;
  private int baud;

  SimulatedAdapter(Family family, SerialPort board) {
    this.family = family;
    this.board = board;
    reader = new PageReader(board);
  }

  /** What the page's {@code navigator.usb} says of it: numbers and interfaces, as JSON. */
  public String description() {
    String bulk =
        "{'interfaceNumber': %d, 'interfaceClass': %d, 'in': 2, 'out': 1, 'packetSize': 64}";
    String interfaces =
        family == Family.CDC
            ? "{'interfaceNumber': 0, 'interfaceClass': 2}, " + bulk.formatted(1, 10)
            : bulk.formatted(0, 255);
    return "{'vendorId': %d, 'productId': %d, 'release': %d, 'interfaces': [%s]}"
        .formatted(family.vendor, family.product, family.release, interfaces)
        .replace('\'', '"');
  }

  /** The speed that it was set to. */
  int baud() {
    return baud;
  }

  // ---- control transfers ----

  /**
   * A control transfer in the notation of {@link UsbDriversTest}: {@code type request value index
   * data}. What it answers; null when it refuses.
   */
  public byte[] control(String text) throws PortException {
    String[] words = text.split(" ");
    byte[] setup = new byte[6];
    ByteBuffer fields = ByteBuffer.wrap(setup);
    for (int i = 0; i < 4; i++) {
      int number = HexFormat.fromHexDigits(words[i]);
      if (i < 2) {
        fields.put((byte) number);
      } else {
        fields.putShort((short) number);
      }
    }
    int request = setup[1] & 0xff;
    int value = fields.getShort(2) & 0xffff;
    int index = fields.getShort(4) & 0xffff;
    byte[] data = words.length < 5 ? new byte[0] : HexFormat.of().parseHex(words[4]);
    byte[] answer = new byte[0];
    boolean isTaken =
        switch (family) {
          case CP210X -> words[0].equals("41") && index == 0 && cp210x(request, value, data);
          case FTDI -> words[0].equals("40") && ftdi(request, value, index);
          case CDC -> words[0].equals("21") && index == 0 && cdc(request, value, data);
          case CH340 -> {
            boolean asksVersion = words[0].equals("c0") && request == 0x5f;
            answer = asksVersion ? new byte[] {0x31, 0} : answer;
            yield asksVersion || words[0].equals("40") && ch340(request, value, index);
          }
        };
    return isTaken ? answer : null;
  }

  private static int word(byte[] data) {
    return ByteBuffer.wrap(data).order(ByteOrder.LITTLE_ENDIAN).getInt();
  }

  private boolean cp210x(int request, int value, byte[] data) throws PortException {
    switch (request) {
      case 0x00 -> isEnabled = value == 1;
      case 0x03, 0x12, 0x13 -> {
        return request != 0x03 || value == 0x0800;
      }
      case 0x1e -> setBaud(word(data));
      case 0x07 -> setLines(value & 3, value >> 8 == 3);
      default -> {
        return false;
      }
    }
    return true;
  }

  /** The clock is 3 MHz; the upper bits of the divisor are eighths. */
  private boolean ftdi(int request, int value, int index) throws PortException {
    switch (request) {
      case 0x00, 0x02, 0x04, 0x09 -> isEnabled |= request == 0x04 && value == 8;
      case 0x01 -> setLines(value & 3, value >> 8 == 3);
      case 0x03 -> {
        int[] eighths = {0, 4, 2, 1, 3, 5, 6, 7};
        int eighth = eighths[value >> 14 | (index & 1) << 2];
        int divisor = 8 * (value & 0x3fff) + eighth;
        setBaud(divisor == 0 ? 3_000_000 : 24_000_000 / divisor);
      }
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean cdc(int request, int value, byte[] data) throws PortException {
    if (request == 0x20) {
      isEnabled = data.length == 7 && data[4] == 0 && data[5] == 0 && data[6] == 8;
      setBaud(word(data));
    } else if (request == 0x22) {
      setLines(value & 3, true);
    }
    return request == 0x20 || request == 0x22;
  }

  private boolean ch340(int request, int value, int index) throws PortException {
    if (request == 0x9a && value == 0x1312) {
      int shift = 12 - 3 * (index & 3) - (index >> 2 & 1);
      setBaud(48_000_000 / ((1 << shift) * (256 - (index >> 8))));
    } else if (request == 0x9a && value == 0x2518) {
      isEnabled = index == 0xc3;
    } else if (request == 0xa4) {
      setLines(~value >> 5 & 3, true);
    }
    return request == 0x9a || request == 0xa4 || request == 0xa1;
  }

  /** The board is told the usual speed that is next: a divisor seldom hits it. */
  private void setBaud(int actual) throws PortException {
    int[] usual = {74_880, 115_200, 230_400, 460_800, 921_600, 1_500_000, 2_000_000};
    for (int speed : usual) {
      if (Math.abs(actual - speed) < speed / 40) {
        baud = speed;
        board.setBaudRate(speed);
        return;
      }
    }
    throw new AssertionError("no usual speed: " + actual);
  }

  private void setLines(int lines, boolean areBothMeant) throws PortException {
    if (!areBothMeant) {
      throw new AssertionError("one line without the other");
    }
    board.setSignals((lines & 1) != 0, (lines & 2) != 0);
  }

  // ---- the line ----

  public void open() throws PortException {
    isEnabled = false;
    board.open(115_200);
  }

  public void close() {
    board.close();
  }

  /** What one transfer brings; the board's time goes on. */
  public byte[] read() throws PortException {
    int header = family == Family.FTDI ? 2 : 0;
    byte[] line = new byte[(PACKET - header) * (TRANSFER / PACKET)];
    int count = isEnabled ? reader.read(line) : 0;
    ByteArrayOutputStream transfer = new ByteArrayOutputStream();
    int at = 0;
    do {
      int piece = Math.min(PACKET - header, count - at);
      transfer.writeBytes(Arrays.copyOf(new byte[] {0x01, 0x60}, header));
      transfer.write(line, at, piece);
      at += piece;
    } while (at < count);
    return transfer.toByteArray();
  }

  public void write(byte[] data) throws PortException {
    if (!isEnabled) {
      throw new AssertionError("bytes before the adapter was set up");
    }
    board.write(data, 0, data.length);
  }
}
