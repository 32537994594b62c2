package org.pykopi.tests.serial;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * An ESP chip at the end of a serial line: boot messages, the loader in its ROM, the stub after one
 * was loaded, and a firmware that says hello. The code of the stub is not run: when a program was
 * loaded completely and its entry lies inside, the chip behaves as the stub does.
 *
 * <p>Time comes in as microseconds with each byte and goes out with each answer, so the same chip
 * works on a virtual clock and behind a socket. Bytes at a wrong speed arrive as nonsense.
 */
final class SimulatedChip {
  enum State {
    OFF,
    ROM,
    STUB,
    /** A loaded program jumped into nowhere: only a reset helps. */
    CRASHED,
    FIRMWARE
  }

  /** Where the chip's bytes go: they begin to leave at this moment, at this speed. */
  interface Wire {
    void send(byte[] data, int baud, long at);

    /** The chip was reset: what had not left it by then never will. */
    void cut(long at);
  }

  private static final double BAUD_TOLERANCE = 0.03;

  final ChipModel model;
  final FlashMemory flash;
  final Map<Integer, Integer> registers = new HashMap<>();
  private final Wire wire;
  private final LoaderProtocol loader;
  private volatile State state = State.OFF;
  private int baud;

  /** The chip is at work until then; what comes meanwhile waits. */
  private long busyUntil;

  private boolean inFrame;
  private boolean escaped;
  private final ByteArrayOutputStream frame = new ByteArrayOutputStream();

  /** When the watchdog, once armed, resets the chip; -1 for never. */
  long watchdogAt = -1;

  SimulatedChip(ChipModel model, int flashSize, Wire wire) {
    this.model = model;
    this.flash = new FlashMemory(flashSize);
    this.wire = wire;
    this.loader = new LoaderProtocol(this);
  }

  State state() {
    return state;
  }

  /** 0 while the ROM still measures the speed. */
  int baud() {
    return baud;
  }

  void setBaud(int newBaud) {
    baud = newBaud;
  }

  void start(State newState) {
    state = newState;
  }

  /** The chip comes out of reset; {@code download} is what the boot pin says. */
  void reset(boolean download, long at) {
    watchdogAt = -1;
    wire.cut(at);
    registers.clear();
    registers.putAll(model.registers);
    loader.reset();
    frame.reset();
    inFrame = false;
    busyUntil = at;
    baud = 0;
    if (download) {
      state = State.ROM;
      say("rst:0x1 (POWERON_RESET),boot:0x3 (DOWNLOAD_BOOT)\r\nwaiting for download\r\n", at);
    } else {
      state = State.FIRMWARE;
      say("rst:0x1 (POWERON_RESET),boot:0x13 (SPI_FAST_FLASH_BOOT)\r\n", at);
      boolean bootable = (flash.bytes[model.bootOffset] & 255) == 0xE9;
      baud = 115200;
      say(bootable ? "hello from the firmware\r\n" : "invalid header: 0xffffffff\r\n", at + 20_000);
    }
  }

  private void say(String text, long at) {
    wire.send(
        text.getBytes(StandardCharsets.US_ASCII), baud == 0 ? model.bootBaud : baud, at + 30_000);
  }

  void powerOff(long at) {
    wire.cut(at);
    state = State.OFF;
  }

  /** A byte that the host sent at its speed has arrived. */
  void receive(int value, int hostBaud, long at) {
    if (state != State.ROM && state != State.STUB) {
      return;
    }
    if (baud == 0) {
      baud = hostBaud;
    }
    boolean right = Math.abs(hostBaud - baud) <= BAUD_TOLERANCE * baud;
    int seen = right ? value : value * 7 + 13 & 255;
    if (seen == 0xC0) {
      boolean whole = inFrame && frame.size() > 0 && !escaped;
      byte[] packet = frame.toByteArray();
      frame.reset();
      escaped = false;
      inFrame = !whole;
      if (whole) {
        long begin = Math.max(at, busyUntil);
        loader.handle(packet, begin);
      }
    } else if (escaped) {
      escaped = false;
      inFrame &= seen == 0xDC || seen == 0xDD;
      frame.write(seen == 0xDC ? 0xC0 : 0xDB);
    } else if (seen == 0xDB) {
      escaped = true;
    } else if (inFrame) {
      frame.write(seen);
    }
  }

  /** Sends a frame that is ready at this moment. */
  void sendFrame(byte[] data, long at) {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(0xC0);
    for (byte one : data) {
      if (one == (byte) 0xC0 || one == (byte) 0xDB) {
        out.write(0xDB);
        out.write(one == (byte) 0xC0 ? 0xDC : 0xDD);
      } else {
        out.write(one);
      }
    }
    out.write(0xC0);
    wire.send(out.toByteArray(), baud, at);
  }

  void setBusy(long until) {
    busyUntil = Math.max(busyUntil, until);
  }

  // ---- registers ----

  int readRegister(int address) {
    if (address == model.uartDivider && address != 0) {
      return model.crystalTimesFactor * 1_000_000 / baud;
    }
    return registers.getOrDefault(address, 0);
  }

  /** A write to the command register of the flash controller runs the command at once. */
  void writeRegister(int address, int value, int mask) {
    registers.merge(address, value & mask, (old, added) -> old & ~mask | added);
    if (address == model.spiBase && (value & 1 << 18) != 0) {
      registers.put(address, 0);
      int command = readRegister(model.spiBase + model.spiUsr2) & 0xFFFF;
      if (command == 0x9F) {
        registers.put(model.spiBase + model.spiData, flash.id());
      } else if (command == 0x03) {
        int from = readRegister(model.spiBase + 4) >>> 8;
        for (int i = 0; i < 64; i++) {
          int at = model.spiBase + model.spiData + (i & ~3);
          int one = flash.bytes[(from + i) % flash.bytes.length] & 255;
          int old = (i & 3) == 0 ? 0 : registers.get(at);
          registers.put(at, old | one << 8 * (i & 3));
        }
      }
    }
  }
}
