package org.pykopi.disk;

import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;

/** An open file of a {@link RomVolume}. */
final class OpenRomFile implements FileSystem.OpenFile {
  private final byte[] bytes;
  private final int start;
  private final int size;
  private int position;

  OpenRomFile(byte[] bytes, int start, int size) {
    this.bytes = bytes;
    this.start = start;
    this.size = size;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    int count = Math.min(length, size - position);
    System.arraycopy(bytes, start + position, target, offset, count);
    position += count;
    return count;
  }

  @Override
  public int write(byte[] source, int offset, int length) {
    throw new HostException(HostException.EBADF);
  }

  /** Never goes beyond the end. */
  @Override
  public long seek(long offset, int whence) {
    long from = whence == 1 ? position : whence == 2 ? size : 0;
    long target = from + offset;
    if (target < 0) {
      throw new HostException(HostException.EINVAL);
    }
    position = (int) Math.min(target, size);
    return position;
  }

  @Override
  public void truncate(long length) {
    throw new HostException(HostException.EBADF);
  }

  @Override
  public void flush() {}

  @Override
  public void close() {}
}
