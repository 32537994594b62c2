package org.pykopi.host.board;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * A microcontroller board as a model: an ESP32 with its pins, three serial lines, two I2C and two
 * SPI buses, its clock and the memory that survives a reset. It lives longer than a runtime, as a
 * board lives longer than a program.
 *
 * <p>Without anything attached it behaves as a board on an empty desk with a few wires: outputs
 * read back, serial lines and SPI hear themselves, an I2C bus has nobody who answers.
 */
public final class Board {
  /** Pins have numbers below this; some of them do not exist, see {@link #pin}. */
  public static final int PIN_COUNT = 40;

  public static final int UART_COUNT = 3;
  public static final int BACKUP_SIZE = 2048;

  // Reasons for the latest start.
  public static final int POWER_ON = 1;
  public static final int HARD_RESET = 2;
  public static final int WATCHDOG = 3;
  public static final int DEEP_SLEEP = 4;
  public static final int SOFT_RESET = 5;

  private static final long NO_PINS =
      1L << 20 | 1L << 24 | 1L << 28 | 1L << 29 | 1L << 30 | 1L << 31;

  private static final int FIRST_INPUT_ONLY = 34;

  private final BoardPin[] pins = new BoardPin[PIN_COUNT];
  private final BoardUart[] uarts = new BoardUart[UART_COUNT];
  private final Map<Integer, I2cDevice> i2cDevices = new HashMap<>();
  private final Map<Integer, SpiDevice> spiDevices = new HashMap<>();
  private final List<BoardListener> listeners = new ArrayList<>();

  /** The runtime that uses the board now, or null. */
  private BoardListener program;

  /** Keeps its content over resets. */
  public final byte[] backup = new byte[BACKUP_SIZE];

  /** How many bytes of {@link #backup} a program wrote as a whole. */
  public int backupLength;

  /** Added to the host's time of day: what a program that set the clock wants. */
  public long clockOffsetNanos;

  /** Of the processor, in hertz. */
  public int frequency = 160_000_000;

  /** Why the program started, one of the constants above. */
  public int resetCause = POWER_ON;

  /** Six bytes that tell this board from others. */
  public byte[] uniqueId = {0x24, 0x0a, (byte) 0xc4, 0, 0, 1};

  public Board() {
    for (int i = 0; i < PIN_COUNT; i++) {
      pins[i] = (NO_PINS >> i & 1) == 0 ? new BoardPin(this, i) : null;
    }
    for (int i = 0; i < UART_COUNT; i++) {
      uarts[i] = new BoardUart(this, i);
    }
  }

  /** A pin, or null when the chip has none of that number. */
  public BoardPin pin(int number) {
    return number < 0 || number >= PIN_COUNT ? null : pins[number];
  }

  /** Whether a pin can only be an input. */
  public static boolean isInputOnly(int number) {
    return number >= FIRST_INPUT_ONLY;
  }

  public BoardUart uart(int number) {
    return uarts[number];
  }

  // ---- what is attached ----

  /** Lets a level of one pin be seen at the other. */
  public void connect(int first, int second) {
    pins[first].wire(pins[second]);
    pins[second].wire(pins[first]);
    pins[first].update();
    pins[second].update();
  }

  /** Puts a device on an I2C bus; null takes it away. */
  public void attachI2c(int bus, int address, I2cDevice device) {
    i2cDevices.put(bus << 10 | address, device);
  }

  /** The device at an address, or null. */
  public I2cDevice i2cDevice(int bus, int address) {
    return i2cDevices.get(bus << 10 | address);
  }

  /** Puts a device on an SPI bus; null takes it away. */
  public void attachSpi(int bus, SpiDevice device) {
    spiDevices.put(bus, device);
  }

  /** What the bus is connected to; by itself its output to its input. */
  public SpiDevice spiDevice(int bus) {
    SpiDevice device = spiDevices.get(bus);
    return device == null ? sent -> sent : device;
  }

  // ---- who hears of changes ----

  public void addListener(BoardListener listener) {
    listeners.add(listener);
  }

  /** Sets the runtime that uses the board from now on. */
  public void setProgram(BoardListener program) {
    this.program = program;
  }

  void changed(BoardPin pin) {
    if (program != null) {
      program.pinChanged(pin);
    }
    for (BoardListener listener : listeners) {
      listener.pinChanged(pin);
    }
  }

  void sent(BoardUart uart, byte[] data) {
    for (BoardListener listener : listeners) {
      listener.uartSent(uart, data);
    }
  }

  /** Tells the listeners of bytes that a program shifted out on a pin. */
  public void sendBits(BoardPin pin, byte[] data) {
    for (BoardListener listener : listeners) {
      listener.bitsSent(pin, data);
    }
  }
}
