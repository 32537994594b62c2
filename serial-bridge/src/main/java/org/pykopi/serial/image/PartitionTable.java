package org.pykopi.serial.image;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.serial.port.LittleEndian;

/**
 * The table of an ESP32 and later, at 0x8000 of the flash memory.
 *
 * <pre>
 * AA 50 type8 subtype8 offset32 size32 label[16] flags32, up to 95 times
 * EB EB and 14 times FF, MD5 of what stands before
 * </pre>
 */
public final class PartitionTable {
  public static final int OFFSET = 0x8000;
  public static final int SIZE = 0xC00;
  private static final int ENTRY = 32;
  private static final int LABEL = 12;
  private static final int LABEL_LENGTH = 16;

  /** Offset and size in bytes. */
  public record Partition(int type, int subtype, int offset, int size, String label) {
    public boolean isApplication() {
      return type == 0;
    }

    /** The kind in words, as far as it has a usual one. */
    public String kind() {
      if (type == 0) {
        return subtype == 0 ? "factory" : subtype == 0x20 ? "test" : "ota_" + (subtype & 15);
      }
      return switch (subtype) {
        case 0 -> "ota";
        case 1 -> "phy";
        case 2 -> "nvs";
        case 4 -> "nvs_keys";
        case 0x81 -> "fat";
        case 0x82 -> "spiffs";
        case 0x83 -> "littlefs";
        default -> "data";
      };
    }
  }

  private PartitionTable() {}

  /** The partitions of the table that begins at {@code at}; none when there is no table. */
  public static List<Partition> parse(byte[] data, int at) {
    List<Partition> out = new ArrayList<>();
    int next = at;
    while (next >= 0
        && next + ENTRY <= Math.min(data.length, at + SIZE)
        && (data[next] & 255) == 0xAA
        && data[next + 1] == 0x50) {
      out.add(
          new Partition(
              data[next + 2] & 255,
              data[next + 3] & 255,
              LittleEndian.word(data, next + 4),
              LittleEndian.word(data, next + 8),
              label(data, next + LABEL)));
      next += ENTRY;
    }
    return out;
  }

  private static String label(byte[] data, int at) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < LABEL_LENGTH && data[at + i] != 0; i++) {
      out.append((char) (data[at + i] & 255));
    }
    return out.toString();
  }
}
