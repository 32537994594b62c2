package org.pykopi.tests.serial;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.nio.ByteBuffer;

/**
 * A simulated board behind a TCP port, for real clients: plain bytes ({@code socket://}), or RFC
 * 2217 with speed and control lines. Time is that of the machine; the line itself takes none. One
 * connection at a time; the board goes on between two.
 */
final class BoardServer extends LoopbackServer implements SimulatedChip.Wire {
  private static final int IAC = 255;
  private static final int SB = 250;
  private static final int SE = 240;
  private static final int WILL = 251;
  private static final int DO = 253;
  private static final int COM_PORT = 44;
  private static final int SET_BAUD = 1;
  private static final int SET_CONTROL = 5;
  private static final int PURGE = 12;
  private static final int ANSWER = 100;

  /** Clients set the two lines one after the other; both must be set when the pin is read. */
  private static final long RISE_MICROS = 20_000;

  private static final int TICK_MILLIS = 10;

  final SimulatedBoard board;
  private final boolean isRfc2217;
  private OutputStream out;
  private int baud = 115200;
  private boolean dtr;
  private boolean rts;

  /** The telnet command that is coming in. */
  private final ByteBuffer option = ByteBuffer.allocate(64);

  private boolean afterIac;
  private boolean inOption;
  private boolean inNegotiation;

  BoardServer(ChipModel model, int flashSize, SimulatedBoard.Wiring wiring, boolean isRfc2217)
      throws IOException {
    this.isRfc2217 = isRfc2217;
    this.board = new SimulatedBoard(model, flashSize, wiring, this);
    board.riseMicros = RISE_MICROS;
    board.powerOn(now());
    start();
  }

  String url() {
    return (isRfc2217 ? "rfc2217://" : "socket://") + address();
  }

  /** Fails when the chip is not in this state within ten seconds. */
  void awaitState(SimulatedChip.State state) throws InterruptedException {
    for (int i = 0; i < 1000 && board.chip.state() != state; i++) {
      Thread.sleep(10);
    }
    assertThat(board.chip.state()).isEqualTo(state);
  }

  private static long now() {
    return System.nanoTime() / 1000;
  }

  @Override
  void hangUp() {
    out = null;
    board.settle(now() + RISE_MICROS);
  }

  @Override
  void converse(Socket socket) throws IOException {
    socket.setSoTimeout(TICK_MILLIS);
    out = new BufferedOutputStream(socket.getOutputStream());
    if (isRfc2217) {
      out.write(new byte[] {(byte) IAC, (byte) WILL, COM_PORT, (byte) IAC, (byte) DO, COM_PORT});
      out.flush();
    }
    InputStream in = socket.getInputStream();
    byte[] buffer = new byte[8192];
    int count = read(in, buffer);
    while (count >= 0) {
      for (int i = 0; i < count; i++) {
        take(buffer[i] & 255);
      }
      board.settle(now());
      count = read(in, buffer);
    }
  }

  /** -1 at the end, 0 when nothing came for a moment. */
  private static int read(InputStream in, byte[] buffer) throws IOException {
    try {
      return in.read(buffer);
    } catch (SocketTimeoutException e) {
      return 0;
    }
  }

  // ---- RFC 2217: IAC SB 44 command value IAC SE; IAC IAC for a byte 255 ----

  private void take(int value) throws IOException {
    if (inNegotiation) {
      inNegotiation = false;
    } else if (afterIac) {
      afterIac = false;
      takeCommand(value);
    } else if (isRfc2217 && value == IAC) {
      afterIac = true;
    } else if (inOption) {
      option.put((byte) value);
    } else {
      toChip(value);
    }
  }

  private void takeCommand(int value) throws IOException {
    if (value == IAC && inOption) {
      option.put((byte) value);
    } else if (value == IAC) {
      toChip(value);
    } else if (value == SB) {
      inOption = true;
      option.clear();
    } else if (value == SE) {
      inOption = false;
      runOption();
    } else {
      inNegotiation = value >= WILL;
    }
  }

  private void toChip(int value) {
    board.settle(now());
    board.chip.receive(value, baud, now());
  }

  private void runOption() throws IOException {
    option.flip();
    if (option.remaining() < 3 || option.get() != COM_PORT) {
      return;
    }
    int command = option.get() & 255;
    byte[] value = new byte[option.remaining()];
    option.get(value);
    if (command == SET_BAUD && value.length == 4) {
      int asked = ByteBuffer.wrap(value).getInt();
      baud = asked == 0 ? baud : asked;
      value = ByteBuffer.allocate(4).putInt(baud).array();
    } else if (command == SET_CONTROL) {
      int line = value[0];
      dtr = line == 8 || line != 9 && dtr;
      rts = line == 11 || line != 12 && rts;
      board.setSignals(dtr, rts, now());
      board.settle(now());
    } else if (command != PURGE && command > SET_CONTROL) {
      return;
    }
    out.write(new byte[] {(byte) IAC, (byte) SB, COM_PORT, (byte) (command + ANSWER)});
    out.write(value);
    out.write(new byte[] {(byte) IAC, (byte) SE});
    out.flush();
  }

  // ---- from the chip ----

  @Override
  public void send(byte[] data, int chipBaud, long at) {
    if (out == null) {
      return;
    }
    boolean right = Math.abs(baud - chipBaud) <= 0.03 * chipBaud;
    try {
      for (byte one : data) {
        int value = (right ? one : one * 5 + 3) & 255;
        out.write(value);
        if (isRfc2217 && value == IAC) {
          out.write(value);
        }
      }
      out.flush();
    } catch (IOException e) {
      // Nobody listens any more.
      out = null;
    }
  }

  @Override
  public void cut(long at) {}
}
