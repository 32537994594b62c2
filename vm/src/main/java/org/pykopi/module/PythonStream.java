package org.pykopi.module;

import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.Memory;
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
  /** Pycopy's streams say "first read" by the error 1234 and "first write" by 1235. */
  private static final int BASE_OF_WANTS = -1232;

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
    if (count == -HostException.EAGAIN) {
      return WOULD_BLOCK;
    }
    int other = method == WRITE ? WANTS_READ : WANTS_WRITE;
    if (ctx.profile.isPycopy() && count == other + BASE_OF_WANTS) {
      return other;
    }
    if (count < 0) {
      throw Errors.osError(ctx, -count);
    }
    if (count > length) {
      throw Errors.osError(ctx, HostException.EIO);
    }
    return count;
  }

  /**
   * The class gets the address of {@code offset (8) whence (4)}, little-endian, and puts the new
   * position in place of the offset.
   */
  @Override
  public long seek(PyContext ctx, long offset, int whence) {
    byte[] request = new byte[16];
    for (int i = 0; i < 8; i++) {
      request[i] = (byte) (offset >> 8 * i);
    }
    request[8] = (byte) whence;
    BufferView view = new BufferView(request, 0, request.length, 'B', false);
    call(ctx, IOCTL_SEEK, PyInt.of(Memory.of(ctx).addressOf(view)));
    long position = 0;
    for (int i = 7; i >= 0; i--) {
      position = position << 8 | request[i] & 0xff;
    }
    return position;
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
    return call(ctx, request, PyInt.of(argument));
  }

  private int call(PyContext ctx, int request, PyObject argument) {
    PyObject result = Attributes.callMethod(ctx, object, IOCTL, PyInt.of(request), argument);
    int value = Args.toInt(ctx, result);
    if (value < 0) {
      throw Errors.osError(ctx, -value);
    }
    return value;
  }
}
