package org.pykopi.serial.jvm;

import java.io.ByteArrayOutputStream;
import java.util.Arrays;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.PortException;

/**
 * A serial port behind a telnet connection with the COM-PORT option of RFC 2217.
 *
 * <pre>
 * -> IAC WILL 44, IAC WILL 0, IAC DO 0        COM-PORT, binary both ways
 * -> IAC SB 44 command value IAC SE           &lt;- IAC SB 44 (100 + command) value IAC SE
 * data: IAC is sent twice
 * </pre>
 *
 * <p>Each setting waits for its answer, so that what is written next meets the new setting.
 */
final class Rfc2217Port extends SocketPort {
  private static final int ANSWER_MILLIS = 3000;

  private static final int IAC = 255;
  private static final int DONT = 254;
  private static final int DO = 253;
  private static final int WONT = 252;
  private static final int WILL = 251;
  private static final int SB = 250;
  private static final int SE = 240;
  private static final int BINARY = 0;
  private static final int GO_AHEAD = 3;
  private static final int COM_PORT = 44;

  private static final int SET_BAUD = 1;
  private static final int SET_SIZE = 2;
  private static final int SET_PARITY = 3;
  private static final int SET_STOP = 4;
  private static final int SET_CONTROL = 5;
  private static final int PURGE = 12;
  private static final int SERVER = 100;

  private static final int CONTROL_NO_FLOW = 1;
  private static final int CONTROL_DTR = 8;
  private static final int CONTROL_RTS = 11;

  /** Where the decoder stands in the stream that comes in. */
  private enum State {
    DATA,
    AFTER_IAC,
    /** After IAC and one of WILL, WONT, DO, DONT. */
    OPTION,
    BLOCK,
    BLOCK_AFTER_IAC
  }

  private final Clock clock = new SystemClock();
  private final byte[] received = new byte[4096];

  /** Data that came while an answer was awaited. */
  private byte[] waiting = {};

  private State state = State.DATA;
  private int verb;
  private final ByteArrayOutputStream block = new ByteArrayOutputStream();

  /** The command of the last answer; -1 for none. */
  private int answered = -1;

  private boolean isRefused;
  private boolean dtr;
  private boolean rts;

  Rfc2217Port(String name, String host, int number) {
    super(name, host, number);
  }

  @Override
  public void open(int baud) throws PortException {
    boolean isNew = !isOpen();
    super.open(baud);
    if (isNew) {
      state = State.DATA;
      waiting = new byte[0];
      isRefused = false;
      send(IAC, WILL, COM_PORT, IAC, WILL, BINARY, IAC, DO, BINARY, IAC, DO, GO_AHEAD);
      setBaudRate(baud);
      command(SET_SIZE, 8);
      command(SET_PARITY, 1);
      command(SET_STOP, 1);
      command(SET_CONTROL, CONTROL_NO_FLOW);
    }
  }

  // ---- data ----

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    Deadline deadline = Deadline.in(clock, timeoutMillis);
    do {
      if (waiting.length == 0) {
        waiting = decode(deadline.remaining());
      }
      if (waiting.length > 0) {
        int count = Math.min(length, waiting.length);
        System.arraycopy(waiting, 0, buffer, offset, count);
        waiting = Arrays.copyOfRange(waiting, count, waiting.length);
        return count;
      }
    } while (!deadline.isOver());
    return 0;
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    ByteArrayOutputStream out = new ByteArrayOutputStream(length + 16);
    for (int i = offset; i < offset + length; i++) {
      out.write(data[i]);
      if ((data[i] & 0xff) == IAC) {
        out.write(IAC);
      }
    }
    transmit(out.toByteArray(), 0, out.size());
  }

  /** Receives once and takes the telnet commands out. */
  private byte[] decode(int timeoutMillis) throws PortException {
    int count = receive(received, 0, received.length, timeoutMillis);
    ByteArrayOutputStream data = new ByteArrayOutputStream(count);
    for (int i = 0; i < count; i++) {
      decode(received[i] & 0xff, data);
    }
    return data.toByteArray();
  }

  private void decode(int c, ByteArrayOutputStream data) throws PortException {
    switch (state) {
      case DATA -> {
        if (c == IAC) {
          state = State.AFTER_IAC;
        } else {
          data.write(c);
        }
      }
      case AFTER_IAC -> {
        if (c == IAC) {
          data.write(c);
        }
        block.reset();
        verb = c;
        state = c == SB ? State.BLOCK : c >= WILL && c < IAC ? State.OPTION : State.DATA;
      }
      case OPTION -> {
        state = State.DATA;
        option(c);
      }
      case BLOCK -> {
        if (c == IAC) {
          state = State.BLOCK_AFTER_IAC;
        } else {
          block.write(c);
        }
      }
      case BLOCK_AFTER_IAC -> {
        if (c == IAC) {
          block.write(c);
          state = State.BLOCK;
        } else {
          byte[] content = block.toByteArray();
          if (content.length > 1 && content[0] == COM_PORT) {
            answered = (content[1] & 0xff) - SERVER;
          }
          state = State.DATA;
        }
      }
    }
  }

  /** What the server offers or asks for; only what was named at the start is agreed to. */
  private void option(int option) throws PortException {
    boolean isKnown = option == BINARY || option == GO_AHEAD || option == COM_PORT;
    if (option == COM_PORT && verb == DONT) {
      isRefused = true;
    } else if (verb == WILL && !isKnown) {
      send(IAC, DONT, option);
    } else if (verb == DO && !isKnown) {
      send(IAC, WONT, option);
    } else if (verb == DO && option == GO_AHEAD) {
      send(IAC, WILL, option);
    }
  }

  // ---- settings ----

  @Override
  public void setSignals(boolean newDtr, boolean newRts) throws PortException {
    dtr = newDtr;
    rts = newRts;
    command(SET_CONTROL, dtr ? CONTROL_DTR : CONTROL_DTR + 1);
    command(SET_CONTROL, rts ? CONTROL_RTS : CONTROL_RTS + 1);
  }

  @Override
  public boolean hasSignals() {
    return true;
  }

  @Override
  public void setBaudRate(int baud) throws PortException {
    command(SET_BAUD, baud >> 24 & 0xff, baud >> 16 & 0xff, baud >> 8 & 0xff, baud & 0xff);
  }

  @Override
  public void discardInput() throws PortException {
    command(PURGE, 1);
    super.discardInput();
  }

  private void command(int command, int... value) throws PortException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(IAC);
    out.write(SB);
    out.write(COM_PORT);
    out.write(command);
    for (int c : value) {
      out.write(c);
      if (c == IAC) {
        out.write(IAC);
      }
    }
    out.write(IAC);
    out.write(SE);
    answered = -1;
    transmit(out.toByteArray(), 0, out.size());
    Deadline deadline = Deadline.in(clock, ANSWER_MILLIS);
    while (answered != command) {
      byte[] data = decode(deadline.remaining());
      byte[] all = Arrays.copyOf(waiting, waiting.length + data.length);
      System.arraycopy(data, 0, all, waiting.length, data.length);
      waiting = all;
      if (isRefused || (deadline.isOver() && answered != command)) {
        throw new PortException(
            "set up " + name,
            isRefused
                ? "the server does not offer a serial port"
                : "no answer to COM-PORT command " + command,
            "For a server without RFC 2217 write socket://");
      }
    }
  }

  private void send(int... bytes) throws PortException {
    byte[] out = new byte[bytes.length];
    for (int i = 0; i < out.length; i++) {
      out[i] = (byte) bytes[i];
    }
    transmit(out, 0, out.length);
  }
}
