package org.pykopi.disk;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.HostException;

/**
 * A folder of a FAT volume: a table of entries of 32 bytes, in a chain of clusters or, for the
 * outermost folder of FAT12 and FAT16, in sectors of a fixed number.
 *
 * <pre>
 * 0 short name (11)   11 attributes   12 small letters   14 time made (4)   20 cluster, high half (2)
 * 22 time changed (4)   26 cluster, low half (2)   28 size (4)
 * </pre>
 *
 * The first byte is 0 behind the last entry and e5 in one that is free.
 */
final class FatFolder {
  static final int ENTRY = 32;
  private static final int DELETED = 0xe5;

  /** Stands for a first letter that is really e5. */
  private static final int ESCAPED = 5;

  private static final int ATTRIBUTES = 11;
  private static final int SMALL = 12;
  private static final int MADE = 14;
  private static final int CLUSTER_HIGH = 20;
  private static final int CHANGED = 22;
  private static final int CLUSTER_LOW = 26;
  private static final int SIZE = 28;

  private static final int SEQUENCE_LAST = 0x40;
  private static final int CHECKSUM = 13;
  private static final int MOST_SLOTS = 65536;

  private final FatVolume volume;
  private final Sectors sectors;

  /** First cluster; 0 for the outermost folder in fixed sectors. */
  final int cluster;

  /** The clusters in order, as far as they were asked for. */
  private final List<Integer> chain = new ArrayList<>();

  FatFolder(FatVolume volume, int cluster) {
    this.volume = volume;
    this.sectors = volume.sectors;
    this.cluster = cluster;
    if (cluster != 0) {
      chain.add(cluster);
    }
  }

  // ---- places ----

  /** The sector of a slot, or -1 behind the end of the folder. */
  private long sectorOf(int slot) {
    int perSector = sectors.size / ENTRY;
    int sector = slot / perSector;
    if (slot >= MOST_SLOTS) {
      return -1;
    }
    if (cluster == 0) {
      return slot < volume.layout.rootEntries() ? volume.layout.rootStart() + sector : -1;
    }
    int index = sector / volume.layout.clusterSectors();
    while (chain.size() <= index) {
      int next = volume.table.get(chain.get(chain.size() - 1));
      if (next >= FatTable.END) {
        return -1;
      }
      chain.add(next);
    }
    return volume.sectorOf(chain.get(index)) + sector % volume.layout.clusterSectors();
  }

  private static int offsetOf(int slot, int sectorSize) {
    return slot * ENTRY % sectorSize;
  }

  /** Adds a cluster of free slots; EACCES when the folder cannot grow. */
  private void grow() {
    int added = cluster == 0 ? 0 : volume.table.extend(chain.get(chain.size() - 1));
    if (added == 0) {
      throw new HostException(HostException.EACCES);
    }
    volume.clear(added);
    chain.add(added);
  }

  // ---- reading ----

  /** All files and folders, without "." and "..". */
  List<FatEntry> entries() {
    List<FatEntry> entries = new ArrayList<>();
    LongName longName = new LongName();
    for (int slot = 0; ; slot++) {
      long sector = sectorOf(slot);
      byte[] data = sector < 0 ? null : sectors.load(sector);
      int at = offsetOf(slot, sectors.size);
      int first = data == null ? 0 : data[at] & 0xff;
      if (first == 0) {
        return entries;
      }
      int attributes = data[at + ATTRIBUTES] & 0x3f;
      if (attributes == FatEntry.LONG_NAME && first != DELETED) {
        longName.add(data, at, slot);
        continue;
      }
      boolean isFree = first == DELETED || first == '.';
      if (!isFree && (attributes & FatEntry.LABEL) == 0) {
        String name = longName.of(data, at);
        entries.add(entry(data, at, slot, name, name == null ? slot : longName.firstSlot));
      }
      longName.forget();
    }
  }

