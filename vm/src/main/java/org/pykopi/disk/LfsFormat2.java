package org.pykopi.disk;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * littlefs version 2. A block of a folder starts with its revision (4 bytes); then come commits,
 * each a series of tags with data that ends with a checksum. Only commits with a right checksum
 * count. A tag has 32 bits, high byte first:
 *
 * <pre>
 * 31 0: valid   20-30 type   10-19 number of the entry, 3ff for the pair   0-9 bytes of data, 3ff: removed
 *
 * type  001 file's name   002 folder's name   0ff superblock's name
 *       200 pair of a folder (8)   201 bytes of a small file   202 head (4) and size (4) of a file in blocks
 *       300 + n attribute n   401 a new entry is put in here   4ff the entry is taken out
 *       600 next pair (8), of another folder   601 next pair, of this one   7ff operations under way (12)
 *       500 CRC of all since the one before, with padding; bit 0 turns the "valid" bit of the next tag
 * </pre>
 *
 * A tag is stored as the difference (xor) to the one before; the first to ffffffff.
 *
 * <p>Here a change writes the whole block as one commit, where MicroPython adds commits until the
 * block is full. That is a valid state of the format and half the code; it erases more often, which
 * memory does not mind.
 */
final class LfsFormat2 extends LfsFormat {
  static final int VERSION = 0x20001;

  private static final int FILE = 0x001;
  private static final int FOLDER = 0x002;
  private static final int SUPERBLOCK = 0x0ff;
  private static final int PAIR = 0x200;
  private static final int INLINE = 0x201;
  private static final int BLOCKS = 0x202;
  private static final int ATTRIBUTE = 0x300;
  private static final int CREATE = 0x401;
  private static final int DELETE = 0x4ff;
  private static final int CHECKSUM = 0x500;
  private static final int TAIL = 0x600;
  private static final int SPLIT_TAIL = 0x601;
  private static final int PENDING = 0x7ff;

  private static final int WHOLE_PAIR = 0x3ff;
  private static final int REMOVED = 0x3ff;
  private static final int KIND = 0x700;

  private static final int LARGEST_INLINE = 0x3fe;
  private static final int LARGEST_NAME = 255;

  private final int programSize;
  private final int inlineLimit;

  /** {@code cacheSize} bounds small files, as MicroPython has it. */
  LfsFormat2(int blockSize, int programSize, int cacheSize) {
    super(blockSize);
    this.programSize = programSize;
    this.inlineLimit = Math.min(Math.min(cacheSize, LARGEST_INLINE), blockSize / 8);
  }

  // ---- reading ----

  /** A tag that was read, and where its data lies. */
  private record Tag(int type, int entry, int at, int length) {}

  @Override
  LfsPair parse(byte[] block) {
    LfsPair pair = new LfsPair(null);
    pair.revision = Words.get32(block, 0);
    List<Tag> commit = new ArrayList<>();
    boolean isValid = false;
    int previous = -1;
    int crc = crc(-1, block, 0, 4);
    int at = 4;
    while (at + 4 <= blockSize) {
      int tag = getTag(block, at) ^ previous;
      int length = (tag & 0x3ff) == REMOVED ? 0 : tag & 0x3ff;
      if (tag < 0 || at + 4 + length > blockSize) {
        break;
      }
      crc = crc(crc, block, at, 4);
      int type = tag >>> 20 & 0x7ff;
      previous = tag;
      if ((type & 0x780) == CHECKSUM) {
        if (length < 4 || Words.get32(block, at + 4) != crc) {
          break;
        }
        if (!apply(pair, block, commit) || pair.entries.contains(null)) {
          return null;
        }
        commit.clear();
        isValid = true;
        previous ^= (type & 1) << 31;
        crc = -1;
      } else {
        crc = crc(crc, block, at + 4, length);
        boolean isRemoved = (tag & 0x3ff) == REMOVED;
        commit.add(new Tag(type, tag >>> 10 & 0x3ff, at + 4, isRemoved ? -1 : length));
      }
      at += 4 + length;
    }
    return isValid ? pair : null;
  }

