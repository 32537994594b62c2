package org.pykopi.serial.web;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.flash.BoardInfo;
import org.pykopi.serial.flash.FlashFile;
import org.pykopi.serial.flash.Flasher;
import org.pykopi.serial.flash.Options;
import org.pykopi.serial.flash.Stub;
import org.pykopi.serial.image.PartitionTable;
import org.pykopi.serial.port.CancelledException;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.wire.WireReader;
import org.pykopi.serial.wire.WireWriter;

/**
 * What needs the boot loader of the chip. Each request resets the board into its loader, and at the
 * end the board runs its firmware again, also when the request failed.
 */
final class ChipWork implements Stub.Source {
  /** Stands for the address at which this chip starts its firmware. */
  private static final int CHIP_DEFAULT = -1;

  private final Page page;
  private final SerialPort port;
  private final PageWatch watch;

  ChipWork(Page page, SerialPort port, PageWatch watch) {
    this.page = page;
    this.port = port;
    this.watch = watch;
  }

  private interface Job {
    void run(Flasher flasher, BoardInfo info) throws DeviceException;
  }

  void identify(WireReader request, WireWriter answer) throws DeviceException {
    connected(
        request.nextInt(),
        (flasher, info) -> {
          describe(info, answer);
          for (PartitionTable.Partition part : flasher.partitions()) {
            answer.addText(part.label());
            answer.addText(part.isApplication() ? "app" : "data").addText(part.kind());
            answer.addInt(part.offset()).addInt(part.size());
          }
        });
  }

  private static void describe(BoardInfo info, WireWriter answer) {
    String[][] facts = {
      {"Chip", info.type() + " " + info.version()},
      {"Features", String.join(", ", info.features())},
      {"Crystal", info.crystal() + " MHz"},
      {"MAC address", info.mac()},
      {"Flash memory", info.flashText()},
    };
    answer.addInt(info.flashSize()).addInt(info.chip().bootOffset()).addInt(facts.length);
    for (String[] fact : facts) {
      answer.addText(fact[0]).addText(fact[1]);
    }
  }

  void flash(WireReader request) throws DeviceException {
    int baud = request.nextInt();
    boolean erasesAll = request.nextByte() != 0;
    List<FlashFile> files = new ArrayList<>();
    while (!request.isEmpty()) {
      String name = request.nextText();
      int address = request.nextInt();
      files.add(new FlashFile(name, address, request.nextBytes()));
    }
    connected(
        baud,
        (flasher, info) -> {
          List<FlashFile> placed = new ArrayList<>();
          for (FlashFile file : files) {
            boolean isDefault = file.address() == CHIP_DEFAULT;
            int address = isDefault ? info.chip().bootOffset() : file.address();
            placed.add(new FlashFile(file.name(), address, file.data()));
          }
          if (erasesAll) {
            flasher.check(placed, false);
            flasher.eraseAll(watch);
          }
          flasher.write(placed, false, watch);
        });
  }

  void erase(WireReader request) throws DeviceException {
    int baud = request.nextInt();
    int address = request.nextInt();
    int size = request.nextInt();
    connected(
        baud,
        (flasher, info) -> {
          if (size == 0) {
            flasher.eraseAll(watch);
          } else {
            flasher.eraseRegion(address, size, watch);
          }
        });
  }

  void readFlash(WireReader request, WireWriter answer) throws DeviceException {
    int baud = request.nextInt();
    int address = request.nextInt();
    int size = request.nextInt();
    connected(
        baud,
        (flasher, info) ->
            answer.addBytes(flasher.read(address, size == 0 ? info.flashSize() : size, watch)));
  }

  private void connected(int baud, Job job) throws DeviceException {
    if (!port.hasSignals()) {
      throw new DeviceException(
          "connect to the boot loader", "no cable leads there", "Connect the board over USB");
    }
    Flasher flasher = new Flasher(port, watch, watch, this, Options.usual().withBaud(baud));
    BoardInfo info = connect(flasher);
    watch.info("this is an " + info.type() + " " + info.version());
    DeviceException failure = null;
    try {
      job.run(flasher, info);
    } catch (DeviceException e) {
      failure = e;
    }
    restart(flasher, failure != null);
    if (failure != null) {
      throw failure;
    }
  }

  /** One that is stopped does not leave the board in its loader. */
  private BoardInfo connect(Flasher flasher) throws DeviceException {
    CancelledException stopped = null;
    try {
      return flasher.connect(watch);
    } catch (CancelledException e) {
      stopped = e;
    }
    restart(flasher, true);
    throw stopped;
  }

  /** A line that is lost already must not hide why. */
  private void restart(Flasher flasher, boolean hasFailed) throws DeviceException {
    if (!port.isOpen()) {
      return;
    }
    DeviceException failure = null;
    try {
      flasher.reset();
    } catch (DeviceException e) {
      failure = e;
    }
    slowDown();
    if (failure != null && !hasFailed) {
      throw failure;
    }
  }

  /** For the program; a chip with USB of its own may have left the bus with its restart. */
  private void slowDown() {
    try {
      port.setBaudRate(Options.ROM_BAUD);
    } catch (PortException e) {
      watch.info("the board went away with its restart");
    }
  }

  @Override
  public String find(String name) {
    byte[] bytes = name.getBytes(StandardCharsets.UTF_8);
    page.put(0, bytes, 0, bytes.length);
    int size = page.loadStub(bytes.length);
    if (size == Page.FAILED) {
      watch.warn("no helper program for this chip; its ROM does the work, which is slower");
      return null;
    }
    byte[] text = new byte[size];
    for (int at = 0; at < size; ) {
      int count = page.takeStub(at);
      page.get(0, text, at, count);
      at += count;
    }
    return new String(text, StandardCharsets.UTF_8);
  }
}
