package org.pykopi.serial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import org.pykopi.serial.chip.Chip;
import org.pykopi.serial.chip.Chips;
import org.pykopi.serial.flash.BoardInfo;
import org.pykopi.serial.flash.FlashFile;
import org.pykopi.serial.flash.Flasher;
import org.pykopi.serial.flash.Options;
import org.pykopi.serial.flash.ResetSequence;
import org.pykopi.serial.image.PartitionTable;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;

/** Verbs for the flash memory of the board. The shorter names are ours, the others esptool's. */
final class FlashVerbs {
  private static final String ERASE_USAGE =
      "erase [ADDRESS SIZE]      erases all, or whole sectors of 0x1000 bytes";
  private static final String FLASH_USAGE =
      "flash [-e] [ADDRESS] FILE...  writes firmware and verifies it; -e erases all first";

  static final List<Verb> VERBS =
      List.of(
          new Verb("info", 0, "info                      says what the board is", FlashVerbs::info),
          new Verb(
              "chip-id",
              0,
              "chip-id                   says which chip it is",
              (s, w) -> describe(s, w, FlashVerbs::printChip)),
          new Verb(
              "read-mac",
              0,
              "read-mac                  prints the chip's MAC address",
              (s, w) -> describe(s, w, FlashVerbs::printMac)),
          new Verb(
              "flash-id",
              0,
              "flash-id                  says which flash memory it has",
              (s, w) -> describe(s, w, FlashVerbs::printMemory)),
          new Verb("image-info", 1, ImageVerb.USAGE, ImageVerb::run),
          new Verb("flash", Verb.ALL, FLASH_USAGE, FlashVerbs::flash),
          new Verb(
              "write-flash", Verb.ALL, "write-flash               as flash", FlashVerbs::flash),
          new Verb("erase", Verb.ALL, ERASE_USAGE, FlashVerbs::erase),
          new Verb("erase-flash", 0, "erase-flash               as erase", FlashVerbs::erase),
          new Verb("erase-region", 2, "erase-region ADDRESS SIZE as erase", FlashVerbs::erase),
          new Verb(
              "read-flash",
              Verb.ALL,
              "read-flash [ADDRESS SIZE] FILE  copies the flash memory, or a part, to a file",
              FlashVerbs::readFlash),
          new Verb(
              "verify-flash",
              Verb.ALL,
              "verify-flash [ADDRESS] FILE...  fails unless the flash memory holds the files",
              FlashVerbs::verify));

  /** Options of all these verbs: speed, ways into the loader, what is left to the ROM. */
  private static final List<String> COMMON =
      List.of("--baud", "--chip", "--before", "--after", "--no-stub", "--force", "--flash-size");

  private FlashVerbs() {}

  // ---- the verbs ----

  private static int info(Session session, Words words) throws DeviceException, CommandException {
    Flasher flasher = flasher(session, words);
    BoardInfo board = connect(session, flasher, words);
    printChip(session, board);
    session.out.println(
        "Flash:      " + board.flashText() + " (id " + Hex.of(board.flashId(), 6) + ")");
    if (board.flashSize() > 0) {
      for (PartitionTable.Partition part : flasher.partitions()) {
        session.out.println(ImageVerb.line(part));
      }
    }
    return end(session, words, flasher);
  }

  /** Prints something of what a board says of itself. */
  private interface Printer {
    void print(Session session, BoardInfo board);
  }

  private static int describe(Session session, Words words, Printer printer)
      throws DeviceException, CommandException {
    Flasher flasher = flasher(session, words);
    printer.print(session, connect(session, flasher, words));
    return end(session, words, flasher);
  }

  private static void printChip(Session session, BoardInfo board) {
    session.out.println("Chip:       " + board.type() + " (" + board.version() + ")");
    session.out.println("Features:   " + String.join(", ", board.features()));
    session.out.println("Crystal:    " + board.crystal() + " MHz");
    printMac(session, board);
  }

  private static void printMac(Session session, BoardInfo board) {
    session.out.println("MAC:        " + board.mac());
  }

