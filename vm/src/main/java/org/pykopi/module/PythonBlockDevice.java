package org.pykopi.module;

import org.pykopi.disk.BlockDevice;
import org.pykopi.host.HostException;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.BufferView;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyMemoryView;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;

/**
 * A block device written in Python: an object with {@code readblocks(block, buffer[, offset])},
 * {@code writeblocks(block, buffer[, offset])} and {@code ioctl(request, argument)}, or {@code
 * sync()} and {@code count()} in the older protocol. Both give None or 0, or a negative error
 * number.
 */
final class PythonBlockDevice implements BlockDevice {
  private static final PyStr READ = PyStr.intern("readblocks");
  private static final PyStr WRITE = PyStr.intern("writeblocks");
  private static final PyStr IOCTL = PyStr.intern("ioctl");
  private static final PyStr SYNC = PyStr.intern("sync");
  private static final PyStr COUNT = PyStr.intern("count");

  private static final int INIT = 1;
  private static final int SYNCHRONIZE = 3;
  private static final int BLOCK_COUNT = 4;
  private static final int BLOCK_SIZE = 5;
  private static final int ERASE = 6;

  private static final int DEFAULT_SIZE = 512;
  private static final int EROFS = 30;

  private final PyContext ctx;
  private final PyObject object;
  private final boolean hasIoctl;
  private final boolean isReadOnly;
  private final int blockSize;

  /** Whether a program asked for no writing. */
  private boolean isProtected;

  PythonBlockDevice(PyContext ctx, PyObject object) {
    this.ctx = ctx;
    this.object = object;
    Attributes.load(ctx, object, READ);
    isReadOnly = Attributes.find(ctx, object, WRITE) == null;
    hasIoctl = Attributes.find(ctx, object, IOCTL) != null;
    if (!hasIoctl) {
      Attributes.load(ctx, object, COUNT);
    }
    ioctl(INIT, 0);
    PyObject size = ioctl(BLOCK_SIZE, 0);
    blockSize = size == PyNone.NONE ? DEFAULT_SIZE : Args.toInt(ctx, size);
    if (blockSize < 64) {
      throw new HostException(HostException.EIO);
    }
  }

  void protect() {
    isProtected = true;
  }

  private PyObject ioctl(int request, long argument) {
    if (hasIoctl) {
      return Attributes.callMethod(ctx, object, IOCTL, PyInt.of(request), PyInt.of(argument));
    }
    if (request == BLOCK_COUNT) {
      return Attributes.callMethod(ctx, object, COUNT);
    }
    if (request == SYNCHRONIZE && Attributes.find(ctx, object, SYNC) != null) {
      Attributes.callMethod(ctx, object, SYNC);
    }
    return PyNone.NONE;
  }

  @Override
  public int blockSize() {
    return blockSize;
  }

  @Override
  public long blockCount() {
    return Args.toLong(ctx, ioctl(BLOCK_COUNT, 0));
  }

  /** Calls a method for {@code data}; {@code offset} -1 for whole blocks. */
  private void call(PyStr method, long block, int offset, byte[] data) {
    PyMemoryView view = new PyMemoryView(new BufferView(data, 0, data.length, 'B', false));
    PyObject result =
        offset < 0
            ? Attributes.callMethod(ctx, object, method, PyInt.of(block), view)
            : Attributes.callMethod(ctx, object, method, PyInt.of(block), view, PyInt.of(offset));
    if (result == PyNone.NONE) {
      return;
    }
    int error = Args.toInt(ctx, result);
    if (error != 0) {
      throw new HostException(error < 0 ? -error : HostException.EINVAL);
    }
  }

  private void checkWritable() {
    if (isReadOnly || isProtected) {
      throw new HostException(EROFS);
    }
  }

  @Override
  public void read(long block, byte[] target) {
    call(READ, block, -1, target);
  }

  @Override
  public void write(long block, byte[] source) {
    checkWritable();
    call(WRITE, block, -1, source);
  }

  @Override
  public void readPart(long block, int offset, byte[] target, int at, int length) {
    byte[] data = new byte[length];
    call(READ, block, offset, data);
    System.arraycopy(data, 0, target, at, length);
  }

  @Override
  public void writePart(long block, int offset, byte[] source, int at, int length) {
    checkWritable();
    byte[] data = new byte[length];
    System.arraycopy(source, at, data, 0, length);
    call(WRITE, block, offset, data);
  }

  @Override
  public void erase(long block) {
    checkWritable();
    int error = Args.toInt(ctx, ioctl(ERASE, block));
    if (error < 0) {
      throw new HostException(-error);
    }
  }

  @Override
  public void sync() {
    ioctl(SYNCHRONIZE, 0);
  }
}
