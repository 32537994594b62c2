package org.pykopi.disk;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.Clock;
import org.pykopi.host.HostException;
import org.pykopi.util.Utf8;

/**
 * A littlefs file system of version 1 or 2. Unlike other file systems, removing works on files and
 * empty folders alike. The time of the last change is attribute 1 of version 2: nanoseconds since
 * 1970 (8 bytes).
 */
public final class LfsVolume implements Volume {
  private static final int LONGEST_NAME = 255;
  private static final int ENAMETOOLONG = 36;
  private static final int TIME = 1;
  private static final long NANOS = 1_000_000_000L;

  private final Clock clock;
  private final boolean keepsTime;
  private final boolean isVersion2;
  final LfsStorage storage;
  private int[] root;
  private String current = "/";

  /**
   * How a volume is used.
   *
   * @param readSize least number of bytes to read
   * @param programSize least number of bytes to write
   * @param keepsTime whether changes of files are noted with their time
   */
  public record Options(int version, int readSize, int programSize, boolean keepsTime) {}

  /** The volume on a device. */
  public LfsVolume(BlockDevice device, Options options, Clock clock) {
    this.clock = clock;
    this.isVersion2 = options.version == 2;
    this.keepsTime = isVersion2 && options.keepsTime;
    this.storage = storage(device, options);
    mount();
  }

  private static LfsStorage storage(BlockDevice device, Options options) {
    int size = device.blockSize();
    int cache = Math.min(size, 4 * Math.max(options.readSize, options.programSize));
    LfsFormat format =
        options.version == 1
            ? new LfsFormat1(size)
            : new LfsFormat2(size, Math.max(options.programSize, 1), cache);
    return new LfsStorage(device, format);
  }

  /** Makes a new, empty file system on a device. */
  public static void format(BlockDevice device, Options options) {
    LfsStorage storage = storage(device, options);
    boolean isVersion1 = options.version == 1;
    if (storage.blockCount < (isVersion1 ? 4 : 2)) {
      throw new HostException(HostException.ENOSPC);
    }
    LfsPair first = new LfsPair(new int[] {0, 1});
    int[] root = {2, 3};
    if (isVersion1) {
      LfsPair folder = new LfsPair(root);
      storage.write(folder);
      first.tail = folder.blocks;
    }
    first.entries.add(storage.format.superblock(storage.blockCount, first.tail));
    // Both blocks, so that nothing of an older file system is left to be found.
    storage.write(first);
    storage.write(first);
  }

  /**
   * Which version the volume on a device has; 0 for no littlefs. The name is in one of the first
   * two blocks.
   */
  public static int detect(BlockDevice device) {
    byte[] data = new byte[44];
    for (int block = 0; block < 2; block++) {
      device.readPart(block, 8, data, 0, data.length);
      if (isName(data, 32)) {
        return 1;
      }
      if (isName(data, 0)) {
        return 2;
      }
    }
    return 0;
  }

  private static boolean isName(byte[] data, int at) {
    for (int i = 0; i < LfsFormat.NAME.length; i++) {
      if (data[at + i] != LfsFormat.NAME[i]) {
        return false;
      }
    }
    return true;
  }

  private void mount() {
    LfsPair pair = storage.read(new int[] {0, 1});
    LfsEntry superblock = superblock(pair);
    if (superblock == null) {
      throw storage.corrupt();
    }
    int[] numbers = storage.format.readSuperblock(superblock);
    boolean isKnown = numbers[0] >>> 16 == (isVersion2 ? 2 : 1);
    boolean hasSize = numbers[1] == storage.blockSize && numbers[2] == storage.blockCount;
    if (!isKnown || (isVersion2 && !hasSize)) {
      throw new HostException(HostException.EINVAL);
    }
    root = isVersion2 ? pair.blocks : new int[] {numbers[3], numbers[4]};
    // Version 2 may have moved the root away; then the pairs before it hold nothing but the
    // superblock.
    while (isVersion2 && pair.hasTail()) {
      pair = storage.read(pair.tail);
      if (superblock(pair) == null) {
        break;
      }
      root = pair.blocks;
    }
  }

