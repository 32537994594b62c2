package org.pykopi.serial.image;

import java.util.List;
import org.pykopi.serial.chip.Chip;
import org.pykopi.serial.chip.Chips;
import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Hex;

/** Whether a file fits a board: chip, version, address, size. Asked before anything is erased. */
public final class FirmwareCheck {
  private static final String STEP = "check the firmware file";

  /** Files begin at a multiple of it. */
  public static final int SECTOR = 0x1000;

  /** The last place where any chip looks for firmware. */
  public static final int LAST_START = 0x2000;

  private final Chip chip;
  private final int revision;

  /** Bytes. */
  private final int flashSize;

  public FirmwareCheck(Chip chip, int revision, int flashSize) {
    this.chip = chip;
    this.revision = revision;
    this.flashSize = flashSize;
  }

  /** Throws when writing this file at this address would not give a board that works. */
  public void check(byte[] file, int address) throws DeviceException {
    checkPlace(file.length, address);
    if (address == chip.bootOffset() && !FirmwareImage.hasMagic(file, 0)) {
      throw new DeviceException(
          STEP,
          "what is written at " + Hex.word(address) + " must be a firmware image (first byte e9)",
          "Was the right file chosen?");
    }
    if (FirmwareImage.hasMagic(file, 0)) {
      FirmwareImage image = FirmwareImage.parse(file, 0);
      checkImage(image);
      if (address == chip.bootOffset()) {
        checkMemory(image);
      }
      checkWhole(file, address);
    }
  }

  /** Only whether it fits into the memory at this address. */
  public void checkPlace(int length, int address) throws DeviceException {
    if (length == 0) {
      throw new DeviceException(STEP, "it is empty", "");
    }
    if (address < 0 || address % SECTOR != 0) {
      throw new DeviceException(
          STEP,
          Hex.word(address) + " is not the start of a sector",
          "Addresses are multiples of 0x1000");
    }
    if ((long) address + length > flashSize) {
      throw new DeviceException(
          STEP,
          length + " bytes at " + Hex.word(address) + " do not fit into a memory of " + mega(),
          "Choose a smaller file");
    }
  }

  private String mega() {
    return flashSize / 1024 + " KiB";
  }

  private void checkImage(FirmwareImage image) throws DeviceException {
    if (image.chipId != chip.imageId) {
      Chip other = Chips.byImageId(image.chipId);
      String made =
          other != null
              ? other.name
              : image.chipId < 0 ? "ESP8266" : "another chip (number " + image.chipId + ")";
      throw new DeviceException(
          STEP, "it is made for " + made + ", this board has " + chip.name, "Choose another file");
    }
    if (image.leastRevision > revision) {
      throw new DeviceException(
          STEP,
          "it needs version "
              + version(image.leastRevision)
              + " of the chip, this is "
              + version(revision),
          "Choose a file for older chips");
    }
  }

  /** {@code v3.1} for 301. */
  public static String version(int revision) {
    return "v" + revision / 100 + "." + revision % 100;
  }

  private void checkMemory(FirmwareImage image) throws DeviceException {
    for (int[] size : chip.flashSizes()) {
      if (size[1] == image.sizeCode && size[0] * 1024L > flashSize) {
        throw new DeviceException(
            STEP,
            "it is made for a memory of " + size[0] + " KiB, this board has " + mega(),
            "Choose a file for smaller boards");
      }
    }
  }

  /**
   * A file with boot loader, partition table and applications tells by the place of its table where
   * it wants to be written; and its applications can be checked too.
   */
  private void checkWhole(byte[] file, int address) throws DeviceException {
    for (int start = 0; start <= LAST_START; start += SECTOR) {
      List<PartitionTable.Partition> table =
          PartitionTable.parse(file, PartitionTable.OFFSET - start);
      if (table.isEmpty()) {
        continue;
      }
      if (start != address) {
        throw new DeviceException(
            STEP,
            "it belongs at " + Hex.word(start) + ", not at " + Hex.word(address),
            "For " + chip.name + " the address is " + Hex.word(chip.bootOffset()));
      }
      for (PartitionTable.Partition part : table) {
        int at = part.offset() - start;
        if (part.isApplication() && FirmwareImage.hasMagic(file, at)) {
          checkImage(FirmwareImage.parse(file, at));
        }
        if ((part.offset() & 0xFFFFFFFFL) + (part.size() & 0xFFFFFFFFL) > flashSize) {
          throw new DeviceException(
              STEP,
              "its partition " + part.label() + " ends beyond the memory of " + mega(),
              "Choose a file for smaller boards");
        }
      }
    }
  }
}
