package org.pykopi.disk;

import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;

/** An open file of a {@link FatVolume}. */
final class FatFile implements FileSystem.OpenFile {
  private static final long LARGEST = 0xffffffffL;

  private final FatVolume volume;
  private final FatEntry entry;
  private final boolean writes;
  private int first;
  private long size;
  private long position;

  /** The cluster that {@link #position} was last in, and its number in the chain; -1 for none. */
  private int cluster;

  private long clusterIndex = -1;
  private boolean isChanged;
  private boolean isOpen = true;

  FatFile(FatVolume volume, FatEntry entry, int flags) {
    this.volume = volume;
    this.entry = entry;
    writes = (flags & FileSystem.WRITE) != 0;
    first = entry.cluster();
    size = entry.size();
    position = (flags & FileSystem.APPEND) != 0 ? size : 0;
  }

  // ---- clusters ----

  private int clusterSize() {
    return volume.layout.clusterSectors() * volume.sectors.size;
  }

  /**
   * Finds the cluster of the position.
   *
   * @param grows whether missing clusters are added
   * @return false when there is none
   */
  private boolean findCluster(boolean grows) {
    long wanted = position / clusterSize();
    if (first == 0) {
      first = grows ? volume.table.extend(0) : 0;
      isChanged |= first != 0;
      clusterIndex = -1;
    }
    if (first == 0) {
      return false;
    }
    if (clusterIndex < 0 || clusterIndex > wanted) {
      cluster = first;
      clusterIndex = 0;
    }
    while (clusterIndex < wanted) {
      int next = volume.table.get(cluster);
      if (next >= FatTable.END) {
        next = grows ? volume.table.extend(cluster) : 0;
      }
      if (next == 0) {
        return false;
      }
      cluster = next;
      clusterIndex++;
    }
    return true;
  }

  private long sector() {
    return volume.sectorOf(cluster) + position % clusterSize() / volume.sectors.size;
  }

  // ---- reading and writing ----

  @Override
  public int read(byte[] target, int offset, int length) {
    int done = 0;
    while (done < length && position < size) {
      if (!findCluster(false)) {
        throw new HostException(HostException.EIO);
      }
      int at = (int) (position % volume.sectors.size);
      int count =
          (int) Math.min(Math.min(length - done, volume.sectors.size - at), size - position);
      System.arraycopy(volume.sectors.load(sector()), at, target, offset + done, count);
      done += count;
      position += count;
    }
    return done;
  }

  /** ENOSPC when the volume is full; what fitted is written. */
  @Override
  public int write(byte[] source, int offset, int length) {
    int done = 0;
    while (done < length) {
      if (position >= LARGEST || !findCluster(true)) {
        throw new HostException(HostException.ENOSPC);
      }
      int at = (int) (position % volume.sectors.size);
      int count = Math.min(length - done, volume.sectors.size - at);
      boolean isNew = at == 0 && (count == volume.sectors.size || position >= size);
      byte[] window = isNew ? volume.sectors.begin(sector()) : volume.sectors.load(sector());
      System.arraycopy(source, offset + done, window, at, count);
      volume.sectors.change();
      done += count;
      position += count;
      size = Math.max(size, position);
      isChanged = true;
    }
    return done;
  }

  /** A file that is written grows when the position goes beyond its end; others stop there. */
  @Override
  public long seek(long offset, int whence) {
    long from = whence == 1 ? position : whence == 2 ? size : 0;
    long target = Math.max(0, from + offset);
    if (target > size && writes) {
      position = size;
      byte[] zeros = new byte[volume.sectors.size];
      while (position < target) {
        write(zeros, 0, (int) Math.min(zeros.length, target - position));
      }
    }
    position = Math.min(target, size);
    return position;
  }

  @Override
  public void truncate(long length) {
    throw new HostException(HostException.EINVAL);
  }

  @Override
  public void flush() {
    if (isChanged) {
      entry.folder().update(entry, first, size, volume.now());
      isChanged = false;
    }
    volume.sync();
  }

  @Override
  public int closedError() {
    return HostException.EINVAL;
  }

  @Override
  public void close() {
    if (isOpen) {
      flush();
      isOpen = false;
    }
  }
}
