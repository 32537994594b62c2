package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;
import org.pykopi.serial.usb.UsbDevice;
import org.pykopi.serial.usb.UsbSerialPort;

/**
 * The transfers of the drivers, byte by byte: type, request, value, index, data. Expected values
 * are those of the documents that the drivers name, and of traces of other drivers.
 */
final class UsbDriversTest {
  private static final UsbDevice.Interface VENDOR_ONE =
      new UsbDevice.Interface(0, 0xFF, 0x82, 0x01, 64);

  @Test
  void cp210x() throws PortException {
    FakeDevice device = new FakeDevice(0x10C4, 0xEA60, 0x0100, VENDOR_ONE);
    device.run();
    assertThat(device.trace)
        .containsExactly(
            "open",
            "claim 0",
            "41 00 0001 0000",
            "41 03 0800 0000",
            "41 13 0000 0000 01000000400000008000000080000000",
            "carry 82 01 64 0",
            "41 1e 0000 0000 00c20100",
            "41 07 0300 0000",
            "41 1e 0000 0000 00100e00",
            "41 07 0302 0000",
            "41 07 0301 0000",
            "out 414243",
            "41 12 000f 0000",
            "41 00 0000 0000",
            "close");
  }

  /** CC at 115200 and F3 at 921600 are what all drivers for this chip have. */
  @Test
  void ch340() throws PortException {
    FakeDevice device = new FakeDevice(0x1A86, 0x7523, 0x0264, VENDOR_ONE);
    device.answers.add(new byte[] {0x31, 0});
    device.run();
    assertThat(device.trace)
        .containsExactly(
            "open",
            "claim 0",
            "c0 5f 0000 0000 <2",
            "40 a1 0000 0000",
            "carry 82 01 64 0",
            "40 9a 1312 cc83",
            "40 9a 2518 00c3",
            "40 a4 ffff 0000",
            "40 9a 1312 f387",
            "40 9a 2518 00c3",
            "40 a4 ffbf 0000",
            "40 a4 ffdf 0000",
            "out 414243",
            "close");
  }

  @Test
  void ch340SpeedsAreClose() throws PortException {
    FakeDevice device = new FakeDevice(0x1A86, 0x7523, 0x0264, VENDOR_ONE);
    device.answers.add(new byte[] {0x27, 0});
    UsbSerialPort port = device.port();
    port.open(115200);
    int[] speeds = {300, 9600, 74880, 115200, 230400, 460800, 921600, 1500000, 2000000};
    for (int speed : speeds) {
      device.trace.clear();
      port.setBaudRate(speed);
      int value = HexFormat.fromHexDigits(device.trace.get(0).substring(11, 15));
      int prescaler = value & 3;
      int factor = value >> 2 & 1;
      int divisor = 256 - (value >> 8);
      double actual = 48e6 / ((1 << 12 - 3 * prescaler - factor) * (double) divisor);
      assertThat(Math.abs(actual / speed - 1)).as(speed + " gives " + actual).isLessThan(0.02);
    }
    assertThatThrownBy(() -> port.setBaudRate(3_000_000)).hasMessageContaining("cannot do");
  }

  @Test
  void ftdiSingle() throws PortException {
    FakeDevice device = new FakeDevice(0x0403, 0x6001, 0x0600, VENDOR_ONE);
    device.run();
    assertThat(device.trace)
        .containsExactly(
            "open",
            "claim 0",
            "40 00 0000 0000",
            "40 09 0001 0000",
            "40 04 0008 0000",
            "40 02 0000 0000",
            "carry 82 01 64 2",
            "40 03 001a 0000",
            "40 01 0300 0000",
            "40 03 8003 0000",
            "40 01 0302 0000",
            "40 01 0301 0000",
            "out 414243",
            "close");
  }

  /** FT2232H: the second port, 12 MHz, so 115200 is 104 + 1/8. */
  @Test
  void ftdiWithTwoPorts() throws PortException {
    FakeDevice device =
        new FakeDevice(
            0x0403,
            0x6010,
            0x0700,
            new UsbDevice.Interface(0, 0xFF, 0x81, 0x02, 512),
            new UsbDevice.Interface(1, 0xFF, 0x83, 0x04, 512));
    device.run();
    assertThat(device.trace)
        .containsSubsequence(
            "claim 1",
            "40 00 0000 0002",
            "carry 83 04 512 2",
            "40 03 c068 0202",
            "40 01 0300 0002",
            "40 03 000d 0202",
            "out 414243");
  }

  @Test
  void cdcAcm() throws PortException {
    FakeDevice device =
        new FakeDevice(
            0x303A,
            0x1001,
            0x0101,
            new UsbDevice.Interface(0, 0x02, 0, 0, 0),
            new UsbDevice.Interface(1, 0x0A, 0x81, 0x01, 64));
    device.run();
    assertThat(device.trace)
        .containsExactly(
            "open",
            "claim 0",
            "claim 1",
            "carry 81 01 64 0",
            "21 20 0000 0000 00c20100000008",
            "21 22 0000 0000",
            "21 20 0000 0000 00100e00000008",
            "21 22 0002 0000",
            "21 22 0001 0000",
            "out 414243",
            "close");
  }

