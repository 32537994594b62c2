package org.pykopi.serial.flash;

import org.pykopi.serial.chip.Chip;
import org.pykopi.serial.chip.Chips;
import org.pykopi.serial.chip.Watchdogs;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.Clock;
import org.pykopi.serial.port.Deadline;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;
import org.pykopi.serial.port.Log;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;
import org.pykopi.serial.rom.BootLoader;
import org.pykopi.serial.rom.Link;
import org.pykopi.serial.rom.LoaderException;
import org.pykopi.serial.rom.SecurityInfo;
import org.pykopi.serial.rom.SpiFlash;

/**
 * A connection to a loader that is ready to work: chip known, helper started, speed raised, flash
 * memory attached.
 *
 * <p>After an error {@link #recover} makes it so again: when the loader still answers, the line is
 * only emptied, so that a late answer is not taken for the next one; else the chip is reset and all
 * is done anew, after some failures at a lower speed. Each step has a deadline and the number of
 * steps is bounded, so that every wait ends.
 */
final class Session {
  private static final int ATTEMPTS = 7;
  private static final int SYNCS = 5;
  private static final int SHORT_RESET = 50;
  private static final int LONG_RESET = 550;
  private static final int REOPEN_MILLIS = 3000;
  private static final int RETRY_MILLIS = 100;
  private static final int QUIET_MILLIS = 60;
  private static final int SAME_ANSWERS = 6;
  private static final int USB_BLOCK = 0x800;
  private static final int[] SPEEDS = {921600, 460800, 230400, Options.ROM_BAUD};
  private static final int FAILURES_PER_SPEED = 2;

  final SerialPort port;
  final Clock clock;
  final Log log;
  final BootLoader loader;
  final Report report = new Report();
  private final Stub.Source stubs;
  private final Options options;
  private final Link link;
  private final StringBuilder bootText = new StringBuilder();

  /** What is tried now; goes down with failures. */
  private int baud;

  private int failures;
  private int stubFailures;
  private int flashId;
  private int flashSize = -1;

  Session(SerialPort port, Clock clock, Log log, Stub.Source stubs, Options options) {
    this.port = port;
    this.clock = clock;
    this.log = log;
    this.stubs = stubs;
    this.options = options;
    this.link = new Link(port, clock, report);
    this.loader = new BootLoader(link, Options.ROM_BAUD);
    this.baud = options.baud();
  }

  Chip chip() {
    return loader.chip();
  }

  /** As the memory answers. */
  int flashId() {
    return flashId;
  }

  /** Bytes; -1 when the memory does not tell. */
  int flashSize() {
    return flashSize;
  }

  boolean isOtg() {
    UsbId usb = port.usbId();
    return usb != null
        && usb.vendor() == UsbId.ESPRESSIF
        && chip() != null
        && usb.product() == chip().otgProduct();
  }

  boolean isJtag() {
    return port.usbId() != null && port.usbId().isEspressifJtag();
  }

  // ---- work with errors ----

  /** A piece of work that may be done again from its beginning. */
  interface Work<T> {
    T run() throws DeviceException;
  }

  /** Does it again after {@link #recover}, until it succeeds or too much has failed. */
  <T> T retry(int attempts, Work<T> work) throws DeviceException {
    for (int attempt = 1; ; attempt++) {
      try {
        return work.run();
      } catch (CancelledException e) {
        throw e;
      } catch (DeviceException e) {
        if (attempt == attempts) {
          throw e;
        }
        recover(e);
      }
    }
  }

  /** Makes the connection work again; throws when that cannot be done. */
  void recover(DeviceException cause) throws DeviceException {
    log.warn(cause.getMessage());
    failures++;
    if (port.isOpen() && loader.chip() != null) {
      try {
        boolean wasStub = loader.isStub();
        link.drain(QUIET_MILLIS);
        if (syncs(3) && loader.isStub() == wasStub) {
          link.drain(QUIET_MILLIS);
          if (failures % FAILURES_PER_SPEED != 0) {
            return;
          }
        }
      } catch (PortException e) {
        log.warn(e.getMessage());
      }
    }
    if (failures % FAILURES_PER_SPEED == 0) {
      slowDown();
    }
    connect();
  }

