package org.pykopi.tests.serial;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.zip.Deflater;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;

/**
 * A simulated board for tests of the page: at its prompt, or in its boot loader. The board's time
 * goes on with each read. Python is never slower than the page, which gives up after a time of its
 * own; a boot loader has nothing to do with the page's time, so that its speed can be measured.
 */
public final class PageBoard implements AutoCloseable {
  /** Writes of so many bytes are blocks of a firmware, as no command is. */
  private static final int BLOCK = 8 << 10;

  private static final int READ_MILLIS = 5;
  private static final int PYTHON_BYTES = 4 << 10;
  private static final int CHIP_BYTES = 64 << 10;
  private static final int BAUD = 921_600;
  private static final int REENUMERATION_MICROS = 300_000;
  private static final int RETRY_MICROS = 100_000;

  public final SerialPort port;
  private final ReplBoard python;
  private final SimulatedPort chip;
  private final PageReader reader;
  private WebSocketServer server;

  /** The adapter between the board and the page; null where the system has a serial port. */
  public SimulatedAdapter adapter;

  /** Microseconds of the simulated line; 0 before the first block. */
  private long blocksBegin;

  private long blocksEnd;

  private PageBoard(SerialPort port, ReplBoard python, SimulatedPort chip) {
    this.port = port;
    this.python = python;
    this.chip = chip;
    reader = new PageReader(port);
  }

  /** A board that runs Python; its line is fast. */
  public static PageBoard python() {
    ReplBoard board = new ReplBoard(new VirtualClock(), BAUD, 500);
    board.start();
    return new PageBoard(board, board, null);
  }

  /** A board that runs Python, which is reached through WebREPL. */
  public static PageBoard network() throws IOException {
    ReplBoard inside = new ReplBoard(new VirtualClock(), BAUD, 500);
    inside.start();
    PageBoard board = new PageBoard(inside, inside, null);
    board.server = new WebSocketServer(new WebReplBoard(inside));
    return board;
  }

  /** Where the board on the network is: {@code host:port}. */
  public String address() {
    return server.address();
  }

  public String password() {
    return WebReplBoard.PASSWORD;
  }

  /** Ends all connections to the board on the network. */
  public void cutOff() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A board without a program, by the name of its chip, behind a serial adapter. */
  public static PageBoard chip(String name, int flashSize) {
    return chip(name, flashSize, SimulatedBoard.Wiring.BRIDGE);
  }

  /** The same with the USB of the chip itself: it leaves the bus with each reset. */
  public static PageBoard nativeUsb(String name, int flashSize) {
    PageBoard board = chip(name, flashSize, SimulatedBoard.Wiring.USB_JTAG);
    board.chip.faults.lostAtReset = REENUMERATION_MICROS;
    return board;
  }

  /** An ESP32-S2 with its own USB, into whose loader only the held button leads. */
  public static PageBoard withHeldButton(int flashSize) {
    PageBoard board = chip("ESP32-S2", flashSize, SimulatedBoard.Wiring.USB_OTG);
    board.chip.board.isBootHeld = true;
    return board;
  }

  /** One whose USB the lines do not reset: somebody holds BOOT until the loader works. */
  public static PageBoard otg(String name, int flashSize) {
    PageBoard board = chip(name, flashSize, SimulatedBoard.Wiring.USB_OTG);
    board.chip.board.isBootHeld = true;
    return board;
  }

  private static PageBoard chip(String name, int flashSize, SimulatedBoard.Wiring wiring) {
    SimulatedPort port =
        new SimulatedPort(new VirtualClock(), ChipModel.named(name), flashSize, wiring);
    return new PageBoard(port, null, port);
  }

  /** Puts an adapter before the board, for pages that reach USB only. */
  public PageBoard behind(SimulatedAdapter.Family family) {
    adapter = new SimulatedAdapter(family, port);
    return this;
  }

  public void open(int baud) throws PortException {
    port.open(baud);
    port.setBaudRate(baud);
  }

  /** Whether the board is on the bus; the time of one that is away goes on. */
  public boolean isPresent() {
    if (chip == null) {
      return python.isPresent();
    }
    if (!chip.isPresent()) {
      chip.clock.advanceTo(chip.clock.micros() + RETRY_MICROS);
    }
    return chip.isPresent();
  }

  /** What the board has sent; its time goes on. */
  public byte[] read() throws PortException {
    if (chip != null && chip.board.chip.state() == SimulatedChip.State.STUB) {
      chip.board.isBootHeld = false;
    }
    byte[] buffer = new byte[chip == null ? PYTHON_BYTES : CHIP_BYTES];
    int count =
        chip == null ? reader.read(buffer) : port.read(buffer, 0, buffer.length, READ_MILLIS);
    return Arrays.copyOf(buffer, count);
  }

  public void write(byte[] data) throws PortException {
    if (chip != null && data.length >= BLOCK && blocksBegin == 0) {
      blocksBegin = chip.clock.micros();
    }
    port.write(data, 0, data.length);
    if (chip != null && data.length >= BLOCK) {
      blocksEnd = chip.clock.micros();
    }
  }

  /** Seconds of the simulated line from the first to the last block of a firmware. */
  public double writingSeconds() {
    return (blocksEnd - blocksBegin) / 1e6;
  }

  /** A file in the root of the Python board as text; null when there is none. */
  public String file(String path) {
    boolean exists =
        python.files.list("/").stream().anyMatch(entry -> path.equals("/" + entry.name()));
    return exists ? new String(python.files.snapshot(path), StandardCharsets.UTF_8) : null;
  }

  public void putFile(String path, String text) {
    python.files.put(path, text.getBytes(StandardCharsets.UTF_8));
  }

  /** Puts bytes into the chip's flash memory. */
  public void putFlash(int address, byte[] data) {
    System.arraycopy(data, 0, chip.board.chip.flash.bytes, address, data.length);
  }

  /** A part of the chip's flash memory. */
  public byte[] flash(int address, int size) {
    return Arrays.copyOfRange(chip.board.chip.flash.bytes, address, address + size);
  }

  /** A firmware image for the simulated chips, of pseudo-random contents. */
  public static byte[] firmware(String chip, int size) {
    return TestFirmware.whole(ChipModel.named(chip), size);
  }

  /** What a line has to carry of a firmware, in bytes. */
  public static int compressedSize(byte[] data) {
    Deflater deflater = new Deflater(9);
    deflater.setInput(data);
    deflater.finish();
    return deflater.deflate(new byte[data.length + 1000]);
  }

  public boolean runsFirmware() {
    return chip.board.chip.state() == SimulatedChip.State.FIRMWARE;
  }

  public void unplug() {
    python.lose();
  }

  public void plugIn() {
    python.plugIn();
  }

  /** Switches the board off and on. */
  public void restart() {
    python.start();
  }

  /** From now on there is no Python on it, nor anything else that talks. */
  public void fallSilent() {
    python.hasPython = false;
    python.boot = "";
    python.start();
  }

  public void wakeUp() {
    python.hasPython = true;
    python.start();
  }

  @Override
  public void close() {
    if (server != null) {
      cutOff();
    }
    if (python != null) {
      python.switchOff();
    }
  }
}
