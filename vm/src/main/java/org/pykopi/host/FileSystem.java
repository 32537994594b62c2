package org.pykopi.host;

import java.util.List;

/**
 * Files as Python sees them. Paths use "/"; a path that does not start with "/" is relative to the
 * current folder. Every method throws {@link HostException} with the POSIX error number when it
 * cannot do its work.
 */
public interface FileSystem {
  int READ = 1;
  int WRITE = 2;
  int CREATE = 4;
  int TRUNCATE = 8;
  int APPEND = 16;
  int EXCLUSIVE = 32;

  /** Bits of {@link Stat#mode}, as POSIX has them. */
  int MODE_FOLDER = 0x4000;

  int MODE_FILE = 0x8000;
  int MODE_LINK = 0xa000;

  /** Opens a file; {@code flags} are READ, WRITE, ... or-ed together. */
  OpenFile open(String path, int flags);

  Stat stat(String path);

  /** The same of a symbolic link itself, where there are such. */
  default Stat statLink(String path) {
    return stat(path);
  }

  /** Entries of a folder in no special order, without "." and "..". */
  List<Entry> list(String path);

  void makeFolder(String path);

  void removeFolder(String path);

  void remove(String path);

  /** Renames a file or folder; an existing file at {@code to} is replaced. */
  void rename(String from, String to);

  /** The current folder, absolute. */
  String currentFolder();

  void changeFolder(String path);

  /** Total and free space in bytes; {total, free}. */
  long[] space(String path);

  /** Type, size in bytes and times in seconds since 1970-01-01 UTC. */
  record Stat(int mode, long size, long accessTime, long modifyTime, long changeTime) {
    public boolean isFolder() {
      return (mode & 0xf000) == MODE_FOLDER;
    }
  }

  /** One name in a folder. */
  record Entry(String name, boolean isFolder, long size) {}

  /** A file that was opened; every call may throw {@link HostException}. */
  interface OpenFile {
    /** Reads up to {@code length} bytes; 0 at the end of the file. */
    int read(byte[] target, int offset, int length);

    int write(byte[] source, int offset, int length);

    /** Moves to {@code offset} from start (0), here (1) or end (2) and returns the new position. */
    long seek(long offset, int whence);

    void truncate(long size);

    void flush();

    void close();

    /**
     * The error number that every use after {@link #close} gives; 0 for none, then the program gets
     * a ValueError.
     */
    default int closedError() {
      return 0;
    }

    /** Whether the file's number is part of its repr. */
    default boolean hasNumber() {
      return true;
    }
  }
}