  private void slowDown() {
    for (int speed : SPEEDS) {
      if (speed < baud) {
        log.warn("going on at " + speed + " baud");
        baud = speed;
        return;
      }
    }
  }

  // ---- connect ----

  /** All from reset to attached memory, several times if need be. */
  void connect() throws DeviceException {
    DeviceException last = null;
    for (int round = 0; round < 4; round++) {
      reachLoader();
      try {
        prepare();
        return;
      } catch (PortException e) {
        last = e;
      } catch (LockedException | CancelledException e) {
        throw e;
      } catch (DeviceException e) {
        last = e;
        if (round > 0) {
          slowDown();
        }
      }
      log.warn(last.getMessage());
    }
    throw last;
  }

  /** Opens the port and resets the chip until its loader answers. */
  private void reachLoader() throws DeviceException {
    log.info("connecting to " + port.name());
    ResetSequence[] ways = ways();
    PortException lost = null;
    for (int attempt = 0; attempt < ATTEMPTS; attempt++) {
      report.show("connect to the boot loader", 0, 0);
      try {
        open();
        link.discard();
        if (ways.length > 0) {
          lost = resetInto(ways[attempt % ways.length]);
        }
        listen();
        if (syncs(SYNCS)) {
          return;
        }
      } catch (PortException e) {
        lost = e;
        if (!port.isOpen() && attempt > 1) {
          throw e;
        }
      }
    }
    if (lost != null && !port.isOpen()) {
      throw lost;
    }
    throw noAnswer();
  }

  /** A port that disappears in the middle of the sequence comes back with the chip in it. */
  private PortException resetInto(ResetSequence way) throws PortException, CancelledException {
    try {
      way.run(port, clock);
      return null;
    } catch (PortException e) {
      log.info("the port went away with the reset; waiting for it");
      open();
      return e;
    }
  }

  private ResetSequence[] ways() {
    if (options.noReset() || !port.hasSignals()) {
      return new ResetSequence[0];
    }
    if (options.reset() != null) {
      return new ResetSequence[] {options.reset()};
    }
    if (isJtag()) {
      return new ResetSequence[] {ResetSequence.LOADER_USB};
    }
    return new ResetSequence[] {
      ResetSequence.loader(SHORT_RESET),
      ResetSequence.loader(LONG_RESET),
      ResetSequence.loaderTight(SHORT_RESET),
      ResetSequence.loaderTight(LONG_RESET)
    };
  }

  /** Waits for a port that has just gone; a board that was reset may take seconds to come back. */
  private void open() throws PortException, CancelledException {
    loader.restart(Options.ROM_BAUD);
    Deadline deadline = Deadline.in(clock, REOPEN_MILLIS);
    while (true) {
      try {
        port.open(Options.ROM_BAUD);
        port.setBaudRate(Options.ROM_BAUD);
        return;
      } catch (PortException e) {
        if (deadline.isOver()) {
          throw e;
        }
        report.check();
        clock.sleep(RETRY_MILLIS);
      }
    }
  }

  /** Keeps the boot message: it says in which mode the chip is. */
  private void listen() throws PortException {
    byte[] buffer = new byte[256];
    bootText.setLength(0);
    int count = port.read(buffer, 0, buffer.length, 0);
    while (count > 0 && bootText.length() < 4096) {
      for (int i = 0; i < count; i++) {
        bootText.append((char) (buffer[i] & 127));
      }
      count = port.read(buffer, 0, buffer.length, 0);
    }
  }

  private boolean syncs(int times) throws PortException, CancelledException {
    for (int i = 0; i < times; i++) {
      if (loader.sync()) {
        return true;
      }
    }
    return false;
  }

  private DeviceException noAnswer() {
    String text = bootText.toString();
    int boot = text.indexOf("boot:0x");
    boolean waits = text.indexOf("waiting for download") >= 0;
    String byHand = "Hold BOOT, press RESET, let BOOT go, and connect again";
    if (boot >= 0 && !waits) {
      return new DeviceException(
          "connect", "the board started its program instead of its loader", byHand);
    }
    if (waits) {
      return new DeviceException(
          "connect",
          "the loader runs but hears nothing",
          "Something else may be connected to the board's RX pin");
    }
    return DeviceException.unexpected("connect", "an answer to SYNC", link.lastBytes(), byHand);
  }