  private static int getTag(byte[] block, int at) {
    return Integer.reverseBytes(Words.get32(block, at));
  }

  /** Works the tags of a commit into the pair; false when they make no sense. */
  private static boolean apply(LfsPair pair, byte[] block, List<Tag> commit) {
    for (Tag tag : commit) {
      int kind = tag.type & KIND;
      if (kind == TAIL && tag.length == 8) {
        pair.tail = new int[] {Words.get32(block, tag.at), Words.get32(block, tag.at + 4)};
        pair.isSplit = (tag.type & 1) != 0;
      } else if (tag.type == PENDING && tag.length > 0) {
        pair.pending = bytes(block, tag);
      } else if (kind <= (CREATE & KIND) && !applyToEntry(pair, block, tag)) {
        return false;
      }
    }
    return true;
  }

  private static boolean applyToEntry(LfsPair pair, byte[] block, Tag tag) {
    List<LfsEntry> entries = pair.entries;
    int index = tag.entry;
    if (tag.type == CREATE) {
      if (index <= entries.size()) {
        entries.add(index, null);
      }
      return index < entries.size();
    }
    if (tag.type == DELETE) {
      if (index >= entries.size()) {
        return false;
      }
      entries.remove(index);
      return true;
    }
    int kind = tag.type & KIND;
    if (kind == 0) {
      if (index == WHOLE_PAIR) {
        return false;
      }
      name(entries, index, tag.type, bytes(block, tag));
      return true;
    }
    LfsEntry entry = index < entries.size() ? entries.get(index) : null;
    if (entry == null) {
      return kind == ATTRIBUTE || index == WHOLE_PAIR;
    }
    if (kind == ATTRIBUTE && tag.length < 0) {
      entry.attributes.remove(tag.type & 0xff);
    } else if (kind == ATTRIBUTE) {
      entry.attributes.put(tag.type & 0xff, bytes(block, tag));
    } else if (tag.type == INLINE) {
      entry.inline = bytes(block, tag);
    } else if (tag.length >= 8) {
      int first = Words.get32(block, tag.at);
      entry.inline = null;
      entry.head = first;
      entry.size = Words.getUnsigned32(block, tag.at + 4);
      entry.pair = new int[] {first, Words.get32(block, tag.at + 4)};
    }
    return true;
  }

  /** Gives an entry its name, or a new one. Entries may come in any order. */
  private static void name(List<LfsEntry> entries, int index, int type, byte[] name) {
    int kind =
        type == FOLDER ? LfsEntry.FOLDER : type == FILE ? LfsEntry.FILE : LfsEntry.SUPERBLOCK;
    while (index >= entries.size()) {
      entries.add(null);
    }
    LfsEntry old = entries.get(index);
    if (old != null && old.kind == kind) {
      old.name = name;
    } else {
      entries.set(index, new LfsEntry(kind, name));
    }
  }

  private static byte[] bytes(byte[] block, Tag tag) {
    byte[] bytes = new byte[Math.max(tag.length, 0)];
    System.arraycopy(block, tag.at, bytes, 0, bytes.length);
    return bytes;
  }

  // ---- writing ----

  /** Builds a block with one commit. */
  private final class Commit {
    final byte[] block = new byte[blockSize];
    private int at = 4;
    private int previous = -1;

    Commit(int revision) {
      for (int i = 4; i < blockSize; i++) {
        block[i] = -1;
      }
      Words.put32(block, 0, revision);
    }

    void add(int type, int entry, byte[] data) {
      putTag(type, entry, data.length);
      System.arraycopy(data, 0, block, at, data.length);
      at += data.length;
    }

    private void putTag(int type, int entry, int length) {
      int tag = type << 20 | entry << 10 | length;
      Words.put32(block, at, Integer.reverseBytes(tag ^ previous));
      previous = tag;
      at += 4;
    }

