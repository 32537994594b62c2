package org.pykopi.disk;

/**
 * What a folder says about a file or folder.
 *
 * @param name the real name
 * @param shortName the short form's name
 * @param firstSlot the first of its entries in the folder, counted from the folder's start
 * @param slot the entry with the short form, the last of them
 * @param cluster the first cluster, 0 for none
 */
record FatEntry(
    FatFolder folder,
    String name,
    String shortName,
    int firstSlot,
    int slot,
    int attributes,
    int cluster,
    long size,
    int time) {
  static final int READ_ONLY = 1;
  static final int LABEL = 8;
  static final int FOLDER = 16;
  static final int ARCHIVE = 32;

  /** All of a long name's entries but the last have this. */
  static final int LONG_NAME = 15;

  boolean isFolder() {
    return (attributes & FOLDER) != 0;
  }

  /** Names differ in case only when they are the same. */
  boolean hasName(String wanted) {
    return name.equalsIgnoreCase(wanted) || shortName.equalsIgnoreCase(wanted);
  }
}