  /** The pieces of a long name, as they come before the entry that they belong to. */
  private static final class LongName {
    private static final int MOST_PIECES = 20;

    private final char[] units = new char[MOST_PIECES * FatName.UNITS];
    private int length;

    /** Checksum that all pieces must have; -1 when there is no name. */
    private int sum = -1;

    /** Number of the piece to come; they count down to 1. */
    private int expected;

    int firstSlot;

    void forget() {
      sum = -1;
    }

    void add(byte[] data, int at, int slot) {
      int sequence = data[at] & 0x1f;
      if ((data[at] & SEQUENCE_LAST) != 0 && sequence <= MOST_PIECES) {
        sum = data[at + CHECKSUM] & 0xff;
        expected = sequence;
        length = sequence * FatName.UNITS;
        firstSlot = slot;
      }
      if (sequence == 0 || sequence != expected || sum != (data[at + CHECKSUM] & 0xff)) {
        forget();
        return;
      }
      expected--;
      for (int i = 0; i < FatName.UNITS; i++) {
        units[expected * FatName.UNITS + i] = (char) Words.get16(data, at + FatName.unitPlace(i));
      }
    }

    /** The name of the entry that comes now, or null when it has only a short one. */
    String of(byte[] data, int at) {
      if (sum < 0 || expected != 0 || sum != FatName.checksum(data, at)) {
        return null;
      }
      int end = 0;
      while (end < length && units[end] != 0) {
        end++;
      }
      return new String(units, 0, end);
    }
  }

  private FatEntry entry(byte[] data, int at, int slot, String longName, int firstSlot) {
    byte[] shortForm = new byte[FatName.SHORT_LENGTH];
    System.arraycopy(data, at, shortForm, 0, shortForm.length);
    if (shortForm[0] == ESCAPED) {
      shortForm[0] = (byte) DELETED;
    }
    String shortName = FatName.decodeShort(shortForm, 0, data[at + SMALL]);
    int first = Words.get16(data, at + CLUSTER_LOW) | Words.get16(data, at + CLUSTER_HIGH) << 16;
    return new FatEntry(
        this,
        longName == null ? shortName : longName,
        shortName,
        firstSlot,
        slot,
        data[at + ATTRIBUTES] & 0x3f,
        first,
        Words.getUnsigned32(data, at + SIZE),
        Words.get32(data, at + CHANGED));
  }

  /** The file or folder of that name, or null. */
  FatEntry find(String name) {
    for (FatEntry entry : entries()) {
      if (entry.hasName(name)) {
        return entry;
      }
    }
    return null;
  }

  // ---- writing ----

  /** Adds a file or folder; there must be none of that name yet. */
  FatEntry add(FatName name, int attributes, int first, long size, int time) {
    if (name.isLong) {
      makeUnique(name);
    }
    int slot = freeSlots(name.entries());
    int sum = FatName.checksum(name.shortForm, 0);
    for (int piece = name.entries() - 1; piece > 0; piece--) {
      putPiece(slot++, name.text, piece, piece == name.entries() - 1, sum);
    }
    byte[] data = sectors.load(sectorOf(slot));
    int at = offsetOf(slot, sectors.size);
    clear(data, at);
    System.arraycopy(name.shortForm, 0, data, at, FatName.SHORT_LENGTH);
    if ((data[at] & 0xff) == DELETED) {
      data[at] = ESCAPED;
    }
    data[at + ATTRIBUTES] = (byte) attributes;
    data[at + SMALL] = (byte) (name.isLong ? 0 : name.small);
    Words.put32(data, at + MADE, time);
    sectors.change();
    int firstSlot = slot - name.entries() + 1;
    FatEntry entry =
        new FatEntry(this, name.text, name.text, firstSlot, slot, attributes, first, size, time);
    update(entry, first, size, time);
    return entry;
  }

