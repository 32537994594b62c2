package org.pykopi.disk;

import java.util.ArrayList;
import java.util.List;

/**
 * A pair of blocks that holds a folder or part of one. One block is valid; a change writes the
 * other with a higher revision, so that a lost write loses nothing. All pairs of a file system form
 * one list: after the pairs of a folder ({@link #isSplit}) those of another.
 */
final class LfsPair {
  /** No block. */
  static final int NONE = -1;

  /** Valid block first. */
  int[] blocks;

  int revision;
  final List<LfsEntry> entries = new ArrayList<>();

  /** The next pair of the list; {@link #NONE} twice at the end. */
  int[] tail = {NONE, NONE};

  /** Whether the next pair belongs to the same folder. */
  boolean isSplit;

  /** What version 2 keeps here of operations under way; null for nothing. */
  byte[] pending;

  LfsPair(int[] blocks) {
    this.blocks = blocks;
  }

  boolean hasTail() {
    return tail[0] != NONE;
  }

  /** Whether two pairs of block numbers mean the same. */
  static boolean same(int[] a, int[] b) {
    return (a[0] == b[0] && a[1] == b[1]) || (a[0] == b[1] && a[1] == b[0]);
  }
}
