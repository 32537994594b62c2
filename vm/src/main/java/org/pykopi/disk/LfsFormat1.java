package org.pykopi.disk;

/**
 * littlefs version 1. A block of a folder:
 *
 * <pre>
 * 0 revision (4)   4 size with header and checksum (4), top bit: goes on in the next pair   8 next pair (8)   16 entries
 * at the end CRC (4)
 * entry  0 type: 11 file, 22 folder, 2e superblock   1 bytes of data   2 of attributes   3 of name   4 data, attributes, name
 * file   head (4)   size (4)          folder   pair (8)          superblock   root (8), block size, block count, version (4 each)
 * </pre>
 */
final class LfsFormat1 extends LfsFormat {
  private static final int HEADER = 16;
  private static final int FILE = 0x11;
  private static final int FOLDER = 0x22;
  private static final int SUPERBLOCK = 0x2e;
  private static final int VERSION = 0x10001;
  private static final int GOES_ON = 0x80000000;

  LfsFormat1(int blockSize) {
    super(blockSize);
  }

  @Override
  LfsPair parse(byte[] block) {
    int size = Words.get32(block, 4) & ~GOES_ON;
    if (size < HEADER + 4 || size > blockSize || crc(-1, block, 0, size) != 0) {
      return null;
    }
    LfsPair pair = new LfsPair(null);
    pair.revision = Words.get32(block, 0);
    pair.isSplit = Words.get32(block, 4) < 0;
    pair.tail = new int[] {Words.get32(block, 8), Words.get32(block, 12)};
    int at = HEADER;
    while (at + 4 <= size - 4) {
      int length = 4 + (block[at + 1] & 0xff) + (block[at + 2] & 0xff) + (block[at + 3] & 0xff);
      if (at + length > size - 4) {
        return null;
      }
      LfsEntry entry = parseEntry(block, at, length);
      if (entry != null) {
        pair.entries.add(entry);
      }
      at += length;
    }
    return pair;
  }

  private static LfsEntry parseEntry(byte[] block, int at, int length) {
    int type = block[at] & 0x7f;
    int dataLength = block[at + 1] & 0xff;
    byte[] name = new byte[block[at + 3] & 0xff];
    System.arraycopy(block, at + length - name.length, name, 0, name.length);
    int kind =
        type == FOLDER ? LfsEntry.FOLDER : type == FILE ? LfsEntry.FILE : LfsEntry.SUPERBLOCK;
    if (dataLength < 8 || (kind == LfsEntry.SUPERBLOCK && type != SUPERBLOCK)) {
      return null;
    }
    LfsEntry entry = new LfsEntry(kind, name);
    if (kind == LfsEntry.FOLDER) {
      entry.pair = new int[] {Words.get32(block, at + 4), Words.get32(block, at + 8)};
    } else if (kind == LfsEntry.FILE) {
      entry.head = Words.get32(block, at + 4);
      entry.size = Words.getUnsigned32(block, at + 8);
    } else {
      entry.inline = new byte[dataLength];
      System.arraycopy(block, at + 4, entry.inline, 0, dataLength);
    }
    return entry;
  }

  private static int dataLength(LfsEntry entry) {
    return entry.kind == LfsEntry.SUPERBLOCK ? entry.inline.length : 8;
  }

  private static int size(LfsPair pair) {
    int size = HEADER + 4;
    for (LfsEntry entry : pair.entries) {
      size += 4 + dataLength(entry) + entry.name.length;
    }
    return size;
  }

  @Override
  byte[] encode(LfsPair pair) {
    byte[] block = new byte[blockSize];
    int size = size(pair);
    Words.put32(block, 0, pair.revision);
    Words.put32(block, 4, size | (pair.isSplit ? GOES_ON : 0));
    Words.put32(block, 8, pair.tail[0]);
    Words.put32(block, 12, pair.tail[1]);
    int at = HEADER;
    for (LfsEntry entry : pair.entries) {
      at = encodeEntry(entry, block, at);
    }
    Words.put32(block, at, crc(-1, block, 0, at));
    return block;
  }

  /** Where the next entry goes. */
  private static int encodeEntry(LfsEntry entry, byte[] block, int at) {
    int length = dataLength(entry);
    block[at + 1] = (byte) length;
    block[at + 3] = (byte) entry.name.length;
    switch (entry.kind) {
      case LfsEntry.FOLDER -> {
        block[at] = FOLDER;
        Words.put32(block, at + 4, entry.pair[0]);
        Words.put32(block, at + 8, entry.pair[1]);
      }
      case LfsEntry.FILE -> {
        block[at] = FILE;
        Words.put32(block, at + 4, entry.head);
        Words.put32(block, at + 8, (int) entry.size);
      }
      default -> {
        block[at] = SUPERBLOCK;
        System.arraycopy(entry.inline, 0, block, at + 4, length);
      }
    }
    System.arraycopy(entry.name, 0, block, at + 4 + length, entry.name.length);
    return at + 4 + length + entry.name.length;
  }

  @Override
  boolean fits(LfsPair pair) {
    return size(pair) <= blockSize;
  }

  @Override
  int splitIndex(LfsPair pair) {
    return pair.entries.size() - 1;
  }

  @Override
  boolean isSorted() {
    return false;
  }

  @Override
  int inlineLimit() {
    return -1;
  }

  @Override
  int corruptError() {
    return 52;
  }

  @Override
  LfsEntry superblock(int blockCount, int[] root) {
    LfsEntry entry = new LfsEntry(LfsEntry.SUPERBLOCK, NAME);
    entry.inline = new byte[20];
    Words.put32(entry.inline, 0, root[0]);
    Words.put32(entry.inline, 4, root[1]);
    Words.put32(entry.inline, 8, blockSize);
    Words.put32(entry.inline, 12, blockCount);
    Words.put32(entry.inline, 16, VERSION);
    return entry;
  }

  @Override
  int[] readSuperblock(LfsEntry entry) {
    byte[] data = entry.inline;
    return new int[] {
      Words.get32(data, 16),
      Words.get32(data, 8),
      Words.get32(data, 12),
      Words.get32(data, 0),
      Words.get32(data, 4)
    };
  }
}