  private void makeUnique(FatName name) {
    List<FatEntry> entries = entries();
    boolean isTaken = true;
    for (int n = 1; isTaken; n++) {
      name.number(n);
      String shortName = FatName.decodeShort(name.shortForm, 0, 0);
      isTaken = false;
      for (FatEntry entry : entries) {
        isTaken |= entry.shortName().equalsIgnoreCase(shortName);
      }
    }
  }

  /** The first of {@code count} free slots in a row. */
  private int freeSlots(int count) {
    int found = 0;
    boolean isBehindEnd = false;
    for (int slot = 0; ; slot++) {
      long sector = sectorOf(slot);
      if (sector < 0) {
        grow();
        isBehindEnd = true;
        sector = sectorOf(slot);
      }
      int first = sectors.load(sector)[offsetOf(slot, sectors.size)] & 0xff;
      isBehindEnd |= first == 0;
      found = isBehindEnd || first == DELETED ? found + 1 : 0;
      if (found == count) {
        return slot - count + 1;
      }
    }
  }

  private void putPiece(int slot, String text, int piece, boolean isLast, int sum) {
    byte[] data = sectors.load(sectorOf(slot));
    int at = offsetOf(slot, sectors.size);
    clear(data, at);
    data[at] = (byte) (piece | (isLast ? SEQUENCE_LAST : 0));
    data[at + ATTRIBUTES] = FatEntry.LONG_NAME;
    data[at + CHECKSUM] = (byte) sum;
    for (int i = 0; i < FatName.UNITS; i++) {
      int place = (piece - 1) * FatName.UNITS + i;
      int unit = place < text.length() ? text.charAt(place) : place == text.length() ? 0 : 0xffff;
      Words.put16(data, at + FatName.unitPlace(i), unit);
    }
    sectors.change();
  }

  private static void clear(byte[] data, int at) {
    for (int i = 0; i < ENTRY; i++) {
      data[at + i] = 0;
    }
  }

  /** Changes where a file begins, its size and time. */
  void update(FatEntry entry, int first, long size, int time) {
    byte[] data = sectors.load(sectorOf(entry.slot()));
    int at = offsetOf(entry.slot(), sectors.size);
    Words.put16(data, at + CLUSTER_LOW, first);
    Words.put16(data, at + CLUSTER_HIGH, first >>> 16);
    Words.put32(data, at + SIZE, (int) size);
    Words.put32(data, at + CHANGED, time);
    sectors.change();
  }

  /** Frees the entries of a file or folder; its clusters stay. */
  void remove(FatEntry entry) {
    for (int slot = entry.firstSlot(); slot <= entry.slot(); slot++) {
      sectors.load(sectorOf(slot))[offsetOf(slot, sectors.size)] = (byte) DELETED;
      sectors.change();
    }
  }

  /**
   * The first two entries of a new folder: itself and its parent; their names have no other form.
   */
  void addDots(int parent, int time) {
    for (int slot = 0; slot < 2; slot++) {
      byte[] data = sectors.load(sectorOf(slot));
      int at = offsetOf(slot, sectors.size);
      for (int i = 0; i < FatName.SHORT_LENGTH; i++) {
        data[at + i] = (byte) (i <= slot ? '.' : ' ');
      }
      data[at + ATTRIBUTES] = FatEntry.FOLDER;
      int target = slot == 0 ? cluster : parent;
      Words.put16(data, at + CLUSTER_LOW, target);
      Words.put16(data, at + CLUSTER_HIGH, target >>> 16);
      Words.put32(data, at + CHANGED, time);
      sectors.change();
    }
  }

  /** Tells a folder that was moved its new parent. */
  void setParent(int parent) {
    byte[] data = sectors.load(sectorOf(1));
    int at = offsetOf(1, sectors.size);
    Words.put16(data, at + CLUSTER_LOW, parent);
    Words.put16(data, at + CLUSTER_HIGH, parent >>> 16);
    sectors.change();
  }
}