  private static LfsEntry superblock(LfsPair pair) {
    for (LfsEntry entry : pair.entries) {
      if (entry.kind == LfsEntry.SUPERBLOCK && entry.inline != null) {
        return entry;
      }
    }
    return null;
  }

  // ---- paths ----

  /** A place in a folder: the pair and the number of the entry. */
  record Place(LfsPair pair, int index) {
    LfsEntry entry() {
      return pair.entries.get(index);
    }
  }

  /**
   * The names on the way from the root; "." and ".." are worked in. Version 2 has nothing above the
   * root.
   */
  private List<String> names(String path) {
    List<String> names = path.startsWith("/") ? new ArrayList<>() : names(current);
    for (String name : PathNames.of(path)) {
      if (name.equals("..")) {
        if (names.isEmpty() && isVersion2) {
          throw new HostException(HostException.EINVAL);
        }
        if (!names.isEmpty()) {
          names.remove(names.size() - 1);
        }
      } else if (!name.equals(".")) {
        names.add(name);
      }
    }
    return names;
  }

  /** The first pair of the folder that the first {@code count} names lead to. */
  private int[] folder(List<String> names, int count) {
    int[] blocks = root;
    for (int i = 0; i < count; i++) {
      Place place = find(blocks, Utf8.encode(names.get(i)));
      if (place == null) {
        throw new HostException(HostException.ENOENT);
      }
      if (!place.entry().isFolder()) {
        throw new HostException(HostException.ENOTDIR);
      }
      blocks = place.entry().pair;
    }
    return blocks;
  }

  private int[] parent(List<String> names) {
    return folder(names, names.size() - 1);
  }

  private static byte[] last(List<String> names) {
    return Utf8.encode(names.get(names.size() - 1));
  }

  /** The entry of that name in a folder, or null. */
  private Place find(int[] folder, byte[] name) {
    for (LfsPair pair : pairsOf(folder)) {
      for (int i = 0; i < pair.entries.size(); i++) {
        LfsEntry entry = pair.entries.get(i);
        if (entry.kind != LfsEntry.SUPERBLOCK && compare(entry.name, name) == 0) {
          return new Place(pair, i);
        }
      }
    }
    return null;
  }

  /** What a path names; ENOENT when there is nothing, EINVAL for the root. */
  private Place find(List<String> names) {
    if (names.isEmpty()) {
      throw new HostException(HostException.EINVAL);
    }
    Place place = find(parent(names), last(names));
    if (place == null) {
      throw new HostException(HostException.ENOENT);
    }
    return place;
  }

  private List<LfsPair> pairsOf(int[] folder) {
    List<LfsPair> pairs = new ArrayList<>();
    LfsPair pair = storage.read(folder);
    pairs.add(pair);
    while (pair.isSplit) {
      if (pairs.size() > storage.blockCount) {
        throw storage.corrupt();
      }
      pair = storage.read(pair.tail);
      pairs.add(pair);
    }
    return pairs;
  }

  /** The order of names: by bytes; of two that begin alike the longer one comes first. */
  private static int compare(byte[] a, byte[] b) {
    for (int i = 0; i < Math.min(a.length, b.length); i++) {
      if (a[i] != b[i]) {
        return (a[i] & 0xff) - (b[i] & 0xff);
      }
    }
    return b.length - a.length;
  }

  // ---- changing folders ----

  /** Puts an entry into a folder and writes it. */
  private void insert(int[] folder, LfsEntry entry) {
    List<LfsPair> pairs = pairsOf(folder);
    Place place = placeFor(pairs, entry);
    place.pair.entries.add(place.index, entry);
    storage.write(place.pair);
  }

