package org.pykopi.disk;

import org.pykopi.util.Checksum;

/** What differs between the versions of littlefs: how a pair is written, and where things go. */
abstract class LfsFormat {
  static final byte[] NAME = {'l', 'i', 't', 't', 'l', 'e', 'f', 's'};

  final int blockSize;

  LfsFormat(int blockSize) {
    this.blockSize = blockSize;
  }

  /**
   * Reads one block of a pair.
   *
   * @return what it holds, or null when it is not valid; the caller sets the blocks
   */
  abstract LfsPair parse(byte[] block);

  /** The content of a whole block. */
  abstract byte[] encode(LfsPair pair);

  /** Whether the entries should stay in one pair. */
  abstract boolean fits(LfsPair pair);

  /** How many of the entries of a pair that does not fit stay in it. */
  abstract int splitIndex(LfsPair pair);

  /** Whether entries are sorted by name; else new ones come last. */
  abstract boolean isSorted();

  /** The largest file that lies in the folder itself; -1 when none does. */
  abstract int inlineLimit();

  /** The error number for data that makes no sense. */
  abstract int corruptError();

  /** The entry of the superblock. */
  abstract LfsEntry superblock(int blockCount, int[] root);

  /** A superblock's numbers: version, block size, block count, and for version 1 the root. */
  abstract int[] readSuperblock(LfsEntry entry);

  /** The checksum of both versions: CRC-32 that is not inverted. */
  static int crc(int start, byte[] data, int at, int length) {
    return ~Checksum.crc32(~start, data, at, length);
  }
}
