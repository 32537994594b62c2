package org.pykopi.serial.cli;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import org.pykopi.serial.chip.Chip;
import org.pykopi.serial.chip.Chips;
import org.pykopi.serial.image.FirmwareCheck;
import org.pykopi.serial.image.FirmwareImage;
import org.pykopi.serial.image.PartitionTable;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;

/** Says what a firmware file is, without a board. A file whose checks fail is an error. */
final class ImageVerb {
  static final String USAGE =
      "image-info FILE           says what a firmware file is, without a board";

  private ImageVerb() {}

  static int run(Session session, Words words)
      throws DeviceException, CommandException, IOException {
    words.allowOptions("--chip", "-c", "--baud", "--before", "--after", "--no-stub", "--version");
    Path file = Path.of(words.operand(0));
    if (!Files.isReadable(file) || Files.isDirectory(file)) {
      throw new CommandException(words.verb + ": can not read " + file);
    }
    byte[] data = Files.readAllBytes(file);
    PrintStream out = session.out;
    out.println("File:       " + data.length + " bytes");
    print(out, data, FirmwareImage.parse(data, 0));
    return 0;
  }

  private static void print(PrintStream out, byte[] data, FirmwareImage image) {
    Chip chip = image.chipId < 0 ? Chips.byName("ESP8266") : Chips.byImageId(image.chipId);
    out.println("Made for:   " + (chip == null ? "chip number " + image.chipId : chip.name));
    if (image.leastRevision > 0) {
      out.println("Needs:      chip " + FirmwareCheck.version(image.leastRevision) + " or later");
    }
    if (chip != null) {
      for (int[] size : chip.flashSizes()) {
        if (size[1] == image.sizeCode) {
          out.println("Flash size: " + size[0] + " KB");
        }
      }
    }
    out.println("First part: " + image.length + " bytes");
    out.println("Checksum:   right");
    out.println("SHA-256:    " + (image.isHashed ? "right" : "none"));
    printPlace(out, data, chip);
  }

  /** A file with a partition table tells where it belongs. */
  private static void printPlace(PrintStream out, byte[] data, Chip chip) {
    for (int start = 0; start <= FirmwareCheck.LAST_START; start += FirmwareCheck.SECTOR) {
      List<PartitionTable.Partition> table =
          PartitionTable.parse(data, PartitionTable.OFFSET - start);
      if (!table.isEmpty()) {
        out.println("Belongs at: " + Hex.word(start));
        table.forEach(part -> out.println(line(part)));
        return;
      }
    }
    if (chip != null && chip.imageId < 0) {
      out.println("Belongs at: " + Hex.word(chip.bootOffset()));
    }
  }

  /** One partition, as {@code info} shows it, too. */
  static String line(PartitionTable.Partition part) {
    return String.format(
        Locale.ROOT,
        "Partition:  %-16s %-9s %s %9d bytes",
        part.label(),
        part.kind(),
        Hex.word(part.offset()),
        part.size());
  }
}
