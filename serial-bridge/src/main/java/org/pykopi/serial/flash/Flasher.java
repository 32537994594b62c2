package org.pykopi.serial.flash;

import java.util.Arrays;
import java.util.List;
import org.pykopi.serial.chip.Chip;
import org.pykopi.serial.chip.Watchdogs;
import org.pykopi.serial.image.FirmwareCheck;
import org.pykopi.serial.image.FirmwareImage;
import org.pykopi.serial.image.PartitionTable;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.LoggedPort;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.Progress;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.rom.BootLoader;
import org.pykopi.serial.rom.LoaderException;

/**
 * All that can be done with a board's flash memory. Call {@link #connect} first and {@link #reset}
 * at the end; closing the port is up to the caller.
 *
 * <p>A method that returns has verified its work on the chip. One that throws leaves a board that
 * can be connected to again: the loader in the ROM cannot be overwritten.
 */
public final class Flasher {
  private static final int ATTEMPTS = 6;
  private static final int ERASE_BLOCK = 0x10000;

  private final Session session;

  public Flasher(SerialPort port, Clock clock, Log log, Stub.Source stubs, Options options) {
    SerialPort line = log.isOn(Log.Level.TRACE) ? new LoggedPort(port, log) : port;
    this.session = new Session(line, clock, log, stubs, options);
  }

  /** Opens the port, resets the board into its loader, and asks what it is. */
  public BoardInfo connect(Progress progress) throws DeviceException {
    session.report.to(progress);
    session.connect();
    return session.retry(ATTEMPTS, this::info);
  }

  private BoardInfo info() throws DeviceException {
    BootLoader loader = session.loader;
    Chip chip = session.chip();
    return new BoardInfo(
        chip,
        chip.type(loader),
        chip.revision(loader),
        chip.mac(loader),
        chip.features(loader),
        chip.crystal(loader),
        session.flashId(),
        session.flashSize());
  }

  public boolean isStubRunning() {
    return session.loader.isStub();
  }

  /** The speed of the line now, in baud. */
  public int baud() {
    return session.loader.baud();
  }

  /**
   * Throws when one of the files does not fit this board or another file; with {@code force} only
   * when it does not fit into the memory.
   */
  public void check(List<FlashFile> files, boolean force) throws DeviceException {
    int size = knownSize();
    int revision = session.retry(ATTEMPTS, () -> session.chip().revision(session.loader));
    FirmwareCheck check = new FirmwareCheck(session.chip(), revision, size);
    for (FlashFile file : files) {
      if (force) {
        check.checkPlace(file.data().length, file.address());
      } else {
        check.check(file.data(), file.address());
      }
      checkOverlap(file, files);
    }
  }

  /** Writes files. All of them are checked before the first sector is erased. */
  public void write(List<FlashFile> files, boolean force, Progress progress)
      throws DeviceException {
    session.report.to(progress);
    check(files, force);
    FlashWriter writer = new FlashWriter(session);
    for (FlashFile file : files) {
      writer.write(files.size() == 1 ? writer.fromBlockStart(file) : file);
    }
    // Commands have no checksum: a damaged address may have led one file into another.
    if (files.size() > 1) {
      compare(files);
    }
  }

  private static void checkOverlap(FlashFile file, List<FlashFile> files) throws DeviceException {
    for (FlashFile other : files) {
      boolean overlap =
          file != other
              && file.address() < roundUp(other.address() + other.data().length)
              && other.address() < roundUp(file.address() + file.data().length);
      if (overlap) {
        throw new DeviceException(
            "check the files",
            file.name() + " and " + other.name() + " would be written to the same sectors",
            "Correct the addresses");
      }
    }
  }

  private static int roundUp(int address) {
    return (address + BootLoader.SECTOR - 1) / BootLoader.SECTOR * BootLoader.SECTOR;
  }

  /** A firmware image with the codes of this memory size in its header; for chips that ask. */
  public byte[] withFlashSize(byte[] firmware) throws DeviceException {
    int size = knownSize();
    for (int[] known : session.chip().flashSizes()) {
      if (known[0] * 1024L == size) {
        return FirmwareImage.parse(firmware, 0).patched(firmware, -1, -1, known[1]);
      }
    }
    return firmware;
  }

  /** Throws unless the memory holds these files. */
  public void verify(List<FlashFile> files, Progress progress) throws DeviceException {
    session.report.to(progress);
    compare(files);
  }

  private void compare(List<FlashFile> files) throws DeviceException {
    FlashWriter writer = new FlashWriter(session);
    for (FlashFile file : files) {
      if (!session.retry(ATTEMPTS, () -> writer.isWhole(file))) {
        throw FlashWriter.differs(file);
      }
    }
  }

  /** Erases everything. */
  public void eraseAll(Progress progress) throws DeviceException {
    erase(0, knownSize(), progress);
  }

