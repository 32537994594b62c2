package org.pykopi.disk;

import org.pykopi.host.HostException;

/**
 * The sectors of a FAT volume, seen through a window of one sector. What the device says of an
 * error becomes EIO.
 */
final class Sectors {
  private static final long NONE = -1;

  final BlockDevice device;

  /** Bytes of a sector. */
  final int size;

  /** The sector that was loaded last; after changing it, call {@link #change}. */
  final byte[] window;

  private long current = NONE;
  private boolean isChanged;

  Sectors(BlockDevice device) {
    this.device = device;
    size = device.blockSize();
    window = new byte[size];
  }

  /** Brings a sector into the window. */
  byte[] load(long sector) {
    if (sector != current) {
      store();
      current = NONE;
      try {
        device.read(sector, window);
      } catch (HostException e) {
        throw new HostException(HostException.EIO);
      }
      current = sector;
    }
    return window;
  }

  /** A window full of zeros that will become a sector, whatever that has now. */
  byte[] begin(long sector) {
    store();
    current = sector;
    for (int i = 0; i < size; i++) {
      window[i] = 0;
    }
    isChanged = true;
    return window;
  }

  /** The window was changed. */
  void change() {
    isChanged = true;
  }

  /** The device was written by others. */
  void forget() {
    current = NONE;
    isChanged = false;
  }

  /** Writes the window back if it was changed. */
  void store() {
    if (!isChanged) {
      return;
    }
    try {
      device.write(current, window);
    } catch (HostException e) {
      throw e.errno == FatVolume.EROFS ? e : new HostException(HostException.EIO);
    }
    isChanged = false;
  }
}