  @Test
  void otherDevicesHaveNoDriver() {
    FakeDevice keyboard =
        new FakeDevice(0x046D, 0xC31C, 0x0100, new UsbDevice.Interface(0, 3, 0x81, 0, 8));
    FakeDevice disk =
        new FakeDevice(0x0781, 0x5567, 0x0100, new UsbDevice.Interface(0, 8, 1, 2, 64));
    for (FakeDevice device : List.of(keyboard, disk)) {
      UsbSerialPort port = device.port();
      assertThatThrownBy(() -> port.open(115200)).hasMessageContaining("no driver");
      assertThat(port.isOpen()).isFalse();
      assertThat(device.trace).containsExactly("open", "close");
    }
  }

  @Test
  void aDeviceThatIsGoneIsClosedAndSaysSo() throws PortException {
    FakeDevice device = new FakeDevice(0x10C4, 0xEA60, 0x0100, VENDOR_ONE);
    UsbSerialPort port = device.port();
    assertThatThrownBy(() -> port.setSignals(true, false)).hasMessageContaining("no longer there");
    port.open(115200);
    device.isGone = true;
    port.close();
    assertThat(port.isOpen()).isFalse();
    assertThatThrownBy(() -> port.open(115200)).hasMessageContaining("no longer there");
    assertThat(port.isOpen()).isFalse();
  }

  /** Writes down what is asked of it. */
  private static final class FakeDevice implements UsbDevice {
    final List<String> trace = new ArrayList<>();
    final Deque<byte[]> answers = new ArrayDeque<>();
    boolean isGone;
    private final UsbId id;
    private final int release;
    private final List<Interface> interfaces;

    FakeDevice(int vendor, int product, int release, Interface... interfaces) {
      this.id = new UsbId(vendor, product);
      this.release = release;
      this.interfaces = List.of(interfaces);
    }

    UsbSerialPort port() {
      return new UsbSerialPort(this, new Bytes(trace));
    }

    /** Opens, goes to 921,600 baud, sets the lines as a reset does, writes, closes. */
    void run() throws PortException {
      UsbSerialPort port = port();
      port.open(115200);
      port.setBaudRate(921600);
      port.setSignals(false, true);
      port.setSignals(true, false);
      port.write("xABCx".getBytes(java.nio.charset.StandardCharsets.US_ASCII), 1, 3);
      port.close();
      assertThat(port.isOpen()).isFalse();
    }

    @Override
    public UsbId id() {
      return id;
    }

    @Override
    public int release() {
      return release;
    }

    @Override
    public List<Interface> interfaces() {
      return interfaces;
    }

    @Override
    public void claim(int interfaceNumber) {
      trace.add("claim " + interfaceNumber);
    }

    private static String number(int value) {
      return HexFormat.of().toHexDigits((byte) value);
    }

    @Override
    public void carry(Interface data, int header) {
      String endpoints = number(data.in()) + " " + number(data.out());
      trace.add("carry " + endpoints + " " + data.packet() + " " + header);
    }

    private static String setup(int type, int request, int value, int index) {
      HexFormat hex = HexFormat.of();
      return number(type)
          + " "
          + number(request)
          + " "
          + hex.toHexDigits((short) value)
          + " "
          + hex.toHexDigits((short) index);
    }

    @Override
    public void controlOut(int type, int request, int value, int index, byte[] data)
        throws PortException {
      if (isGone) {
        throw PortException.lost("transfer");
      }
      String bytes = HexFormat.of().formatHex(data);
      trace.add((setup(type, request, value, index) + " " + bytes).strip());
    }

    @Override
    public byte[] controlIn(int type, int request, int value, int index, int length) {
      trace.add(setup(type, request, value, index) + " <" + length);
      return answers.remove();
    }
  }

  /** The bulk transfers. */
  private static final class Bytes implements SerialPort {
    private final List<String> trace;
    private boolean isOpen;

    Bytes(List<String> trace) {
      this.trace = trace;
    }

    @Override
    public String name() {
      return "fake device";
    }

    @Override
    public UsbId usbId() {
      return null;
    }

    @Override
    public void open(int baud) {
      isOpen = true;
      trace.add("open");
    }

    @Override
    public void close() {
      if (isOpen) {
        isOpen = false;
        trace.add("close");
      }
    }

    @Override
    public boolean isOpen() {
      return isOpen;
    }

    @Override
    public int read(byte[] buffer, int offset, int length, int timeoutMillis) {
      return 0;
    }

    @Override
    public void write(byte[] data, int offset, int length) {
      trace.add("out " + HexFormat.of().formatHex(data, offset, offset + length));
    }

    @Override
    public void discardInput() {}

    @Override
    public void setSignals(boolean dtr, boolean rts) {
      throw new AssertionError("the adapter does that");
    }

    @Override
    public boolean hasSignals() {
      return false;
    }

    @Override
    public void setBaudRate(int baud) {
      throw new AssertionError("the adapter does that");
    }

    @Override
    public void onDisconnect(Runnable notice) {}
  }
}
