package org.pykopi.disk;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.HostException;

/**
 * The blocks of a littlefs volume: pairs, and the chains that files lie in.
 *
 * <p>A chain is a list from the last block back to the first, with short cuts: block n (from 0)
 * begins with the numbers of the blocks n - 1, n - 2, n - 4, ... as far as 2 to the power i divides
 * n; then comes data. So a file is read from its end, and appending changes no block before.
 */
final class LfsStorage {
  final BlockDevice device;
  final LfsFormat format;
  final int blockSize;
  final int blockCount;

  /** Which blocks are in use; null when that has to be found out. */
  private boolean[] used;

  private int latest;

  LfsStorage(BlockDevice device, LfsFormat format) {
    this.device = device;
    this.format = format;
    this.blockSize = device.blockSize();
    this.blockCount = (int) Math.min(device.blockCount(), Integer.MAX_VALUE / 2);
  }

  /** The error of data that makes no sense. */
  HostException corrupt() {
    return new HostException(format.corruptError());
  }

  private byte[] readBlock(int block) {
    if (block < 0 || block >= blockCount) {
      throw corrupt();
    }
    byte[] data = new byte[blockSize];
    device.readPart(block, 0, data, 0, blockSize);
    return data;
  }

  private void writeBlock(int block, byte[] data) {
    device.erase(block);
    device.writePart(block, 0, data, 0, blockSize);
  }

  // ---- pairs ----

  /** What a pair of blocks holds. */
  LfsPair read(int[] blocks) {
    LfsPair best = null;
    for (int i = 0; i < 2; i++) {
      LfsPair pair = format.parse(readBlock(blocks[i]));
      if (pair != null && (best == null || pair.revision - best.revision > 0)) {
        best = pair;
        best.blocks = new int[] {blocks[i], blocks[1 - i]};
      }
    }
    if (best == null) {
      throw corrupt();
    }
    return best;
  }

  /** A new pair, not written yet. */
  LfsPair allocatePair() {
    return new LfsPair(new int[] {allocate(), allocate()});
  }

  /** Writes a pair; what does not fit goes to a new pair behind it. */
  void write(LfsPair pair) {
    if (!format.fits(pair)) {
      split(pair);
    }
    pair.blocks = new int[] {pair.blocks[1], pair.blocks[0]};
    pair.revision++;
    writeBlock(pair.blocks[0], format.encode(pair));
    device.sync();
  }

  private void split(LfsPair pair) {
    int count = format.splitIndex(pair);
    if (count == 0) {
      throw new HostException(HostException.ENOSPC);
    }
    LfsPair rest = allocatePair();
    while (pair.entries.size() > count) {
      rest.entries.add(pair.entries.remove(count));
    }
    rest.tail = pair.tail;
    rest.isSplit = pair.isSplit;
    write(rest);
    pair.tail = rest.blocks;
    pair.isSplit = true;
    if (!format.fits(pair)) {
      split(pair);
    }
  }

  /** All pairs of the file system, in the order of their list. */
  List<LfsPair> pairs() {
    List<LfsPair> pairs = new ArrayList<>();
    int[] next = {0, 1};
    while (next[0] != LfsPair.NONE) {
      LfsPair pair = read(next);
      pairs.add(pair);
      if (pairs.size() > blockCount) {
        throw corrupt();
      }
      next = pair.tail;
    }
    return pairs;
  }

  /** The pair before another in the list, or null. */
  LfsPair before(int[] blocks) {
    for (LfsPair pair : pairs()) {
      if (pair.hasTail() && LfsPair.same(pair.tail, blocks)) {
        return pair;
      }
    }
    return null;
  }

  // ---- free blocks ----

  /** Called when an operation begins: blocks that it takes are remembered until the next one. */
  void begin() {
    used = null;
  }

  private boolean[] findUsed() {
    boolean[] marks = new boolean[blockCount];
    for (LfsPair pair : pairs()) {
      mark(marks, pair.blocks[0]);
      mark(marks, pair.blocks[1]);
      for (LfsEntry entry : pair.entries) {
        if (isInBlocks(entry)) {
          for (int block : chain(entry.head, entry.size)) {
            mark(marks, block);
          }
        } else if (entry.isFolder()) {
          mark(marks, entry.pair[0]);
          mark(marks, entry.pair[1]);
        }
      }
    }
    return marks;
  }

