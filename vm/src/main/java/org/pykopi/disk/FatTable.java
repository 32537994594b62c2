package org.pykopi.disk;

import org.pykopi.host.HostException;

/**
 * The file allocation table: for each cluster of the data area the number of the next one in its
 * chain, 0 for a free one, or a number from {@link #END} on for the last one. Numbers have 12, 16
 * or 28 bits; the first cluster is 2.
 */
final class FatTable {
  static final int FIRST = 2;
  static final int FREE = 0;

  /** In any of the forms, the end of a chain is this or more once {@link #get} has read it. */
  static final int END = 0x0ffffff8;

  private static final int UNKNOWN = -1;

  private final Sectors sectors;
  private final long start;
  private final long copyDistance;
  private final int copies;
  private final int bits;

  /** Clusters have numbers below this. */
  private final int limit;

  /** Where the search for a free cluster begins. */
  private int latest = FIRST - 1;

  private int freeCount = UNKNOWN;

  /**
   * @param start first sector of the table
   * @param copyDistance sectors from one copy of the table to the next
   */
  FatTable(Sectors sectors, int bits, long start, long copyDistance, int copies, int clusters) {
    this.sectors = sectors;
    this.bits = bits;
    this.start = start;
    this.copyDistance = copyDistance;
    this.copies = copies;
    this.limit = clusters + FIRST;
  }

  /** The cluster after this one. EIO for a number that no cluster has. */
  int get(int cluster) {
    if (cluster < FIRST || cluster >= limit) {
      throw new HostException(HostException.EIO);
    }
    int value = read(cluster);
    int end = bits == 12 ? 0xff8 : bits == 16 ? 0xfff8 : END;
    return value >= end ? END : value;
  }

  private int read(int cluster) {
    if (bits != 12) {
      int offset = cluster * (bits == 16 ? 2 : 4);
      byte[] window = sectors.load(start + offset / sectors.size);
      int at = offset % sectors.size;
      return bits == 16 ? Words.get16(window, at) : Words.get32(window, at) & 0x0fffffff;
    }
    int offset = cluster + cluster / 2;
    int both = byteAt(offset) | byteAt(offset + 1) << 8;
    return (cluster & 1) == 0 ? both & 0xfff : both >> 4;
  }

  private int byteAt(int offset) {
    return sectors.load(start + offset / sectors.size)[offset % sectors.size] & 0xff;
  }

  /** Changes an entry, in all copies of the table. */
  void set(int cluster, int value) {
    for (int copy = 0; copy < copies; copy++) {
      long table = start + copy * copyDistance;
      if (bits == 12) {
        int offset = cluster + cluster / 2;
        boolean isEven = (cluster & 1) == 0;
        putByte(table, offset, isEven ? 0xff : 0xf0, isEven ? value : value << 4);
        putByte(table, offset + 1, isEven ? 0x0f : 0xff, isEven ? value >> 8 : value >> 4);
      } else {
        int offset = cluster * (bits == 16 ? 2 : 4);
        byte[] window = sectors.load(table + offset / sectors.size);
        int at = offset % sectors.size;
        if (bits == 16) {
          Words.put16(window, at, value);
        } else {
          Words.put32(window, at, Words.get32(window, at) & 0xf0000000 | value & 0x0fffffff);
        }
        sectors.change();
      }
    }
  }

  private void putByte(long table, int offset, int mask, int value) {
    byte[] window = sectors.load(table + offset / sectors.size);
    int at = offset % sectors.size;
    window[at] = (byte) (window[at] & ~mask | value & mask);
    sectors.change();
  }

  // ---- chains ----

  /** Takes a free cluster and puts it behind {@code last}, which may be 0; 0 when there is none. */
  int extend(int last) {
    for (int i = 1; i < limit - 1; i++) {
      int cluster = (latest - FIRST + i) % (limit - FIRST) + FIRST;
      if (read(cluster) == FREE) {
        set(cluster, END);
        if (last != 0) {
          set(last, cluster);
        }
        latest = cluster;
        freeCount -= freeCount == UNKNOWN ? 0 : 1;
        return cluster;
      }
    }
    return 0;
  }

  /** Gives back all clusters of a chain. */
  void free(int first) {
    int cluster = first;
    while (cluster != 0 && cluster < END) {
      int next = get(cluster);
      set(cluster, FREE);
      freeCount += freeCount == UNKNOWN ? 0 : 1;
      cluster = next;
    }
  }

  // ---- free clusters ----

  /** What the volume has noted; -1 when it is not known. */
  void setFree(int count) {
    freeCount = count < 0 || count > limit - FIRST ? UNKNOWN : count;
  }

  int free() {
    if (freeCount == UNKNOWN) {
      int count = 0;
      for (int cluster = FIRST; cluster < limit; cluster++) {
        count += read(cluster) == FREE ? 1 : 0;
      }
      freeCount = count;
    }
    return freeCount;
  }

  int latest() {
    return latest;
  }
}
