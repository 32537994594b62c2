package org.pykopi.disk;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.Clock;
import org.pykopi.host.HostException;

/**
 * A FAT12, FAT16 or FAT32 file system with long names. Names keep their case but are found in any.
 * Error numbers are those of MicroPython: a folder that is not empty gives EACCES, a path through a
 * file ENOENT.
 */
public final class FatVolume implements Volume {
  static final int EROFS = 30;
  private static final int LONGEST_NAME = 255;

  /** 2000-01-01, the time of the outermost folder. */
  private static final long ROOT_TIME = 946684800L;

  private final Clock clock;
  final Sectors sectors;

  /** Null when the device has no FAT volume. */
  FatLayout layout;

  FatTable table;
  private String current = "/";

  /** The volume on a device; it may have none yet, see {@link #isFormatted}. */
  public FatVolume(BlockDevice device, Clock clock) {
    this.clock = clock;
    this.sectors = new Sectors(device);
    open();
  }

  private void open() {
    layout = FatLayout.find(sectors);
    if (layout == null) {
      return;
    }
    table =
        new FatTable(
            sectors,
            layout.bits(),
            layout.tableStart(),
            layout.tableSectors(),
            layout.tables(),
            layout.clusters());
    if (layout.notes() != 0) {
      byte[] notes = sectors.load(layout.notes());
      if (Words.get32(notes, 484) == 0x61417272) {
        table.setFree(Words.get32(notes, 488));
      }
    }
  }

  /** Makes a new, empty file system on a device. */
  public static void format(BlockDevice device, Clock clock) {
    FatFormat.format(device, clock);
  }

  public boolean isFormatted() {
    return layout != null;
  }

  /** Makes a new, empty file system on this device. */
  public void format() {
    format(sectors.device, clock);
    sectors.forget();
    open();
  }

  private void checkFormatted() {
    if (layout == null) {
      throw new HostException(HostException.ENODEV);
    }
  }

  // ---- clusters ----

  long sectorOf(int cluster) {
    return layout.dataStart() + (long) (cluster - FatTable.FIRST) * layout.clusterSectors();
  }

  /** Fills a cluster with zeros. */
  void clear(int cluster) {
    for (int i = 0; i < layout.clusterSectors(); i++) {
      sectors.begin(sectorOf(cluster) + i);
    }
  }

  int now() {
    return FatTime.now(clock);
  }

  /** Writes all that is still in memory. */
  void sync() {
    if (layout.notes() != 0) {
      byte[] notes = sectors.load(layout.notes());
      FatFormat.putNotes(notes, table.free(), table.latest());
      sectors.change();
    }
    sectors.store();
    sectors.device.sync();
  }

  // ---- paths ----

  private FatFolder root() {
    return new FatFolder(this, layout.rootCluster());
  }

  private FatFolder folderOf(FatEntry entry) {
    return new FatFolder(this, entry.cluster() == 0 ? layout.rootCluster() : entry.cluster());
  }

  /** The names on the way from the outermost folder; "." and ".." are worked in. */
  private List<String> names(String path) {
    List<String> names = path.startsWith("/") ? new ArrayList<>() : names(current);
    for (String name : PathNames.of(path)) {
      if (name.equals("..")) {
        if (!names.isEmpty()) {
          names.remove(names.size() - 1);
        }
      } else if (!name.equals(".")) {
        names.add(name);
      }
    }
    return names;
  }

  /** The folder that the first {@code count} names lead to; ENOENT when there is none. */
  private FatFolder folder(List<String> names, int count) {
    FatFolder folder = root();
    for (int i = 0; i < count; i++) {
      FatEntry entry = folder.find(names.get(i));
      if (entry == null || !entry.isFolder()) {
        throw new HostException(HostException.ENOENT);
      }
      folder = folderOf(entry);
    }
    return folder;
  }

  /** The folder around what a path names. */
  private FatFolder parent(List<String> names) {
    return folder(names, names.size() - 1);
  }

  private static String last(List<String> names) {
    return names.get(names.size() - 1);
  }

  /**
   * What a path names, except the outermost folder, which gives EINVAL; ENOENT when there is
   * nothing.
   */
  private FatEntry find(List<String> names) {
    FatEntry entry = names.isEmpty() ? null : parent(names).find(last(names));
    if (entry == null) {
      throw new HostException(names.isEmpty() ? HostException.EINVAL : HostException.ENOENT);
    }
    return entry;
  }

  // ---- the file system ----

  @Override
  public OpenFile open(String path, int flags) {
    checkFormatted();
    List<String> names = names(path);
    if (names.isEmpty()) {
      throw new HostException(HostException.EINVAL);
    }
    FatFolder folder = parent(names);
    FatEntry entry = folder.find(last(names));
    if (entry == null) {
      if ((flags & CREATE) == 0) {
        throw new HostException(HostException.ENOENT);
      }
      FatName name = new FatName(last(names));
      entry = folder.add(name, FatEntry.ARCHIVE, 0, 0, now());
    } else {
      entry = openExisting(entry, flags);
    }
    if ((flags & CREATE) != 0) {
      sync();
    }
    return new FatFile(this, entry, flags);
  }

