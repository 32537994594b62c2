package org.pykopi.tests.serial;

import java.util.Arrays;
import java.util.Random;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/**
 * The line between host and board on a virtual clock: each byte takes ten bits of the speed that is
 * set, the adapter collects what comes back in packets of 64 bytes or 1 ms, and faults happen where
 * the test wants them.
 */
final class SimulatedPort implements SerialPort, SimulatedChip.Wire {
  private static final int PACKET = 64;
  private static final long LATENCY_NANOS = 1_000_000;
  private static final int OUTPUT_BUFFER = 4096;

  /** USB takes so long to hand over the first byte of a request. */
  private static final long REQUEST_NANOS = 250_000;

  /** A chip with USB of its own is so long away with each reset. */
  private static final int AWAY_MICROS = 300_000;

  private static final double BAUD_TOLERANCE = 0.03;

  final VirtualClock clock;
  final SimulatedBoard board;
  private final Random noise = new Random(1);
  Faults faults = Faults.none();

  /** Above this speed the adapter garbles everything. */
  int fastest = 2_000_000;

  private boolean isOpen;
  private boolean isPlugged = true;

  private long openedAt;

  /** The port cannot be opened before this moment. */
  private long goneUntil;

  private int baud = 115200;
  private long outputFree;
  private long inputFree;
  private Runnable onDisconnect;

  private byte[] input = new byte[4096];
  private long[] leaves = new long[4096];
  private long[] arrives = new long[4096];
  private int first;
  private int end;
  private int packetStart;
  private long sentBytes;
  private long receivedBytes;
  private int answerCount;

  SimulatedPort(VirtualClock clock, ChipModel model, int flashSize, SimulatedBoard.Wiring wiring) {
    this.clock = clock;
    this.board = new SimulatedBoard(model, flashSize, wiring, this);
    board.powerOn(0);
  }

  long sentBytes() {
    return sentBytes;
  }

  /** How many answers the chip gave. */
  int answerCount() {
    return answerCount;
  }

  boolean isPlugged() {
    return isPlugged;
  }

  /** Whether it can be opened now. */
  boolean isPresent() {
    return isPlugged && clock.micros() >= goneUntil;
  }

  /** After the cable was pulled, or to power the board off and on. */
  void replug() {
    isPlugged = true;
    goneUntil = clock.micros();
    board.powerOn(clock.micros());
  }

  // ---- SerialPort ----

  @Override
  public String name() {
    return "simulated " + board.chip.model.name;
  }

  @Override
  public UsbId usbId() {
    return switch (board.wiring) {
      case BRIDGE -> new UsbId(0x10C4, 0xEA60);
      case USB_JTAG -> new UsbId(UsbId.ESPRESSIF, 0x1001);
      case USB_OTG -> new UsbId(UsbId.ESPRESSIF, board.chip.model.id);
    };
  }

  @Override
  public void open(int newBaud) throws PortException {
    if (!isPresent()) {
      throw PortException.lost("open " + name());
    }
    openedAt = isOpen ? openedAt : clock.micros();
    isOpen = true;
    baud = newBaud;
  }

  @Override
  public void close() {
    isOpen = false;
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  private void check(String step) throws PortException {
    if (!isOpen) {
      throw PortException.lost(step);
    }
    board.settle(clock.micros());
  }

  private void lose() {
    isOpen = false;
    end = first;
    if (onDisconnect != null) {
      onDisconnect.run();
    }
  }

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    check("read");
    long limit = clock.micros() + timeoutMillis * 1000L;
    board.settle(limit);
    if (first == end || arrives[first] / 1000 > limit) {
      clock.advanceTo(limit);
      return 0;
    }
    clock.advanceTo((arrives[first] + 999) / 1000);
    int count = 0;
    while (count < length && first < end && arrives[first] / 1000 <= clock.micros()) {
      buffer[offset + count++] = input[first++];
    }
    packetStart = Math.max(packetStart, first);
    countBytes(0);
    return count;
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    check("write");
    long byteNanos = 10_000_000_000L / baud;
    outputFree = Math.max(outputFree, clock.micros() * 1000 + REQUEST_NANOS);
    for (int i = offset; i < offset + length && isOpen; i++) {
      outputFree += byteNanos;
      Faults.Damage damage = faults.toChip.get(sentBytes++);
      int value = baud > fastest ? data[i] ^ 0x5A : data[i];
      long at = outputFree / 1000;
      board.settle(at);
      if (damage != Faults.Damage.LOST) {
        board.chip.receive(damaged(value, damage) & 255, baud, at);
      }
      if (damage == Faults.Damage.DOUBLED) {
        board.chip.receive(value & 255, baud, at);
      }
      countBytes(1);
    }
    clock.advanceTo((outputFree - OUTPUT_BUFFER * byteNanos) / 1000);
    check("write");
  }

