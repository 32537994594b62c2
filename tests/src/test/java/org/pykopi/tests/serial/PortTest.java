package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.LoggedPort;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/** The small parts that everything else builds on. */
final class PortTest {
  @Test
  void transcriptHasBytesLinesAndSpeeds() throws PortException {
    List<String> lines = new ArrayList<>();
    Log log =
        new Log() {
          @Override
          public boolean isOn(Level level) {
            return true;
          }

          @Override
          public void write(Level level, String text) {
            lines.add(text);
          }
        };
    SerialPort port = new LoggedPort(new Echo(), log);
    port.open(115200);
    port.setSignals(true, false);
    port.write(new byte[] {0, 8, (byte) 0xC0}, 0, 3);
    assertThat(port.read(new byte[8], 0, 8, 10)).isEqualTo(3);
    port.setBaudRate(921600);
    port.close();
    assertThat(lines)
        .containsExactly(
            "= open echo at 115200 baud",
            "= dtr 1 rts 0",
            "> 00 08 c0",
            "< 00 08 c0",
            "= 921600 baud",
            "= close");
  }

  @Test
  void deadlineCountsDown() {
    VirtualClock clock = new VirtualClock();
    Deadline deadline = Deadline.in(clock, 100);
    clock.sleep(99);
    assertThat(deadline.isOver()).isFalse();
    assertThat(deadline.remaining()).isEqualTo(1);
    clock.sleep(1);
    assertThat(deadline.isOver()).isTrue();
    assertThat(deadline.remaining(50)).isZero();
  }

  @Test
  void errorsSayStepExpectationBytesAndAdvice() {
    assertThat(
            DeviceException.unexpected(
                "connect", "an answer to SYNC", new byte[] {1, (byte) 0xFF}, "Hold BOOT"))
        .hasMessage("connect: expected an answer to SYNC, received 01 ff. Hold BOOT");
    assertThat(DeviceException.describe(new byte[0])).isEqualTo("nothing");
    assertThat(DeviceException.describe(new byte[40]))
        .startsWith("... 00 00")
        .hasSize(4 + 32 * 3 - 1);
    assertThat(new UsbId(0x303A, 0x1001)).hasToString("303a:1001");
  }

  /** Gives back what is written. */
  private static final class Echo implements SerialPort {
    private byte[] waiting = {};

    @Override
    public String name() {
      return "echo";
    }

    @Override
    public UsbId usbId() {
      return null;
    }

    @Override
    public void open(int baud) {}

    @Override
    public void close() {}

    @Override
    public boolean isOpen() {
      return true;
    }

    @Override
    public int read(byte[] buffer, int offset, int length, int timeoutMillis) {
      int count = Math.min(length, waiting.length);
      System.arraycopy(waiting, 0, buffer, offset, count);
      waiting = new byte[0];
      return count;
    }

    @Override
    public void write(byte[] data, int offset, int length) {
      waiting = java.util.Arrays.copyOfRange(data, offset, offset + length);
    }

    @Override
    public void discardInput() {
      waiting = new byte[0];
    }

    @Override
    public void setSignals(boolean dtr, boolean rts) {}

    @Override
    public boolean hasSignals() {
      return true;
    }

    @Override
    public void setBaudRate(int baud) {}

    @Override
    public void onDisconnect(Runnable notice) {}
  }
}