  /** Erases whole sectors: both numbers are multiples of 0x1000. */
  public void eraseRegion(int address, int size, Progress progress) throws DeviceException {
    boolean fits =
        address >= 0
            && size > 0
            && address % BootLoader.SECTOR == 0
            && size % BootLoader.SECTOR == 0
            && (long) address + size <= knownSize();
    if (!fits) {
      throw new DeviceException(
          "erase",
          Hex.word(address) + " and " + Hex.word(size) + " are no whole sectors of the memory",
          "Use multiples of 0x1000 inside it");
    }
    erase(address, size, progress);
  }

  /**
   * Block by block. The memory's own command for all of it is no faster, tells nothing while it
   * lasts, and goes on in the memory when the chip is reset: then nothing can be read for a while.
   */
  private void erase(int address, int size, Progress progress) throws DeviceException {
    session.report.to(progress);
    int end = address + size;
    for (int at = address; at < end; ) {
      session.report.show("erase", at - address, size);
      int next = Math.min(end, (at / ERASE_BLOCK + 1) * ERASE_BLOCK);
      byte[] empty = new byte[next - at];
      Arrays.fill(empty, (byte) 0xFF);
      FlashFile wanted = new FlashFile("erased memory", at, empty);
      session.retry(ATTEMPTS, () -> eraseBlock(wanted));
      at = next;
    }
    session.report.show("erase", size, size);
  }

  private boolean eraseBlock(FlashFile wanted) throws DeviceException {
    BootLoader loader = session.loader;
    int size = wanted.data().length;
    if (loader.isStub()) {
      loader.eraseRegion(wanted.address(), size);
    } else {
      loader.flashBegin(size, wanted.address(), 0x400);
    }
    if (!new FlashWriter(session).isWritten(wanted, 0, size)) {
      throw FlashWriter.differs(wanted);
    }
    return true;
  }

  /** A copy of a range. What came over the line is compared with the chip's own MD5. */
  public byte[] read(int address, int size, Progress progress) throws DeviceException {
    if (address < 0 || size <= 0 || (long) address + size > knownSize()) {
      throw new DeviceException(
          "read",
          size + " bytes at " + Hex.word(address) + " are not inside the memory",
          "Choose a smaller range");
    }
    session.report.to(progress);
    byte[] out = new FlashReader(session).read(address, size, "read");
    if (session.loader.isStub() || session.chip().hasFullRom()) {
      compare(List.of(new FlashFile("the copy", address, out)));
    }
    return out;
  }

  /** The partitions of a board with an ESP-IDF firmware; none on ESP8266 and empty boards. */
  public List<PartitionTable.Partition> partitions() throws DeviceException {
    if (session.chip().imageId < 0) {
      return List.of();
    }
    byte[] table = read(PartitionTable.OFFSET, PartitionTable.SIZE, Progress.NONE);
    return PartitionTable.parse(table, 0);
  }

  private int knownSize() throws DeviceException {
    if (session.flashSize() <= 0) {
      throw new DeviceException(
          "find the flash memory",
          "it answers " + Hex.of(session.flashId(), 6) + ", from which no size can be told",
          "Check the power of the board and connect again");
    }
    return session.flashSize();
  }

  // ---- the end ----

  /** Restarts the board so that it runs its firmware. */
  public void reset() throws DeviceException {
    session.report.to(Progress.NONE);
    Chip chip = session.chip();
    session.log.info("restarting the board");
    if (chip != null && chip.forceDownloadRegister() != 0) {
      try {
        session.loader.writeMasked(chip.forceDownloadRegister(), 0, 1);
      } catch (LoaderException e) {
        session.log.warn(e.getMessage());
      }
    }
    if (!session.port.hasSignals()) {
      session.loader.leave();
    } else if (session.isOtg() && chip.watchdogs() != null) {
      watchdogReset(chip.watchdogs());
    } else {
      pulseReset();
    }
  }

  private void pulseReset() throws DeviceException {
    try {
      // The first words of the firmware come at its own speed.
      session.port.setBaudRate(Options.ROM_BAUD);
      ResetSequence way = session.isJtag() ? ResetSequence.RUN_USB : ResetSequence.RUN;
      way.run(session.port, session.clock);
    } catch (PortException e) {
      if (!session.isJtag()) {
        throw e;
      }
      session.log.info("the port went away with the reset, as it may");
    }
  }

  /**
   * Over USB-OTG the control lines end in the program, not in the reset pin. The watchdog may bite
   * before its last answers are out.
   */
  private void watchdogReset(Watchdogs dogs) throws DeviceException {
    BootLoader loader = session.loader;
    loader.write(dogs.protect(), dogs.key());
    loader.write(dogs.timeout(), 2000);
    try {
      loader.write(dogs.config(), 1 << 31 | 5 << 28 | 1 << 8 | 2);
      loader.write(dogs.protect(), 0);
    } catch (DeviceException e) {
      session.log.info("the board went away");
    }
    session.clock.sleep(500);
  }
}
