package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.Memory;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** {@code machine.mem8}, {@code mem16} and {@code mem32}: memory by address, little-endian. */
final class PyMachineMemory extends PyObject {
  private static final PyType TYPE = new TypeTable("mem").build();

  private final int size;

  /** Access by {@code size} bytes at once. */
  PyMachineMemory(int size) {
    this.size = size;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append('<').append(8 * size).append("-bit memory>");
  }

  private BufferView at(PyContext ctx, PyObject index) {
    long address = Args.toBigInteger(ctx, index).longValue();
    if ((address & (size - 1)) != 0) {
      String digits = Integer.toHexString((int) address);
      throw Errors.valueError(
          ctx,
          "address "
              + "0".repeat(8 - digits.length())
              + digits
              + " is not aligned to "
              + size
              + " bytes");
    }
    return Memory.of(ctx).at(null, address, size);
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    BufferView view = at(ctx, index);
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | (view.data()[view.offset() + i] & 0xff);
    }
    return PyInt.of(value);
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    BufferView view = at(ctx, index);
    int bits = Args.toBigInteger(ctx, value).intValue();
    for (int i = 0; i < size; i++) {
      view.data()[view.offset() + i] = (byte) (bits >> 8 * i);
    }
  }
}
