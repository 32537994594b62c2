package org.pykopi.disk;

import org.pykopi.host.FileSystem;

/**
 * A file system with a current folder of its own, which paths without "/" at the start are relative
 * to.
 */
public interface Volume extends FileSystem {
  /** Size of a block, number of blocks, number of free blocks. */
  long[] blocks();

  /** How long a name may be. */
  int longestName();

  @Override
  default long[] space(String path) {
    long[] blocks = blocks();
    return new long[] {blocks[0] * blocks[1], blocks[0] * blocks[2]};
  }
}