    /** The checksum and padding up to where the next program operation could start. */
    void end() {
      int end = Math.min(blockSize, (at + 8 + programSize - 1) / programSize * programSize);
      putTag(CHECKSUM, WHOLE_PAIR, end - at - 4);
      Words.put32(block, at, crc(-1, block, 0, at));
    }
  }

  @Override
  byte[] encode(LfsPair pair) {
    Commit commit = new Commit(pair.revision);
    for (int i = 0; i < pair.entries.size(); i++) {
      LfsEntry entry = pair.entries.get(i);
      int type =
          entry.kind == LfsEntry.FOLDER ? FOLDER : entry.kind == LfsEntry.FILE ? FILE : SUPERBLOCK;
      commit.add(type, i, entry.name);
      if (entry.isFolder()) {
        commit.add(PAIR, i, words(entry.pair[0], entry.pair[1]));
      } else if (entry.inline != null) {
        commit.add(INLINE, i, entry.inline);
      } else {
        commit.add(BLOCKS, i, words(entry.head, (int) entry.size));
      }
      for (Map.Entry<Integer, byte[]> attribute : entry.attributes.entrySet()) {
        commit.add(ATTRIBUTE + attribute.getKey(), i, attribute.getValue());
      }
    }
    if (pair.hasTail()) {
      commit.add(pair.isSplit ? SPLIT_TAIL : TAIL, WHOLE_PAIR, words(pair.tail[0], pair.tail[1]));
    }
    if (pair.pending != null) {
      commit.add(PENDING, WHOLE_PAIR, pair.pending);
    }
    commit.end();
    return commit.block;
  }

  private static byte[] words(int first, int second) {
    byte[] data = new byte[8];
    Words.put32(data, 0, first);
    Words.put32(data, 4, second);
    return data;
  }

  private static int size(LfsPair pair) {
    int size = 0;
    for (LfsEntry entry : pair.entries) {
      size += 8 + entry.name.length + (entry.inline == null ? 8 : entry.inline.length);
      for (byte[] attribute : entry.attributes.values()) {
        size += 4 + attribute.length;
      }
    }
    return size;
  }

  /** What a block may have besides entries: revision, tail, operations, checksum. */
  private static final int OVERHEAD = 40;

  /** As in MicroPython, half a block stays free for commits. A single entry may take it all. */
  @Override
  boolean fits(LfsPair pair) {
    if (pair.entries.size() <= 1) {
      int rest = 12 + (pair.hasTail() ? 12 : 0) + (pair.pending == null ? 0 : 16);
      return size(pair) + rest <= blockSize;
    }
    int half = (blockSize / 2 + programSize - 1) / programSize * programSize;
    return size(pair) <= Math.min(blockSize - OVERHEAD, half);
  }

  @Override
  int splitIndex(LfsPair pair) {
    return pair.entries.size() / 2;
  }

  @Override
  boolean isSorted() {
    return true;
  }

  @Override
  int inlineLimit() {
    return inlineLimit;
  }

  @Override
  int corruptError() {
    return 84;
  }

  @Override
  LfsEntry superblock(int blockCount, int[] root) {
    LfsEntry entry = new LfsEntry(LfsEntry.SUPERBLOCK, NAME);
    entry.inline = new byte[24];
    Words.put32(entry.inline, 0, VERSION);
    Words.put32(entry.inline, 4, blockSize);
    Words.put32(entry.inline, 8, blockCount);
    Words.put32(entry.inline, 12, LARGEST_NAME);
    Words.put32(entry.inline, 16, Integer.MAX_VALUE);
    Words.put32(entry.inline, 20, 0x3fe);
    return entry;
  }

  @Override
  int[] readSuperblock(LfsEntry entry) {
    byte[] data = entry.inline;
    return new int[] {Words.get32(data, 0), Words.get32(data, 4), Words.get32(data, 8)};
  }
}
