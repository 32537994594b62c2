package org.pykopi.disk;

import org.pykopi.host.Clock;
import org.pykopi.host.HostException;

/**
 * Makes a new FAT volume. Type and cluster size follow from the number of sectors exactly as in
 * MicroPython, so that a volume has the same room there and here: FAT12 or FAT16 on the whole
 * device, or FAT32 in a partition when that cannot be.
 */
final class FatFormat {
  private static final int ROOT_ENTRIES = 512;
  private static final int PARTITION_START = 63;
  private static final int FAT32_RESERVED = 32;
  private static final int LARGEST_CLUSTER = 128;
  private static final int LEAST_CLUSTERS = 16;
  private static final int LEAST_SECTORS = 22;

  /** From so many times 4096 sectors on a cluster of FAT12 or FAT16 is twice as large. */
  private static final int[] STEPS = {1, 4, 16, 64, 256, 512};

  /** From so many times 131072 sectors on a cluster of FAT32 is twice as large. */
  private static final int[] STEPS_32 = {1, 2, 4, 8, 16, 32};

  private final Sectors sectors;
  private final int time;

  private FatFormat(BlockDevice device, Clock clock) {
    sectors = new Sectors(device);
    time = FatTime.now(clock);
  }

  /** Formats a device; EIO when it is too small. */
  static void format(BlockDevice device, Clock clock) {
    FatFormat format = new FatFormat(device, clock);
    long total = device.blockCount();
    FatLayout layout = format.plan(total);
    if (layout == null) {
      layout = format.plan32(total);
    }
    if (layout == null) {
      throw new HostException(HostException.EIO);
    }
    format.write(layout);
    device.sync();
  }

  // ---- planning ----

  private static int clusterSectors(long units, int[] steps) {
    int cluster = 1;
    for (int step : steps) {
      cluster *= step <= units ? 2 : 1;
    }
    return cluster;
  }

  /** FAT12 or FAT16; null when neither fits. */
  private FatLayout plan(long total) {
    if (total < LEAST_SECTORS) {
      return null;
    }
    int cluster = clusterSectors(total / 0x1000, STEPS);
    FatLayout layout = tryFat(total, cluster);
    if (layout == null && cluster * 2 <= LARGEST_CLUSTER) {
      layout = tryFat(total, cluster * 2);
    }
    return layout;
  }

  private FatLayout tryFat(long total, int cluster) {
    long clusters = total / cluster;
    int bits = clusters > FatLayout.MOST_FAT12 ? 16 : 12;
    long bytes = bits == 16 ? clusters * 2 + 4 : (clusters * 3 + 1) / 2 + 3;
    long table = (bytes + sectors.size - 1) / sectors.size;
    long root = ROOT_ENTRIES * (long) FatFolder.ENTRY / sectors.size;
    long data = 1 + table + root;
    if (total < data + cluster * LEAST_CLUSTERS) {
      return null;
    }
    long count = (total - data) / cluster;
    int most = bits == 16 ? FatLayout.MOST_FAT16 : FatLayout.MOST_FAT12;
    if (count > most || (bits == 16 && count <= FatLayout.MOST_FAT12)) {
      return null;
    }
    return new FatLayout(
        bits, 0, total, cluster, 1, table, 1, 1 + table, ROOT_ENTRIES, 0, data, (int) count, 0);
  }

  /** FAT32 in a partition; null when it does not fit. */
  private FatLayout plan32(long device) {
    long total = device - PARTITION_START;
    if (total < LEAST_SECTORS) {
      return null;
    }
    int cluster = clusterSectors(total / 0x20000, STEPS_32);
    FatLayout layout = tryFat32(total, cluster);
    return layout == null && cluster > 1 ? tryFat32(total, cluster / 2) : layout;
  }

  private FatLayout tryFat32(long total, int cluster) {
    long clusters = total / cluster;
    long table = (clusters * 4 + 8 + sectors.size - 1) / sectors.size;
    long count = (total - FAT32_RESERVED - table) / cluster;
    if (clusters > FatLayout.MOST_FAT32 || count <= FatLayout.MOST_FAT16) {
      return null;
    }
    long start = PARTITION_START;
    long tableStart = start + FAT32_RESERVED;
    long data = tableStart + table;
    return new FatLayout(
        32, start, total, cluster, tableStart, table, 1, data, 0, 2, data, (int) count, start + 1);
  }