  // ---- prepare ----

  private void prepare() throws DeviceException {
    identify();
    if (isJtag() && !loader.isStub()) {
      quietWatchdogs();
    }
    startStub();
    raiseSpeed();
    loader.attachFlash();
    flashId = agreed(() -> new SpiFlash(loader, chip().spi()).id());
    flashSize = sizeOf(flashId);
    if (flashSize > 0) {
      loader.setFlashSize(flashSize);
    }
  }

  /** Answers have no checksum, so what matters must be the same twice in a row. */
  private int agreed(Work<Integer> question) throws DeviceException {
    int last = question.run();
    for (int i = 0; i < SAME_ANSWERS; i++) {
      int next = question.run();
      if (next == last) {
        return next;
      }
      last = next;
    }
    throw new DeviceException("read a register", "the answers differ", "Try a lower speed");
  }

  private void identify() throws DeviceException {
    int id = agreed(this::askImageId);
    Chip chip = Chips.byImageId(id);
    if (chip == null) {
      int magic = agreed(() -> loader.read(Chips.MAGIC_ADDRESS));
      chip = Chips.byMagic(magic);
      if (chip == null) {
        throw new DeviceException(
            "recognise the chip",
            "no known chip has the number " + id + " and the word " + Hex.word(magic),
            "");
      }
    }
    loader.setChip(chip);
    log.info("the chip is " + chip.name);
  }

  /** -1 where the loader does not know the question, or its answer has no number. */
  private int askImageId() throws DeviceException {
    try {
      SecurityInfo info = loader.securityInfo();
      if (info.isSecureDownload()) {
        throw new LockedException();
      }
      return info.chipId();
    } catch (LoaderException e) {
      if (e.code == LoaderException.SILENCE) {
        throw e;
      }
      link.drain(QUIET_MILLIS);
      return -1;
    }
  }

  /** Secure download mode. */
  private static final class LockedException extends DeviceException {
    private static final long serialVersionUID = 1L;

    LockedException() {
      super(
          "connect",
          "this board is locked (secure download mode): what is written could not be verified",
          "It can only be updated by its own program");
    }
  }

  /** They would reset the chip in the middle of the work. */
  private void quietWatchdogs() throws DeviceException {
    Watchdogs dogs = chip().watchdogs();
    if (dogs == null || dogs.swdConfig() == 0) {
      return;
    }
    loader.write(dogs.protect(), dogs.key());
    loader.write(dogs.config(), 0);
    loader.write(dogs.protect(), 0);
    loader.write(dogs.swdProtect(), dogs.swdKey());
    loader.write(dogs.swdConfig(), loader.read(dogs.swdConfig()) | dogs.swdFeed());
    loader.write(dogs.swdProtect(), 0);
  }

  private void startStub() throws DeviceException {
    if (loader.isStub() || !options.useStub() || stubFailures > 1) {
      return;
    }
    String text = stubs.find(chip().stubName(loader));
    if (text == null) {
      log.warn("no helper for " + chip().name + ": the ROM does the work, which is slower");
      return;
    }
    log.info("starting the helper");
    report.show("start the helper", 0, 0);
    stubFailures++;
    Stub.parse(text).start(loader, isOtg() ? USB_BLOCK : BootLoader.MEMORY_BLOCK);
    stubFailures = 0;
  }

  /** Throws when the chip does not answer at the new speed; it must be reset then. */
  private void raiseSpeed() throws DeviceException {
    boolean can = port.hasSignals() && (loader.isStub() || chip().hasFullRom());
    if (!can || baud == loader.baud()) {
      return;
    }
    log.info("changing to " + baud + " baud");
    loader.changeBaud(baud);
    if (!syncs(3)) {
      throw DeviceException.unexpected(
          "change to " + baud + " baud", "an answer", link.lastBytes(), "Choose a lower speed");
    }
  }

  /** The capacity code is the power of two; some makers add 32, and count on from 0x20. */
  private static int sizeOf(int id) {
    int code = id >> 16 & 255;
    if (code >= 0x12 && code <= 0x1C) {
      return 1 << code;
    }
    if (code >= 0x20 && code <= 0x22) {
      return 1 << code - 6;
    }
    return code >= 0x32 && code <= 0x3A ? 1 << code - 32 : -1;
  }
}
