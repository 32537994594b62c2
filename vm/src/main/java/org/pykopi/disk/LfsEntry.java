package org.pykopi.disk;

import java.util.Map;
import java.util.TreeMap;

/** A file or folder as a littlefs folder has it. */
final class LfsEntry {
  static final int FILE = 1;
  static final int FOLDER = 2;

  /** The entry that tells what file system this is. */
  static final int SUPERBLOCK = 3;

  final int kind;
  byte[] name;

  /** A folder's first pair of blocks, else null. */
  int[] pair;

  /** The bytes of a small file, or of a superblock; null when they are in blocks. */
  byte[] inline;

  /** The last block of a file's chain, when {@link #inline} is null. */
  int head = LfsPair.NONE;

  /** Bytes of a file in blocks. */
  long size;

  /** Attributes by number, such as the time of the last change; version 2 only. */
  final Map<Integer, byte[]> attributes = new TreeMap<>();

  LfsEntry(int kind, byte[] name) {
    this.kind = kind;
    this.name = name;
  }

  boolean isFolder() {
    return kind == FOLDER;
  }

  long length() {
    return isFolder() ? 0 : inline != null ? inline.length : size;
  }

  /** The same under another name. */
  LfsEntry renamed(byte[] newName) {
    LfsEntry entry = new LfsEntry(kind, newName);
    entry.pair = pair;
    entry.inline = inline;
    entry.head = head;
    entry.size = size;
    entry.attributes.putAll(attributes);
    return entry;
  }
}