  // ---- writing ----

  private void write(FatLayout layout) {
    boolean isFat32 = layout.bits() == 32;
    if (isFat32) {
      writePartition(layout);
    }
    writeBoot(layout, layout.start());
    if (isFat32) {
      writeBoot(layout, layout.start() + 6);
      writeNotes(layout.start() + 7, layout.clusters() - 1, 2);
      writeNotes(layout.start() + 1, layout.clusters() - 1, 2);
    }
    long rootSectors = isFat32 ? layout.clusterSectors() : layout.dataStart() - layout.rootStart();
    long end = layout.rootStart() + rootSectors;
    for (long sector = layout.tableStart(); sector < end; sector++) {
      byte[] data = sectors.begin(sector);
      if (sector == layout.tableStart()) {
        startTable(data, layout.bits());
      }
    }
    sectors.store();
  }

  /** The entries 0 and 1, which are no clusters, and the root of FAT32. */
  private static void startTable(byte[] data, int bits) {
    Words.put32(data, 0, bits == 12 ? 0xfffff8 : 0xfffffff8);
    if (bits == 32) {
      Words.put32(data, 4, -1);
      Words.put32(data, 8, 0x0fffffff);
    }
  }

  private void writeBoot(FatLayout layout, long sector) {
    byte[] data = sectors.begin(sector);
    boolean isFat32 = layout.bits() == 32;
    put(data, 0, "\u00eb\u00fe\u0090MSDOS5.0");
    Words.put16(data, 11, sectors.size);
    data[13] = (byte) layout.clusterSectors();
    Words.put16(data, 14, (int) (layout.tableStart() - layout.start()));
    data[16] = (byte) layout.tables();
    Words.put16(data, 17, layout.rootEntries());
    if (layout.sectors() < 0x10000) {
      Words.put16(data, 19, (int) layout.sectors());
    } else {
      Words.put32(data, 32, (int) layout.sectors());
    }
    data[21] = (byte) 0xf8;
    Words.put16(data, 24, 63);
    Words.put16(data, 26, 255);
    Words.put32(data, 28, (int) layout.start());
    int extra = isFat32 ? 64 : 36;
    data[extra] = (byte) 0x80;
    data[extra + 2] = 0x29;
    Words.put32(data, extra + 3, time);
    put(data, extra + 7, "NO NAME    " + (isFat32 ? "FAT32   " : "FAT     "));
    if (isFat32) {
      Words.put32(data, 36, (int) layout.tableSectors());
      Words.put32(data, 44, layout.rootCluster());
      Words.put16(data, 48, 1);
      Words.put16(data, 50, 6);
    } else {
      Words.put16(data, 22, (int) layout.tableSectors());
    }
    Words.put16(data, FatLayout.SIGNATURE, 0xaa55);
  }

  private static void put(byte[] data, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      data[at + i] = (byte) text.charAt(i);
    }
  }

  private void writeNotes(long sector, int free, int latest) {
    putNotes(sectors.begin(sector), free, latest);
  }

  /** The notes of FAT32: number of free clusters, and the one that was taken last. */
  static void putNotes(byte[] data, int free, int latest) {
    put(data, 0, "RRaA");
    put(data, 484, "rrAa");
    Words.put32(data, 488, free);
    Words.put32(data, 492, latest);
    Words.put16(data, FatLayout.SIGNATURE, 0xaa55);
  }

  /** A partition table with one entry. */
  private void writePartition(FatLayout layout) {
    byte[] data = sectors.begin(0);
    int at = 446;
    data[at] = 0;
    data[at + 1] = 1;
    data[at + 2] = 1;
    data[at + 4] = 0x0c;
    data[at + 5] = (byte) 0xfe;
    data[at + 6] = (byte) 0xff;
    data[at + 7] = (byte) 0xff;
    Words.put32(data, at + 8, (int) layout.start());
    Words.put32(data, at + 12, (int) layout.sectors());
    Words.put16(data, FatLayout.SIGNATURE, 0xaa55);
  }
}