  private int damaged(int value, Faults.Damage damage) {
    return damage == Faults.Damage.CHANGED ? value ^ 1 + noise.nextInt(255) : value;
  }

  private void countBytes(int more) {
    if (faults.unplugAfter >= 0 && sentBytes + receivedBytes + more > faults.unplugAfter) {
      faults.unplugAfter = -1;
      isPlugged = false;
      board.chip.powerOff(clock.micros());
      lose();
    }
  }

  @Override
  public void discardInput() throws PortException {
    check("discard input");
    while (first < end && arrives[first] / 1000 <= clock.micros()) {
      first++;
    }
    packetStart = Math.max(packetStart, first);
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) throws PortException {
    check("set the control lines");
    boolean begins = board.setSignals(dtr, rts, clock.micros());
    long gone = board.wiring == SimulatedBoard.Wiring.USB_OTG ? AWAY_MICROS : faults.lostAtReset;
    if (begins && gone > 0) {
      goneUntil = clock.micros() + gone;
      // A chip's own USB goes away each time, an adapter only by accident.
      faults.lostAtReset = board.wiring == SimulatedBoard.Wiring.BRIDGE ? 0 : gone;
      // A board that goes away lets its reset go by itself.
      board.setSignals(false, false, clock.micros());
      lose();
    }
  }

  @Override
  public boolean hasSignals() {
    return true;
  }

  @Override
  public void setBaudRate(int newBaud) throws PortException {
    check("set the speed");
    baud = newBaud;
  }

  @Override
  public void onDisconnect(Runnable notice) {
    onDisconnect = notice;
  }

  // ---- from the chip ----

  @Override
  public void send(byte[] data, int chipBaud, long at) {
    long begin = at;
    boolean isAnswer = data[0] == (byte) 0xC0;
    if (isAnswer) {
      int number = answerCount++;
      if (faults.selfResets.remove(number) != null) {
        board.chip.reset(false, at);
        return;
      }
      long late = faults.answers.getOrDefault(number, 0L);
      if (late < 0) {
        return;
      }
      begin += late;
      board.chip.setBusy(begin);
    } else if (faults.bootNoise > 0) {
      byte[] nonsense = new byte[faults.bootNoise];
      noise.nextBytes(nonsense);
      transfer(nonsense, chipBaud, begin);
    }
    transfer(data, chipBaud, begin);
  }

  private void transfer(byte[] data, int chipBaud, long begin) {
    long byteNanos = 10_000_000_000L / chipBaud;
    inputFree = Math.max(inputFree, begin * 1000);
    boolean right = Math.abs(baud - chipBaud) <= BAUD_TOLERANCE * chipBaud && baud <= fastest;
    for (byte one : data) {
      inputFree += byteNanos;
      Faults.Damage damage = faults.toHost.get(receivedBytes++);
      int value = right ? one : one * 5 + 3;
      if (damage != Faults.Damage.LOST) {
        append(damaged(value, damage), inputFree);
      }
      if (damage == Faults.Damage.DOUBLED) {
        append(value, inputFree);
      }
    }
  }

  private void append(int value, long time) {
    if (end == input.length) {
      compact();
    }
    if (packetStart < end && time > leaves[packetStart] + LATENCY_NANOS) {
      packetStart = end;
    }
    input[end] = (byte) value;
    leaves[end] = time;
    arrives[end] = leaves[Math.min(packetStart, end)] + LATENCY_NANOS;
    end++;
    if (end - packetStart == PACKET) {
      Arrays.fill(arrives, packetStart, end, time);
      packetStart = end;
    }
  }

  private void compact() {
    int count = end - first;
    if (count > input.length / 2) {
      input = Arrays.copyOf(input, 2 * input.length);
      leaves = Arrays.copyOf(leaves, input.length);
      arrives = Arrays.copyOf(arrives, input.length);
    }
    System.arraycopy(input, first, input, 0, count);
    System.arraycopy(leaves, first, leaves, 0, count);
    System.arraycopy(arrives, first, arrives, 0, count);
    packetStart -= first;
    first = 0;
    end = count;
  }

  @Override
  public void cut(long at) {
    boolean isWatchdog = isOpen && at > openedAt;
    if (isWatchdog && board.wiring == SimulatedBoard.Wiring.USB_OTG) {
      goneUntil = at + AWAY_MICROS;
      lose();
    }
    while (end > first && leaves[end - 1] > at * 1000) {
      end--;
    }
    packetStart = Math.min(packetStart, end);
    inputFree = Math.min(inputFree, at * 1000);
  }
}