  private Place placeFor(List<LfsPair> pairs, LfsEntry entry) {
    for (LfsPair pair : pairs) {
      if (storage.format.isSorted()) {
        for (int i = 0; i < pair.entries.size(); i++) {
          LfsEntry other = pair.entries.get(i);
          if (other.kind != LfsEntry.SUPERBLOCK && compare(other.name, entry.name) > 0) {
            return new Place(pair, i);
          }
        }
      } else {
        pair.entries.add(entry);
        boolean fits = storage.format.fits(pair);
        pair.entries.remove(pair.entries.size() - 1);
        if (fits) {
          return new Place(pair, pair.entries.size());
        }
      }
    }
    LfsPair last = pairs.get(pairs.size() - 1);
    return new Place(last, last.entries.size());
  }

  /**
   * Takes an entry out of its folder; a further pair of the folder that becomes empty goes with it.
   */
  private void delete(Place place) {
    LfsPair pair = place.pair;
    pair.entries.remove(place.index);
    if (pair.entries.isEmpty()) {
      LfsPair before = storage.before(pair.blocks);
      if (before != null && before.isSplit) {
        unlink(before, pair);
        return;
      }
    }
    storage.write(pair);
  }

  /** Takes a pair out of the list. */
  private void unlink(LfsPair before, LfsPair pair) {
    before.tail = pair.tail;
    before.isSplit = pair.isSplit;
    storage.write(before);
  }

  /** Takes an empty folder, whose entry is gone, out of the list. */
  private void unlinkFolder(int[] folder) {
    LfsPair before = storage.before(folder);
    if (before != null) {
      unlink(before, storage.read(folder));
    }
  }

  private void checkEmpty(int[] folder) {
    LfsPair pair = storage.read(folder);
    if (!pair.entries.isEmpty() || pair.isSplit) {
      throw new HostException(HostException.ENOTEMPTY);
    }
  }

  private static void checkName(byte[] name) {
    if (name.length > LONGEST_NAME) {
      throw new HostException(ENAMETOOLONG);
    }
  }

  // ---- files ----

  /** The current state of a file's entry, or null when it was removed. */
  Place place(int[] folder, byte[] name) {
    return find(folder, name);
  }

  /** The time of now as an attribute, or null when times are not kept. */
  byte[] time() {
    return keepsTime ? encode(clock.epochNanos()) : null;
  }

  private static byte[] encode(long nanos) {
    byte[] data = new byte[8];
    Words.put32(data, 0, (int) nanos);
    Words.put32(data, 4, (int) (nanos >> 32));
    return data;
  }

  static void setTime(LfsEntry entry, byte[] time) {
    if (time != null) {
      entry.attributes.put(TIME, time);
    }
  }

  static byte[] timeOf(LfsEntry entry) {
    return entry.attributes.get(TIME);
  }

  @Override
  public OpenFile open(String path, int flags) {
    storage.begin();
    List<String> names = names(path);
    if (names.isEmpty()) {
      throw new HostException(HostException.EISDIR);
    }
    int[] folder = parent(names);
    byte[] name = last(names);
    Place place = find(folder, name);
    if (place == null) {
      if ((flags & CREATE) == 0) {
        throw new HostException(HostException.ENOENT);
      }
      checkName(name);
      LfsEntry entry = new LfsEntry(LfsEntry.FILE, name);
      entry.inline = storage.format.inlineLimit() < 0 ? null : new byte[0];
      insert(folder, entry);
      return new LfsFile(this, folder, entry, flags);
    }
    if ((flags & EXCLUSIVE) != 0) {
      throw new HostException(HostException.EEXIST);
    }
    if (place.entry().isFolder()) {
      throw new HostException(HostException.EISDIR);
    }
    return new LfsFile(this, folder, place.entry(), flags);
  }

  // ---- the file system ----

  @Override
  public Stat stat(String path) {
    List<String> names = names(path);
    if (names.isEmpty()) {
      return new Stat(MODE_FOLDER, 0, 0, 0, 0);
    }
    LfsEntry entry = find(names).entry();
    byte[] stored = timeOf(entry);
    long time = 0;
    if (stored != null && stored.length == 8) {
      long nanos = Words.getUnsigned32(stored, 0) | (long) Words.get32(stored, 4) << 32;
      time = Long.divideUnsigned(nanos, NANOS);
    }
    int mode = entry.isFolder() ? MODE_FOLDER : MODE_FILE;
    return new Stat(mode, entry.length(), time, time, time);
  }

