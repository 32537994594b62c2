package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.PyByteArray;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;

/**
 * An instance of a Python class derived from {@code io.IOBase}, seen as a stream. The class
 * provides {@code readinto(buffer)}, {@code write(buffer)} and {@code ioctl(request, argument)};
 * each returns a number, a negative error number, or None for "would block".
 */
final class PythonStream implements Stream {
  private static final PyStr READINTO = PyStr.intern("readinto");
  private static final PyStr WRITE = PyStr.intern("write");
  private static final PyStr IOCTL = PyStr.intern("ioctl");

  private final PyObject object;

  PythonStream(PyObject object) {
    this.object = object;
  }

  @Override
  public boolean isText() {
    return false;
  }

  @Override
  public int read(PyContext ctx, byte[] target, int offset, int length) {
    PyByteArray buffer = new PyByteArray(new byte[length]);
    int count = transfer(ctx, READINTO, buffer, length);
    if (count > 0) {
      System.arraycopy(buffer.buffer().data(), buffer.buffer().offset(), target, offset, count);
    }
    return count;
  }

  @Override
  public int write(PyContext ctx, byte[] source, int offset, int length) {
    byte[] copy = new byte[length];
    System.arraycopy(source, offset, copy, 0, length);
    return transfer(ctx, WRITE, new PyByteArray(copy), length);
  }

  private int transfer(PyContext ctx, PyStr method, PyByteArray buffer, int length) {
    PyObject result = Attributes.callMethod(ctx, object, method, buffer);
    if (result == PyNone.NONE) {
      return WOULD_BLOCK;
    }
    int count = Args.toInt(ctx, result);
    if (count < 0) {
      throw Errors.osError(ctx, -count);
    }
    if (count > length) {
      throw Errors.osError(ctx, HostException.EIO);
    }
    return count;
  }

  @Override
  public long seek(PyContext ctx, long offset, int whence) {
    throw Errors.osError(ctx, HostException.EINVAL);
  }

  @Override
  public void flush(PyContext ctx) {
    ioctl(ctx, IOCTL_FLUSH, 0);
  }

  @Override
  public void close(PyContext ctx) {
    ioctl(ctx, IOCTL_CLOSE, 0);
  }

  @Override
  public int ioctl(PyContext ctx, int request, int argument) {
    PyObject result =
        Attributes.callMethod(ctx, object, IOCTL, PyInt.of(request), PyInt.of(argument));
    int value = Args.toInt(ctx, result);
    if (value < 0) {
      throw Errors.osError(ctx, -value);
    }
    return value;
  }
}
