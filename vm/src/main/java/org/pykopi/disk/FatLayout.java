package org.pykopi.disk;

/**
 * Where the parts of a FAT volume lie, in sectors of the device:
 *
 * <pre>
 * start            boot sector, FAT32 also its copy and the notes (FSINFO)
 * tableStart       {@code tables} tables of {@code tableSectors}
 * rootStart        FAT12 and FAT16: the outermost folder, {@code rootEntries} entries
 * dataStart        clusters
 * </pre>
 *
 * The boot sector, all numbers low byte first:
 *
 * <pre>
 * 0 jump (3)   3 maker (8)   11 sector size (2)   13 sectors in a cluster   14 sectors before the tables (2)   16 tables
 * 17 root entries (2)   19 sectors (2)   21 media   22 table sectors (2)   28 sectors before the volume (4)   32 sectors (4)
 * FAT12, FAT16:  36 drive   38 signature 29   39 serial (4)   43 label (11)   54 "FAT     "
 * FAT32:  36 table sectors (4)   44 root cluster (4)   48 notes (2)   50 copy (2)   64 drive   66 29   67 serial   71 label   82 "FAT32   "
 * 510 55 aa
 * </pre>
 *
 * @param bits of a table entry: 12, 16 or 32
 * @param rootCluster where the outermost folder of FAT32 begins, else 0
 * @param notes sector of FAT32's notes, or 0
 */
record FatLayout(
    int bits,
    long start,
    long sectors,
    int clusterSectors,
    long tableStart,
    long tableSectors,
    int tables,
    long rootStart,
    int rootEntries,
    int rootCluster,
    long dataStart,
    int clusters,
    long notes) {
  static final int MOST_FAT12 = 0xff5;
  static final int MOST_FAT16 = 0xfff5;
  static final int MOST_FAT32 = 0x0ffffff5;

  static final int SIGNATURE = 510;
  private static final int PARTITIONS = 446;
  private static final int PARTITION = 16;

  /**
   * The volume that begins at the device's start or in one of its partitions; null when there is
   * none.
   */
  static FatLayout find(Sectors sectors) {
    byte[] first = sectors.load(0);
    if (Words.get16(first, SIGNATURE) != 0xaa55) {
      return null;
    }
    if (isBootSector(first)) {
      return read(first, sectors.size, 0);
    }
    long[] starts = new long[4];
    for (int i = 0; i < starts.length; i++) {
      int at = PARTITIONS + i * PARTITION;
      starts[i] = first[at + 4] == 0 ? 0 : Words.getUnsigned32(first, at + 8);
    }
    for (long start : starts) {
      byte[] boot = start == 0 ? null : sectors.load(start);
      if (boot != null && Words.get16(boot, SIGNATURE) == 0xaa55 && isBootSector(boot)) {
        return read(boot, sectors.size, start);
      }
    }
    return null;
  }

  private static boolean isBootSector(byte[] data) {
    int jump = data[0] & 0xff;
    return (jump == 0xeb || jump == 0xe9 || jump == 0xe8)
        && (isText(data, 54, "FAT") || isText(data, 82, "FAT32"));
  }

  private static boolean isText(byte[] data, int at, String text) {
    for (int i = 0; i < text.length(); i++) {
      if (data[at + i] != text.charAt(i)) {
        return false;
      }
    }
    return true;
  }

  /** Null when the numbers make no sense. */
  private static FatLayout read(byte[] boot, int sectorSize, long start) {
    long tableSectors = Words.get16(boot, 22);
    boolean isFat32 = tableSectors == 0;
    if (isFat32) {
      tableSectors = Words.getUnsigned32(boot, 36);
    }
    int clusterSectors = boot[13] & 0xff;
    int tables = boot[16];
    int rootEntries = Words.get16(boot, 17);
    int reserved = Words.get16(boot, 14);
    long total = Words.get16(boot, 19);
    if (total == 0) {
      total = Words.getUnsigned32(boot, 32);
    }
    boolean isValid =
        Words.get16(boot, 11) == sectorSize
            && (tables == 1 || tables == 2)
            && clusterSectors > 0
            && (clusterSectors & clusterSectors - 1) == 0
            && reserved > 0;
    long before = reserved + tables * tableSectors + rootEntries * 32L / sectorSize;
    if (!isValid || total < before + clusterSectors) {
      return null;
    }
    long clusters = (total - before) / clusterSectors;
    int bits = clusters <= MOST_FAT12 ? 12 : clusters <= MOST_FAT16 ? 16 : 32;
    if (clusters > MOST_FAT32 || (bits == 32) != (rootEntries == 0)) {
      return null;
    }
    return new FatLayout(
        bits,
        start,
        total,
        clusterSectors,
        start + reserved,
        tableSectors,
        tables,
        start + reserved + tables * tableSectors,
        rootEntries,
        bits == 32 ? Words.get32(boot, 44) : 0,
        start + before,
        (int) clusters,
        bits == 32 ? start + Words.get16(boot, 48) : 0);
  }
}
