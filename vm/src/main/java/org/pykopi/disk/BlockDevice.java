package org.pykopi.disk;

/** Storage in blocks of one size. Every method may throw {@link org.pykopi.host.HostException}. */
public interface BlockDevice {
  int blockSize();

  long blockCount();

  /** Reads a whole block. */
  void read(long block, byte[] target);

  /** Erases and writes a whole block. */
  void write(long block, byte[] source);

  /** Reads part of a block. */
  void readPart(long block, int offset, byte[] target, int at, int length);

  /** Writes part of a block that has been erased. */
  void writePart(long block, int offset, byte[] source, int at, int length);

  void erase(long block);

  /** Makes sure that all that was written is stored. */
  void sync();
}
