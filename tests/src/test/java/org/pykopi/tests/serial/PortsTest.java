package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.pykopi.serial.jvm.Ports;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;

/** The ports of the JVM, against servers in this process. */
final class PortsTest {
  private static final byte[] SYNC_ANSWER = {(byte) 0xc0, 1, 8};

  private static byte[] read(SerialPort port, int count, int millis) throws PortException {
    byte[] data = new byte[count];
    int at = 0;
    long end = System.nanoTime() + millis * 1_000_000L;
    while (at < count && System.nanoTime() < end) {
      at += port.read(data, at, count - at, 50);
    }
    return Arrays.copyOf(data, at);
  }

  /** Resets a simulated chip into its boot loader through the control lines and greets it. */
  @Test
  void rfc2217HasControlLinesAndSpeed() throws IOException, PortException {
    try (BoardServer server =
        new BoardServer(ChipModel.esp32(), 4 << 20, SimulatedBoard.Wiring.BRIDGE, true)) {
      SerialPort port = Ports.named(server.url());
      port.open(115200);
      assertThat(port.hasSignals()).isTrue();
      port.setSignals(false, true);
      sleep(150);
      port.setSignals(true, false);
      sleep(150);
      port.setSignals(false, false);
      String boot = new String(read(port, 200, 1000), StandardCharsets.ISO_8859_1);
      assertThat(boot).contains("waiting for download");
      byte[] sync = new byte[46];
      Arrays.fill(sync, (byte) 0x55);
      byte[] head = {(byte) 0xc0, 0, 8, 36, 0, 0, 0, 0, 0, 7, 7, 0x12, 0x20};
      System.arraycopy(head, 0, sync, 0, head.length);
      sync[45] = (byte) 0xc0;
      port.write(sync, 0, sync.length);
      assertThat(read(port, 3, 2000)).isEqualTo(SYNC_ANSWER);
      port.close();
      port.close();
      assertThat(port.isOpen()).isFalse();
    }
  }

  /** A byte 255 is doubled on the way, and arrives once. */
  @ParameterizedTest
  @ValueSource(strings = {"rfc2217://", "socket://"})
  void allBytesPass(String scheme) throws IOException, PortException {
    SerialPort port;
    boolean[] isNoticed = {false};
    try (EchoServer server = new EchoServer(scheme.startsWith("rfc"))) {
      port = Ports.named(scheme + server.address());
      port.open(9600);
      byte[] all = new byte[512];
      for (int i = 0; i < all.length; i++) {
        all[i] = (byte) (i / 2);
      }
      port.write(all, 0, all.length);
      port.setBaudRate(115200);
      assertThat(read(port, all.length, 3000)).isEqualTo(all);
      assertThat(port.read(new byte[1], 0, 1, 10)).isZero();
      port.onDisconnect(() -> isNoticed[0] = true);
    }
    assertThatThrownBy(() -> read(port, 1, 3000)).hasMessageContaining("no longer there");
    assertThat(isNoticed[0]).isTrue();
    assertThatThrownBy(() -> port.open(9600)).hasMessageContaining("does not answer");
  }

  @Test
  void serverWithoutTheOptionIsRefused() throws IOException, PortException {
    try (EchoServer server = new EchoServer(false)) {
      SerialPort port = Ports.named("rfc2217://" + server.address());
      assertThatThrownBy(() -> port.open(115200))
          .hasMessageContaining("no answer to COM-PORT command")
          .hasMessageContaining("socket://");
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"socket://localhost", "rfc2217://host:port", "socket://host:99999"})
  void namesAreChecked(String name) {
    assertThatThrownBy(() -> Ports.named(name))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("has no port number");
  }

  @Test
  void missingDevicesAreSaid() throws PortException {
    assertThatThrownBy(() -> Ports.named("/dev/no-such-port").open(115200))
        .isInstanceOf(PortException.class)
        .hasMessageContaining("/dev/no-such-port");
  }

  private static void sleep(int millis) {
    try {
      Thread.sleep(millis);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /** Sends all data back; with telnet, answers settings and takes doubled bytes apart. */
  private static final class EchoServer extends LoopbackServer {
    private final boolean isTelnet;

    EchoServer(boolean isTelnet) throws IOException {
      this.isTelnet = isTelnet;
      start();
    }

    @Override
    void converse(Socket socket) throws IOException {
      InputStream in = socket.getInputStream();
      OutputStream out = socket.getOutputStream();
      for (int c = in.read(); c >= 0; c = in.read()) {
        if (c == 255 && isTelnet) {
          command(in.read(), in, out);
        } else {
          out.write(c);
        }
      }
    }

    private static void command(int verb, InputStream in, OutputStream out) throws IOException {
      if (verb == 255) {
        out.write(new byte[] {(byte) 255, (byte) 255});
      } else if (verb == 250) {
        ByteArrayOutputStream answer = new ByteArrayOutputStream();
        answer.write(255);
        answer.write(250);
        answer.write(in.read());
        answer.write(in.read() + 100);
        for (int c = in.read(); c != 240; c = in.read()) {
          answer.write(c);
        }
        answer.write(240);
        out.write(answer.toByteArray());
      } else {
        in.read();
      }
    }
  }
}