  /** The lines of esptool, which scripts look for. */
  private static void printMemory(Session session, BoardInfo board) {
    int id = board.flashId();
    int device = (id & 0xFF00) | id >> 16 & 0xFF;
    session.out.println("Manufacturer: " + Hex.of(id & 0xFF, 2));
    session.out.println("Device: " + Hex.of(device, 4));
    session.out.println("Detected flash size: " + board.flashText().replace(" ", ""));
  }

  private static int flash(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    Flasher flasher = flasher(session, words, "-e", "--erase-all", "-z", "--compress");
    checkReadable(words);
    BoardInfo board = connect(session, flasher, words);
    List<FlashFile> files = files(words, board, flasher);
    boolean force = words.has("--force", "--force");
    if (words.has("-e", "--erase-all")) {
      flasher.check(files, force);
      flasher.eraseAll(session.progress());
      session.out.println("Erased " + board.flashText());
    }
    long start = session.clock.millis();
    flasher.write(files, force, session.progress());
    long millis = session.clock.millis() - start;
    for (FlashFile file : files) {
      session.out.println(
          "Wrote and verified "
              + file.data().length
              + " bytes at "
              + Hex.word(file.address())
              + ": "
              + file.name());
    }
    session.out.println("Took " + millis / 100 / 10.0 + " s at " + flasher.baud() + " baud");
    return end(session, words, flasher);
  }

  private static int erase(Session session, Words words) throws DeviceException, CommandException {
    Flasher flasher = flasher(session, words);
    int count = words.operands.size();
    if (count != 0 && count != 2) {
      throw new CommandException(words.verb + ": give no address, or address and size");
    }
    int address = count == 0 ? 0 : number(words.operand(0));
    int size = count == 0 ? 0 : number(words.operand(1));
    BoardInfo board = connect(session, flasher, words);
    if (count == 0) {
      flasher.eraseAll(session.progress());
      session.out.println("Erased and verified " + board.flashText());
    } else {
      flasher.eraseRegion(address, size, session.progress());
      session.out.println("Erased and verified " + size + " bytes at " + Hex.word(address));
    }
    return end(session, words, flasher);
  }

  private static int readFlash(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    Flasher flasher = flasher(session, words);
    int count = words.operands.size();
    if (count != 1 && count != 3) {
      throw new CommandException(words.verb + ": give a file, or address, size and a file");
    }
    int address = count == 1 ? 0 : number(words.operand(0));
    int wanted = count == 1 ? 0 : number(words.operand(1));
    Path file = Path.of(words.operand(count - 1));
    LocalFiles.checkWritable(words.verb, file);
    BoardInfo board = connect(session, flasher, words);
    int size = count == 1 ? board.flashSize() : wanted;
    Files.write(file, flasher.read(address, size, session.progress()));
    session.out.println(
        "Copied and verified " + size + " bytes from " + Hex.word(address) + " to " + file);
    return end(session, words, flasher);
  }

  private static int verify(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    Flasher flasher = flasher(session, words);
    checkReadable(words);
    List<FlashFile> files = files(words, connect(session, flasher, words), flasher);
    flasher.verify(files, session.progress());
    session.out.println("The flash memory holds the same");
    return end(session, words, flasher);
  }

  // ---- words ----

  private static Flasher flasher(Session session, Words words, String... more)
      throws DeviceException, CommandException {
    List<String> allowed = new ArrayList<>(COMMON);
    allowed.addAll(List.of(more));
    words.allowOptions(allowed.toArray(new String[0]));
    Options options = Options.usual();
    if (session.flashBaud > 0) {
      options = options.withBaud(session.flashBaud);
    }
    String baud = words.value("--baud");
    if (baud != null) {
      options = options.withBaud(DeviceCommand.number(baud, "--baud"));
    }
    String before = words.value("--before");
    String wanted = before == null ? "default-reset" : before.replace('_', '-');
    boolean noReset = wanted.equals("no-reset");
    ResetSequence reset =
        switch (wanted) {
          case "default-reset", "no-reset" -> null;
          case "usb-reset" -> ResetSequence.LOADER_USB;
          default -> ResetSequence.parse(wanted);
        };
    if (!List.of("hard-reset", "no-reset").contains(after(words))) {
      throw new CommandException(words.verb + ": --after takes hard-reset or no-reset");
    }
    boolean useStub = !words.has("--no-stub", "--no-stub");
    options = new Options(options.baud(), useStub, noReset, reset);
    return new Flasher(
        session.portForFlashing(), session.clock, session.log(), FlashVerbs::stub, options);
  }

