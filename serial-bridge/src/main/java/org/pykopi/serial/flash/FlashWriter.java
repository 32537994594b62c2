package org.pykopi.serial.flash;

import java.util.Arrays;
import org.pykopi.serial.hash.Md5;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;
import org.pykopi.serial.rom.BootLoader;
import org.pykopi.serial.rom.LoaderException;

/**
 * Writes a range of the flash memory and proves by MD5 that it is there.
 *
 * <p>A packet whose checksum was wrong is sent again. After any other error nobody knows how much
 * the chip took (it does not look at packet numbers), so the connection is restored, the chip is
 * asked for the MD5 of each 64 KiB written so far, and writing goes on at the first one that is
 * wrong. The same happens when the MD5 of the whole is wrong.
 */
final class FlashWriter {
  private static final int BLOCK = 0x10000;
  private static final int LARGEST_GAP = 0x2000;
  private static final int STUB_PACKET = 0x4000;
  private static final int ROM_PACKET = 0x400;
  private static final int USB_PACKET = 0x800;
  private static final int CHECKED_AT_ONCE = 0x40000;
  private static final int READ_AT_ONCE = 0x1000;
  private static final int FAILURES = 8;
  private static final int RESENDS = 3;
  private static final int ASKS = 3;
  private static final int WRITE_PER_MB = 40_000;

  private final Session session;

  /** Bytes of the range that the chip has confirmed, as far as this object knows. */
  private int reached;

  FlashWriter(Session session) {
    this.session = session;
  }

  void write(FlashFile file) throws DeviceException {
    int start = 0;
    DeviceException last = null;
    for (int failure = 0; failure < FAILURES; failure++) {
      try {
        if (start < file.data().length) {
          stream(file, start);
        }
        if (isWhole(file)) {
          return;
        }
        last = differs(file);
        session.log.warn(last.getMessage());
      } catch (CancelledException e) {
        throw e;
      } catch (DeviceException e) {
        last = e;
        session.recover(e);
      }
      start = session.retry(FAILURES, () -> firstWrong(file));
    }
    throw last;
  }

  /**
   * The same with the empty sectors between the start of its block and its own start, if they are
   * few: a stub then erases the block at once, which takes 150 ms, and not its sectors one by one,
   * 45 ms each. Nothing changes in them. Asked twice, because commands have no checksum.
   */
  FlashFile fromBlockStart(FlashFile file) throws DeviceException {
    int gap = file.address() % BLOCK;
    boolean isWorth = gap > 0 && gap <= LARGEST_GAP && file.data().length > BLOCK;
    if (!isWorth || !session.loader.isStub()) {
      return file;
    }
    int start = file.address() - gap;
    byte[] data = new byte[gap + file.data().length];
    Arrays.fill(data, 0, gap, (byte) 0xFF);
    System.arraycopy(file.data(), 0, data, gap, file.data().length);
    FlashFile whole = new FlashFile(file.name(), start, data);
    boolean isEmpty =
        session.retry(FAILURES, () -> isWritten(whole, 0, gap) && isWritten(whole, 0, gap));
    return isEmpty ? whole : file;
  }

  static DeviceException differs(FlashFile file) {
    return new DeviceException(
        "verify " + file.name(),
        "the flash memory holds something else than was written at " + Hex.word(file.address()),
        "Try a lower speed; if that does not help the memory may be worn out");
  }

  /** The start of the first 64 KiB that is not yet right; the length when all is. */
  private int firstWrong(FlashFile file) throws DeviceException {
    byte[] data = file.data();
    for (int at = 0; at < data.length; at += BLOCK) {
      int length = Math.min(BLOCK, data.length - at);
      if (at >= reached || !isWritten(file, at, length)) {
        return at;
      }
    }
    return data.length;
  }

  private void stream(FlashFile file, int start) throws DeviceException {
    byte[] rest = Arrays.copyOfRange(file.data(), start, file.data().length);
    BootLoader loader = session.loader;
    String step = "write " + file.name();
    reached = start;
    if (loader.isStub() || session.chip().hasFullRom()) {
      compressed(step, file, start, rest);
    } else {
      plain(step, file, start, rest);
    }
  }