  private void mark(boolean[] marks, int block) {
    if (block < 0 || block >= marks.length) {
      throw corrupt();
    }
    marks[block] = true;
  }

  static boolean isInBlocks(LfsEntry entry) {
    return entry.kind == LfsEntry.FILE && entry.inline == null && entry.size > 0;
  }

  private int allocate() {
    if (used == null) {
      used = findUsed();
    }
    for (int i = 1; i <= blockCount; i++) {
      int block = (latest + i) % blockCount;
      if (!used[block]) {
        used[block] = true;
        latest = block;
        return block;
      }
    }
    throw new HostException(HostException.ENOSPC);
  }

  /**
   * Blocks in use. With {@code countsTwice} the pairs of folders count twice, as version 2 of the
   * reference counts them.
   */
  int countUsed(boolean countsTwice) {
    int count = 0;
    for (LfsPair pair : pairs()) {
      count += 2;
      for (LfsEntry entry : pair.entries) {
        count += isInBlocks(entry) ? lastIndex(entry.size) + 1 : 0;
        count += countsTwice && entry.isFolder() ? 2 : 0;
      }
    }
    return count;
  }

  // ---- chains ----

  private static int pointers(int index) {
    return index == 0 ? 0 : Integer.numberOfTrailingZeros(index) + 1;
  }

  private int capacity(int index) {
    return blockSize - 4 * pointers(index);
  }

  /** The number of the block in the chain that the last byte of a file lies in. */
  private int lastIndex(long size) {
    return indexOf(size - 1);
  }

  /** The number of the block in the chain that a byte lies in. */
  int indexOf(long offset) {
    long data = blockSize - 8;
    long index = offset / data;
    if (index > 0) {
      index = (offset - 4L * (Integer.bitCount((int) index - 1) + 2)) / data;
    }
    return (int) index;
  }

  /** Offset in the file of the first byte of a block of the chain. */
  long startOf(int index) {
    if (index == 0) {
      return 0;
    }
    return (blockSize - 8L) * index + 4L * (Integer.bitCount(index) + pointers(index));
  }

  /** The blocks of a file, in order. */
  int[] chain(int head, long size) {
    int last = lastIndex(size);
    if (last >= blockCount) {
      throw corrupt();
    }
    int[] blocks = new int[last + 1];
    byte[] pointer = new byte[4];
    blocks[last] = head;
    for (int i = last; i > 0; i--) {
      if (blocks[i] < 0 || blocks[i] >= blockCount) {
        throw corrupt();
      }
      device.readPart(blocks[i], 0, pointer, 0, 4);
      blocks[i - 1] = Words.get32(pointer, 0);
    }
    return blocks;
  }

  /** Reads a block of a chain: its bytes go to where they belong in the file's content. */
  void readChained(int block, int index, byte[] content) {
    int start = (int) startOf(index);
    int length = Math.min(capacity(index), content.length - start);
    if (block < 0 || block >= blockCount) {
      throw corrupt();
    }
    device.readPart(block, 4 * pointers(index), content, start, length);
  }

  /**
   * Writes a file's content from block {@code from} of the chain on to new blocks; the ones before
   * stay.
   *
   * @param blocks of the chain so far
   * @return all blocks of the new chain
   */
  int[] writeChain(byte[] content, int length, int[] blocks, int from) {
    int[] chain = new int[lastIndex(length) + 1];
    System.arraycopy(blocks, 0, chain, 0, from);
    for (int index = from; index < chain.length; index++) {
      chain[index] = allocate();
      byte[] data = new byte[blockSize];
      for (int i = 0; i < pointers(index); i++) {
        Words.put32(data, 4 * i, chain[index - (1 << i)]);
      }
      int start = (int) startOf(index);
      int count = Math.min(capacity(index), length - start);
      System.arraycopy(content, start, data, 4 * pointers(index), count);
      writeBlock(chain[index], data);
    }
    return chain;
  }
}