  /** Connects; throws when the board has another chip than was told. */
  private static BoardInfo connect(Session session, Flasher flasher, Words words)
      throws DeviceException, CommandException {
    String wanted = words.value("--chip");
    Chip chip = wanted == null ? null : Chips.byName(wanted);
    if (wanted != null && chip == null && !wanted.equals("auto")) {
      throw new CommandException(words.verb + ": there is no chip " + wanted);
    }
    BoardInfo board = flasher.connect(session.progress());
    if (chip != null && chip != board.chip()) {
      throw new CommandException(
          words.verb + ": this board has " + board.chip().name + ", not " + chip.name);
    }
    return board;
  }

  private static String after(Words words) {
    String after = words.value("--after");
    return after == null ? "hard-reset" : after.replace('_', '-');
  }

  /** Restarts the board and leaves the port as the other verbs expect it. */
  private static int end(Session session, Words words, Flasher flasher) throws DeviceException {
    if (after(words).equals("hard-reset")) {
      flasher.reset();
    }
    session.endFlashing();
    return 0;
  }

  /** A wrong name is told before the board is reset. */
  private static void checkReadable(Words words) throws CommandException {
    int files = 0;
    for (String word : words.operands) {
      if (!isNumber(word)) {
        files++;
        if (!Files.isReadable(Path.of(word)) || Files.isDirectory(Path.of(word))) {
          throw new CommandException(words.verb + ": can not read " + word);
        }
      }
    }
    if (files == 0) {
      throw new CommandException(words.verb + ": which file?");
    }
  }

  /** Files with an address before each; one without goes where firmware of this chip belongs. */
  private static List<FlashFile> files(Words words, BoardInfo board, Flasher flasher)
      throws DeviceException, CommandException, IOException {
    List<FlashFile> files = new ArrayList<>();
    int address = board.chip().bootOffset();
    boolean hasAddress = true;
    for (String word : words.operands) {
      if (isNumber(word)) {
        address = number(word);
        hasAddress = true;
      } else if (!hasAddress) {
        throw new CommandException(words.verb + ": at which address belongs " + word + "?");
      } else {
        byte[] data = Files.readAllBytes(Path.of(word));
        boolean fits = "detect".equals(words.value("--flash-size"));
        boolean isFirst = address == board.chip().bootOffset();
        files.add(
            new FlashFile(word, address, fits && isFirst ? flasher.withFlashSize(data) : data));
        hasAddress = false;
      }
    }
    return files;
  }

  private static boolean isNumber(String word) {
    return !word.isEmpty() && Character.isDigit(word.charAt(0)) && !Files.exists(Path.of(word));
  }

  /** {@code 4096}, {@code 0x1000} or {@code 4k}, {@code 1M}. */
  private static int number(String word) throws CommandException {
    String text = word.toLowerCase(Locale.ROOT);
    int shift = text.endsWith("k") ? 10 : text.endsWith("m") ? 20 : 0;
    String digits = shift > 0 ? text.substring(0, text.length() - 1) : text;
    try {
      long value = Long.decode(digits) << shift;
      if (value >= 0 && value <= Integer.MAX_VALUE) {
        return (int) value;
      }
    } catch (NumberFormatException e) {
      // Told below.
    }
    throw new CommandException("\"" + word + "\" is no address or size: 0x1000, 4096, 4k");
  }

  /** The helper programs that the build has put into the jar. */
  private static String stub(String name) {
    try (InputStream in = FlashVerbs.class.getResourceAsStream("/stubs/" + name + ".json")) {
      return in == null ? null : new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
