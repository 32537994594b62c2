package org.pykopi.web.host;

import org.pykopi.host.MemoryFileSystem;
import org.pykopi.util.Utf8;

/** Tells the JavaScript side which files changed, so that it can store them. */
final class ChangeReporter implements MemoryFileSystem.Listener {
  private final Bridge bridge;

  ChangeReporter(Bridge bridge) {
    this.bridge = bridge;
  }

  @Override
  public void changed(String path) {
    bridge.fileChanged(put(path));
  }

  @Override
  public void removed(String path) {
    bridge.fileRemoved(put(path));
  }

  private int put(String path) {
    byte[] bytes = Utf8.encode(path);
    int length = Math.min(bytes.length, Bridge.EXCHANGE_SIZE);
    bridge.put(0, bytes, 0, length);
    return length;
  }
}