  private int packetSize() {
    return !session.loader.isStub() ? ROM_PACKET : session.isOtg() ? USB_PACKET : STUB_PACKET;
  }

  /** The stub answers when it has a packet and writes it while the next one comes. */
  private void compressed(String step, FlashFile file, int start, byte[] rest)
      throws DeviceException {
    BootLoader loader = session.loader;
    int size = packetSize();
    Packed packed = Packed.of(rest, size);
    byte[] small = packed.data();
    loader.deflateBegin(rest.length, small.length, size, file.address() + start);
    int before = 0;
    for (int at = 0, sequence = 0; at < small.length; at += size, sequence++) {
      session.report.show(step, reached, file.data().length);
      byte[] packet = Arrays.copyOfRange(small, at, Math.min(small.length, at + size));
      int pending = Packed.LOOKAHEAD + (loader.isStub() ? before : packed.inputOf(sequence));
      int timeout = BootLoader.perMegabyte(WRITE_PER_MB, pending);
      int number = sequence;
      resend(() -> loader.deflateData(packet, number, timeout));
      before = packed.inputOf(sequence);
      reached += before;
    }
    loader.flashEnd(true, BootLoader.perMegabyte(WRITE_PER_MB, before + Packed.LOOKAHEAD));
    session.report.show(step, file.data().length, file.data().length);
  }

  private void plain(String step, FlashFile file, int start, byte[] rest) throws DeviceException {
    BootLoader loader = session.loader;
    int size = packetSize();
    loader.flashBegin(rest.length, file.address() + start, size);
    for (int at = 0, sequence = 0; at < rest.length; at += size, sequence++) {
      session.report.show(step, reached, file.data().length);
      byte[] packet = new byte[size];
      Arrays.fill(packet, (byte) 0xFF);
      int length = Math.min(size, rest.length - at);
      System.arraycopy(rest, at, packet, 0, length);
      int timeout = BootLoader.perMegabyte(WRITE_PER_MB, size);
      int number = sequence;
      resend(() -> loader.flashData(packet, number, timeout));
      reached += length;
    }
    session.report.show(step, file.data().length, file.data().length);
  }

  /** Sends one packet. */
  private interface Packet {
    void send() throws DeviceException;
  }

  private void resend(Packet packet) throws DeviceException {
    for (int attempt = 1; ; attempt++) {
      try {
        packet.send();
        return;
      } catch (LoaderException e) {
        if (!e.isDamagedPacket() || attempt == RESENDS) {
          throw e;
        }
        session.log.warn(e.getMessage());
      }
    }
  }

  // ---- verify ----

  /** Whether the memory holds all of it; shows how far that is known. */
  boolean isWhole(FlashFile file) throws DeviceException {
    int size = file.data().length;
    int piece = canHash() ? CHECKED_AT_ONCE : READ_AT_ONCE;
    String step = "verify " + file.name();
    for (int at = 0; at < size; at += piece) {
      session.report.show(step, at, size);
      if (!isWritten(file, at, Math.min(piece, size - at))) {
        return false;
      }
    }
    session.report.show(step, size, size);
    return true;
  }

  private boolean canHash() {
    return session.loader.isStub() || session.chip().hasFullRom();
  }

  /** Asks again when the answer is wrong: it may have been damaged itself. */
  boolean isWritten(FlashFile file, int from, int length) throws DeviceException {
    byte[] data = file.data();
    int address = file.address() + from;
    if (!canHash()) {
      byte[] back = new FlashReader(session).read(address, length, "");
      return Arrays.equals(back, Arrays.copyOfRange(data, from, from + length));
    }
    String wanted = Hex.joined(Md5.of(data, from, length));
    for (int i = 0; i < ASKS; i++) {
      if (session.loader.md5(address, length).equals(wanted)) {
        return true;
      }
    }
    return false;
  }
}
