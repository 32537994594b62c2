package org.pykopi.disk;

import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;

/**
 * An open file of a {@link LfsVolume}. Its content is read when it is first needed and kept in
 * memory; {@link #flush} writes the blocks from the first changed one on and then the entry, so
 * that the file changes at once or not at all.
 */
final class LfsFile implements FileSystem.OpenFile {
  private static final int LARGEST = Integer.MAX_VALUE;

  private final LfsVolume volume;
  private final int[] folder;
  private LfsEntry entry;
  private final boolean writes;
  private final boolean appends;

  /** Null until it is needed; longer than {@link #size} when there is room to grow. */
  private byte[] content;

  private int size;
  private int position;

  /** The blocks that hold the content on the device; empty for a small file. */
  private int[] chain = {};

  /** Where the content begins to differ from what the device has. */
  private int firstChange;

  private boolean isChanged;

  /** The time of the last change; null when it is not kept. */
  private byte[] time;

  LfsFile(LfsVolume volume, int[] folder, LfsEntry entry, int flags) {
    this.volume = volume;
    this.folder = folder;
    this.entry = entry;
    writes = (flags & FileSystem.WRITE) != 0;
    appends = (flags & FileSystem.APPEND) != 0;
    size = (int) Math.min(entry.length(), LARGEST);
    time = writes ? volume.time() : null;
    boolean keepsOldTime = (flags & FileSystem.READ) != 0 && LfsVolume.timeOf(entry) != null;
    if (time != null && keepsOldTime) {
      time = LfsVolume.timeOf(entry);
    }
    isChanged = time != null;
    firstChange = size;
    if ((flags & FileSystem.TRUNCATE) != 0) {
      content = new byte[0];
      size = 0;
      firstChange = 0;
      isChanged = true;
    }
  }

  // ---- content ----

  private void load() {
    if (content != null) {
      return;
    }
    if (entry.inline != null || size == 0) {
      content = entry.inline == null ? new byte[0] : entry.inline.clone();
      return;
    }
    LfsStorage storage = volume.storage;
    int[] blocks = storage.chain(entry.head, size);
    byte[] bytes = new byte[size];
    for (int i = 0; i < blocks.length; i++) {
      storage.readChained(blocks[i], i, bytes);
    }
    chain = blocks;
    content = bytes;
  }

  private void grow(int needed) {
    if (needed > content.length) {
      byte[] longer = new byte[Math.max(needed, content.length * 2)];
      System.arraycopy(content, 0, longer, 0, size);
      content = longer;
    }
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    load();
    int count = Math.max(0, Math.min(length, size - position));
    System.arraycopy(content, Math.min(position, size), target, offset, count);
    position += count;
    return count;
  }

  /** Writing behind the end fills the gap with zeros. */
  @Override
  public int write(byte[] source, int offset, int length) {
    load();
    if (appends) {
      position = size;
    }
    if (position > LARGEST - length) {
      throw new HostException(HostException.ENOSPC);
    }
    int end = position + length;
    if ((long) end > (long) volume.storage.blockCount * volume.storage.blockSize) {
      throw new HostException(HostException.ENOSPC);
    }
    grow(end);
    for (int i = size; i < position; i++) {
      content[i] = 0;
    }
    System.arraycopy(source, offset, content, position, length);
    firstChange = Math.min(firstChange, Math.min(position, size));
    position = end;
    size = Math.max(size, end);
    isChanged = true;
    time = volume.time();
    return length;
  }

  @Override
  public long seek(long offset, int whence) {
    long from = whence == 1 ? position : whence == 2 ? size : 0;
    long target = from + offset;
    if (target < 0 || target > LARGEST) {
      throw new HostException(HostException.EINVAL);
    }
    position = (int) target;
    return target;
  }

  @Override
  public void truncate(long length) {
    throw new HostException(HostException.EINVAL);
  }

  // ---- storing ----

  @Override
  public void flush() {
    if (!writes || !isChanged) {
      return;
    }
    LfsStorage storage = volume.storage;
    storage.begin();
    load();
    LfsEntry changed = entry.renamed(entry.name);
    LfsVolume.setTime(changed, time);
    int[] blocks = {};
    if (size <= storage.format.inlineLimit()) {
      changed.inline = new byte[size];
      System.arraycopy(content, 0, changed.inline, 0, size);
    } else {
      changed.inline = null;
      changed.size = size;
      if (size > 0) {
        int from = chain.length == 0 ? 0 : Math.min(storage.indexOf(firstChange), chain.length);
        boolean isSame = firstChange >= size && chain.length > 0 && entry.size == size;
        blocks = isSame ? chain : storage.writeChain(content, size, chain, from);
      }
      changed.head = size == 0 ? LfsPair.NONE : blocks[blocks.length - 1];
    }
    volume.store(folder, changed);
    entry = changed;
    chain = blocks;
    firstChange = size;
    isChanged = false;
  }

  @Override
  public boolean hasNumber() {
    return false;
  }

  @Override
  public void close() {
    flush();
  }
}