  private FatEntry openExisting(FatEntry entry, int flags) {
    if ((flags & EXCLUSIVE) != 0) {
      throw new HostException(HostException.EEXIST);
    }
    boolean writes = (flags & WRITE) != 0;
    if (entry.isFolder()) {
      throw new HostException((flags & CREATE) != 0 ? HostException.EACCES : HostException.ENOENT);
    }
    if (writes && (entry.attributes() & FatEntry.READ_ONLY) != 0) {
      throw new HostException(HostException.EACCES);
    }
    if ((flags & TRUNCATE) == 0) {
      return entry;
    }
    table.free(entry.cluster());
    entry.folder().update(entry, 0, 0, now());
    return entry.folder().find(entry.name());
  }

  @Override
  public Stat stat(String path) {
    checkFormatted();
    List<String> names = names(path);
    if (names.isEmpty()) {
      return new Stat(MODE_FOLDER, 0, ROOT_TIME, ROOT_TIME, ROOT_TIME);
    }
    FatEntry entry = find(names);
    long time = FatTime.toEpoch(entry.time());
    int mode = entry.isFolder() ? MODE_FOLDER : MODE_FILE;
    return new Stat(mode, entry.size(), time, time, time);
  }

  @Override
  public List<Entry> list(String path) {
    checkFormatted();
    List<String> names = names(path);
    List<Entry> entries = new ArrayList<>();
    for (FatEntry entry : folder(names, names.size()).entries()) {
      entries.add(new Entry(entry.name(), entry.isFolder(), entry.size()));
    }
    return entries;
  }

  @Override
  public void makeFolder(String path) {
    checkFormatted();
    List<String> names = names(path);
    if (names.isEmpty() || parent(names).find(last(names)) != null) {
      throw new HostException(HostException.EEXIST);
    }
    FatFolder parent = parent(names);
    FatName name = new FatName(last(names));
    int cluster = table.extend(0);
    if (cluster == 0) {
      throw new HostException(HostException.EACCES);
    }
    clear(cluster);
    int time = now();
    new FatFolder(this, cluster).addDots(parentNumber(parent), time);
    try {
      parent.add(name, FatEntry.FOLDER, cluster, 0, time);
    } catch (HostException e) {
      table.free(cluster);
      throw e;
    }
    sync();
  }

  /** How ".." names a folder: the outermost one is 0. */
  private int parentNumber(FatFolder folder) {
    return folder.cluster == layout.rootCluster() ? 0 : folder.cluster;
  }

  @Override
  public void removeFolder(String path) {
    checkFormatted();
    FatEntry entry = find(names(path));
    if (!entry.isFolder()) {
      throw new HostException(HostException.ENOTDIR);
    }
    boolean isCurrent = names(path).equals(names(current));
    if (isCurrent || !folderOf(entry).entries().isEmpty()) {
      throw new HostException(HostException.EACCES);
    }
    delete(entry);
  }

  @Override
  public void remove(String path) {
    checkFormatted();
    FatEntry entry = find(names(path));
    if (entry.isFolder()) {
      throw new HostException(HostException.EISDIR);
    }
    if ((entry.attributes() & FatEntry.READ_ONLY) != 0) {
      throw new HostException(HostException.EACCES);
    }
    delete(entry);
  }

  private void delete(FatEntry entry) {
    entry.folder().remove(entry);
    table.free(entry.cluster());
    sync();
  }

  @Override
  public void rename(String from, String to) {
    checkFormatted();
    FatEntry source = find(names(from));
    List<String> names = names(to);
    if (names.isEmpty()) {
      throw new HostException(HostException.EINVAL);
    }
    FatFolder target = parent(names);
    FatEntry existing = target.find(last(names));
    boolean isSame =
        existing != null
            && existing.slot() == source.slot()
            && existing.folder().cluster == source.folder().cluster;
    if (existing != null && !isSame) {
      remove(to);
    }
    FatName name = new FatName(last(names));
    if (isSame) {
      source.folder().remove(source);
    }
    FatEntry moved =
        target.add(name, source.attributes(), source.cluster(), source.size(), source.time());
    if (!isSame) {
      source.folder().remove(source);
    }
    if (source.isFolder() && source.folder().cluster != target.cluster) {
      folderOf(moved).setParent(parentNumber(target));
    }
    sync();
  }

  @Override
  public String currentFolder() {
    return current;
  }

  @Override
  public void changeFolder(String path) {
    checkFormatted();
    List<String> names = names(path);
    folder(names, names.size());
    StringBuilder folder = new StringBuilder();
    for (String name : names) {
      folder.append('/').append(name);
    }
    current = folder.length() == 0 ? "/" : folder.toString();
  }

  @Override
  public long[] blocks() {
    checkFormatted();
    long size = (long) layout.clusterSectors() * sectors.size;
    return new long[] {size, layout.clusters(), table.free()};
  }

  @Override
  public int longestName() {
    return LONGEST_NAME;
  }
}
