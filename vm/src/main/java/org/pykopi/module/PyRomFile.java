package org.pykopi.module;

import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.BufferView;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyType;

/**
 * An open file of a ROM file system. As its bytes lie in memory, a binary one has the buffer
 * protocol.
 */
final class PyRomFile extends PyStream {
  private final PyType type;
  private final FileSystem.OpenFile file;
  private final BufferView view;

  /** {@code type} is one of {@link PyFile}; {@code view} shows all bytes of the file. */
  PyRomFile(PyType type, FileSystem.OpenFile file, BufferView view) {
    this.type = type;
    this.file = file;
    this.view = view;
  }

  @Override
  public PyType type() {
    return type;
  }

  @Override
  public boolean isText() {
    return type == PyFile.TEXT;
  }

  @Override
  public BufferView buffer() {
    return isText() ? null : view;
  }

  @Override
  public int read(PyContext ctx, byte[] target, int offset, int length) {
    return file.read(target, offset, length);
  }

  @Override
  public long seek(PyContext ctx, long offset, int whence) {
    try {
      return file.seek(offset, whence);
    } catch (HostException e) {
      throw Streams.hostError(ctx, e);
    }
  }
}