  @Override
  public List<Entry> list(String path) {
    List<String> names = names(path);
    List<Entry> entries = new ArrayList<>();
    for (LfsPair pair : pairsOf(folder(names, names.size()))) {
      for (LfsEntry entry : pair.entries) {
        if (entry.kind != LfsEntry.SUPERBLOCK) {
          String name = Utf8.decodeLenient(entry.name, 0, entry.name.length);
          entries.add(new Entry(name, entry.isFolder(), entry.length()));
        }
      }
    }
    return entries;
  }

  /** The new folder follows its parent's last pair in the list of all pairs. */
  @Override
  public void makeFolder(String path) {
    storage.begin();
    List<String> names = names(path);
    if (names.isEmpty() || find(parent(names), last(names)) != null) {
      throw new HostException(HostException.EEXIST);
    }
    byte[] name = last(names);
    checkName(name);
    int[] parent = parent(names);
    LfsPair folder = storage.allocatePair();
    List<LfsPair> pairs = pairsOf(parent);
    LfsPair before = pairs.get(pairs.size() - 1);
    folder.tail = before.tail;
    storage.write(folder);
    before.tail = folder.blocks;
    storage.write(before);
    LfsEntry entry = new LfsEntry(LfsEntry.FOLDER, name);
    entry.pair = folder.blocks;
    insert(parent, entry);
  }

  @Override
  public void removeFolder(String path) {
    remove(path);
  }

  @Override
  public void remove(String path) {
    storage.begin();
    Place place = find(names(path));
    LfsEntry entry = place.entry();
    if (entry.isFolder()) {
      checkEmpty(entry.pair);
    }
    delete(place);
    if (entry.isFolder()) {
      unlinkFolder(entry.pair);
    }
  }

  @Override
  public void rename(String from, String to) {
    storage.begin();
    Place source = find(names(from));
    List<String> names = names(to);
    if (names.isEmpty()) {
      throw new HostException(HostException.EINVAL);
    }
    int[] target = parent(names);
    byte[] name = last(names);
    checkName(name);
    LfsEntry entry = source.entry();
    Place existing = find(target, name);
    if (existing != null) {
      if (LfsPair.same(existing.pair.blocks, source.pair.blocks)
          && existing.index == source.index) {
        return;
      }
      checkReplaceable(existing.entry(), entry);
      delete(existing);
    }
    insert(target, entry.renamed(name));
    delete(find(names(from)));
    if (existing != null && entry.isFolder()) {
      unlinkFolder(existing.entry().pair);
    }
  }

  private void checkReplaceable(LfsEntry old, LfsEntry replacement) {
    if (old.isFolder() != replacement.isFolder()) {
      boolean isFolderError = old.isFolder() || !isVersion2;
      throw new HostException(isFolderError ? HostException.EISDIR : HostException.ENOTDIR);
    }
    if (old.isFolder()) {
      checkEmpty(old.pair);
    }
  }

  @Override
  public String currentFolder() {
    return current;
  }

  /** Anything that is no folder gives ENOENT. */
  @Override
  public void changeFolder(String path) {
    List<String> names = names(path);
    try {
      folder(names, names.size());
    } catch (HostException e) {
      throw new HostException(e.errno == HostException.ENOTDIR ? HostException.ENOENT : e.errno);
    }
    StringBuilder folder = new StringBuilder();
    for (String name : names) {
      folder.append('/').append(name);
    }
    current = folder.length() == 0 ? "/" : folder.toString();
  }

  @Override
  public long[] blocks() {
    int used = storage.countUsed(isVersion2);
    return new long[] {storage.blockSize, storage.blockCount, storage.blockCount - used};
  }

  @Override
  public int longestName() {
    return LONGEST_NAME;
  }

  // ---- for open files ----

  /** Writes what a file has become. */
  void store(int[] folder, LfsEntry changed) {
    Place place = find(folder, changed.name);
    if (place == null || place.entry().isFolder()) {
      return;
    }
    place.pair.entries.set(place.index, changed);
    storage.write(place.pair);
  }
}
