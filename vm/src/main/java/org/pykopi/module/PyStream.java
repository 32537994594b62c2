package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;

/**
 * Base of the built-in stream types. What a stream cannot do raises OSError; iterating gives its
 * lines.
 */
abstract class PyStream extends PyObject implements Stream {
  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public int read(PyContext ctx, byte[] target, int offset, int length) {
    throw Streams.notSupported(ctx);
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int length) {
    throw Streams.notSupported(ctx);
  }

  @Override
  public long seek(PyContext ctx, long offset, int whence) {
    throw Errors.osError(ctx, HostException.EINVAL);
  }

  @Override
  public void flush(PyContext ctx) {}

  @Override
  public void close(PyContext ctx) {}

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    switch (request) {
      case IOCTL_FLUSH:
        flush(ctx);
        return 0;
      case IOCTL_CLOSE:
        close(ctx);
        return 0;
      default:
        throw Errors.osError(ctx, HostException.EINVAL);
    }
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return this;
  }

  @Override
  public PyObject next(PyContext ctx) {
    PyObject line = Streams.readLine(ctx, this, -1);
    ctx.stopValue = null;
    return line.isTrue(ctx) ? line : null;
  }
}
