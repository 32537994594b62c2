package org.pykopi.module;

import org.pykopi.host.Console;
import org.pykopi.host.FileSystem;
import org.pykopi.host.HostException;
import org.pykopi.object.PyContext;

/** Standard input, output or error as an open file. */
final class ConsoleFile implements FileSystem.OpenFile {
  private static final int ESPIPE = 29;

  private final PyContext ctx;
  private final int number;

  ConsoleFile(PyContext ctx, int number) {
    this.ctx = ctx;
    this.number = number;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    Console console = ctx.host.console();
    if (length == 0) {
      return 0;
    }
    console.flush();
    while (true) {
      int count = console.read(target, offset, length);
      if (count != 0) {
        return Math.max(count, 0);
      }
      ctx.poll();
    }
  }

  @Override
  public int write(byte[] source, int offset, int length) {
    if (number == 2) {
      ctx.host.console().writeError(source, offset, length);
    } else {
      ctx.host.console().write(source, offset, length);
    }
    return length;
  }

  @Override
  public long seek(long offset, int whence) {
    throw new HostException(ESPIPE);
  }

  @Override
  public void truncate(long size) {
    throw new HostException(HostException.EINVAL);
  }

  @Override
  public void flush() {
    ctx.host.console().flush();
  }

  @Override
  public void close() {}
}
