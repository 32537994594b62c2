package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Deque;
import java.util.HexFormat;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.UsbId;
import org.pykopi.serial.usb.UsbAdapter;
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
            "41 1e 0000 0000 00c20100",
            "41 07 0300 0000",
            "41 1e 0000 0000 00100e00",
            "41 07 0302 0000",
            "41 07 0301 0000",
            "out 01 414243",
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
            "40 9a 1312 cc83",
            "40 9a 2518 00c3",
            "40 a4 ffff 0000",
            "40 9a 1312 f387",
            "40 9a 2518 00c3",
            "40 a4 ffbf 0000",
            "40 a4 ffdf 0000",
            "out 01 414243",
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
            "40 03 001a 0000",
            "40 01 0300 0000",
            "40 03 8003 0000",
            "40 01 0302 0000",
            "40 01 0301 0000",
            "out 01 414243",
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
            "40 03 c068 0202",
            "40 01 0300 0002",
            "40 03 000d 0202",
            "out 04 414243");
  }

  @Test
  void ftdiStatusBytesAreTakenOut() throws PortException {
    FakeDevice device = new FakeDevice(0x0403, 0x6001, 0x0600, VENDOR_ONE);
    UsbSerialPort port = device.port();
    port.open(115200);
    byte[] data = new byte[150];
    new Random(1).nextBytes(data);
    byte[] transfer = new byte[156];
    for (int packet = 0; packet < 3; packet++) {
      int count = Math.min(62, data.length - packet * 62);
      System.arraycopy(data, packet * 62, transfer, packet * 64 + 2, count);
    }
    device.input.add(new byte[] {1, 0x60});
    device.input.add(transfer);
    byte[] read = new byte[200];
    int count = port.read(read, 0, 100, 1000);
    count += port.read(read, count, 100, 1000);
    assertThat(Arrays.copyOf(read, count)).isEqualTo(data);
    assertThat(port.read(read, 0, 100, 0)).isZero();
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
            "21 20 0000 0000 00c20100000008",
            "21 22 0000 0000",
            "21 20 0000 0000 00100e00000008",
            "21 22 0002 0000",
            "21 22 0001 0000",
            "out 01 414243",
            "close");
  }

  @Test
  void otherDevicesHaveNoDriver() {
    FakeDevice keyboard =
        new FakeDevice(0x046D, 0xC31C, 0x0100, new UsbDevice.Interface(0, 3, 0x81, 0, 8));
    FakeDevice disk =
        new FakeDevice(0x0781, 0x5567, 0x0100, new UsbDevice.Interface(0, 8, 1, 2, 64));
    assertThat(UsbAdapter.of(keyboard)).isNull();
    assertThat(UsbAdapter.of(disk)).isNull();
  }

  /** Writes down what is asked of it. */
  private static final class FakeDevice implements UsbDevice {
    final List<String> trace = new ArrayList<>();
    final Deque<byte[]> answers = new ArrayDeque<>();
    final Deque<byte[]> input = new ArrayDeque<>();
    private final VirtualClock clock = new VirtualClock();
    private final UsbId id;
    private final int release;
    private final List<Interface> interfaces;
    private boolean isOpen;

    FakeDevice(int vendor, int product, int release, Interface... interfaces) {
      this.id = new UsbId(vendor, product);
      this.release = release;
      this.interfaces = List.of(interfaces);
    }

    UsbSerialPort port() {
      return new UsbSerialPort(this, UsbAdapter.of(this), clock);
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
    public String name() {
      return "fake " + id;
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
    public void open() {
      isOpen = true;
      trace.add("open");
    }

    @Override
    public void claim(int interfaceNumber) {
      trace.add("claim " + interfaceNumber);
    }

    @Override
    public void close() {
      isOpen = false;
      trace.add("close");
    }

    @Override
    public boolean isOpen() {
      return isOpen;
    }

    private String setup(int type, int request, int value, int index) {
      HexFormat hex = HexFormat.of();
      return hex.toHexDigits((byte) type)
          + " "
          + hex.toHexDigits((byte) request)
          + " "
          + hex.toHexDigits((short) value)
          + " "
          + hex.toHexDigits((short) index);
    }

    @Override
    public void controlOut(int type, int request, int value, int index, byte[] data) {
      String bytes = HexFormat.of().formatHex(data);
      trace.add((setup(type, request, value, index) + " " + bytes).strip());
    }

    @Override
    public byte[] controlIn(int type, int request, int value, int index, int length) {
      trace.add(setup(type, request, value, index) + " <" + length);
      return answers.remove();
    }

    @Override
    public void bulkOut(int endpoint, byte[] data) {
      trace.add("out 0" + endpoint + " " + HexFormat.of().formatHex(data));
    }

    @Override
    public byte[] bulkIn(int endpoint, int length, int timeoutMillis) {
      clock.sleep(input.isEmpty() ? timeoutMillis : 1);
      return input.isEmpty() ? new byte[0] : input.remove();
    }

    @Override
    public void onDisconnect(Runnable notice) {}
  }
}
