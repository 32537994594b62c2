package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Memory;
import org.pykopi.object.Op;
import org.pykopi.object.PyByteArray;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code uctypes.struct}: memory at an address seen through a descriptor. Fields that are scalars
 * are read and written in place; structures, pointers and arrays inside give another such object,
 * arrays of UINT8 a bytearray that shares the memory.
 */
final class PyStruct extends PyObject {
  static final PyType TYPE = new TypeTable("struct").constructor(PyStruct::make).build();

  private final PyContext ctx;
  private final long address;
  private final int order;
  final PyObject descriptor;

  /**
   * Where the address lies; held here so that the memory lives as long as this object. May be null.
   */
  private final Memory.Region region;

  private PyStruct(PyContext ctx, long address, PyObject descriptor, int order) {
    this.ctx = ctx;
    this.address = address;
    this.descriptor = descriptor;
    this.order = order;
    this.region = Memory.of(ctx).find(address);
  }

  /** struct(address, descriptor, order=NATIVE) */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 2, 3);
    long address = Args.toLong(ctx, args[at]);
    int order = nargs == 3 ? Args.toInt(ctx, args[at + 2]) : StructLayout.NATIVE;
    return new PyStruct(ctx, address, args[at + 1], order);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<struct ").append(kindName()).append(' ');
    out.append(Long.toHexString(address)).append('>');
  }

  private String kindName() {
    if (descriptor instanceof PyDict) {
      return "STRUCT";
    }
    if (!(descriptor instanceof PyTuple)) {
      return "ERROR";
    }
    int kind = kind();
    return kind == StructLayout.PTR ? "PTR" : kind == StructLayout.ARRAY ? "ARRAY" : "unk";
  }

  /** Kind of an aggregate's descriptor, -1 for a structure's or none. */
  private int kind() {
    return descriptor instanceof PyTuple tuple && tuple.length() > 0
        ? StructLayout.kind(StructLayout.number(ctx, tuple, 0))
        : -1;
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.unhashable(ctx, this);
  }

  long size() {
    return new StructLayout(ctx, order).size(descriptor);
  }

  @Override
  public BufferView buffer() {
    if (ctx.profile.isPycopy() && kind() == StructLayout.PTR) {
      return Memory.of(ctx).at(null, pointer(), 1);
    }
    return memory(0, size());
  }

  private BufferView memory(long offset, long size) {
    return Memory.of(ctx).at(region, address + offset, size);
  }

  private PyStruct part(long offset, PyObject descriptor) {
    return new PyStruct(ctx, address + offset, descriptor, order);
  }

  private boolean isBigEndian() {
    return order == StructLayout.BIG_ENDIAN;
  }

  /** {@code int(pointer)}: the address it points to. */
  @Override
  public PyObject unary(PyContext ctx, int op) {
    return op == Op.INT && kind() == StructLayout.PTR ? PyInt.of(pointer()) : null;
  }

  private long pointer() {
    BufferView view = memory(0, StructLayout.POINTER_SIZE);
    return Args.toLong(
        ctx, StructLayout.get(view.data(), view.offset(), StructLayout.INT64, false));
  }

  // ---- fields ----

  /** The address of a field. */
  long addressOf(PyObject name) {
    PyObject field = field(name);
    return address + StructLayout.offset(ctx, field);
  }

  private PyObject field(PyObject name) {
    if (!(descriptor instanceof PyDict fields)) {
      throw Errors.typeError(ctx, "struct: no fields");
    }
    PyObject field = fields.get(ctx, name);
    if (field == null) {
      throw Errors.keyError(ctx, name);
    }
    if (!(field instanceof PyInt) && !(field instanceof PyTuple)) {
      throw StructLayout.syntaxError(ctx);
    }
    return field;
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    PyObject field = field(name);
    if (field instanceof PyInt scalar) {
      return scalar(scalar.value, null);
    }
    PyTuple aggregate = (PyTuple) field;
    int code = StructLayout.number(ctx, aggregate, 0);
    int kind = StructLayout.kind(code);
    long offset = StructLayout.kindRest(code);
    if (kind == StructLayout.STRUCT && aggregate.length() > 1) {
      return part(offset, aggregate.get(1));
    }
    if (kind == StructLayout.ARRAY && aggregate.length() == 2) {
      int items = StructLayout.number(ctx, aggregate, 1);
      if (StructLayout.scalarType(items) == StructLayout.UINT8) {
        return PyByteArray.sharing(memory(offset, StructLayout.scalarRest(items)));
      }
    }
    return part(offset, aggregate);
  }

  /**
   * Setting an aggregate, but for a pointer in Pycopy, is an error; deleting any field does
   * nothing, as in the reference.
   */
  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    PyObject field = field(name);
    if (value == null) {
      return true;
    }
    if (field instanceof PyInt scalar) {
      scalar(scalar.value, value);
      return true;
    }
    if (!ctx.profile.isPycopy()) {
      throw StructLayout.syntaxError(ctx);
    }
    int code = StructLayout.number(ctx, (PyTuple) field, 0);
    if (StructLayout.kind(code) != StructLayout.PTR) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    PyObject target = value instanceof PyStruct other ? PyInt.of(other.pointer()) : value;
    item(address + StructLayout.kindRest(code), StructLayout.UINT64, target);
    return true;
  }

  /** Reads the field with that descriptor, or writes it if {@code value} is not null. */
  private PyObject scalar(int code, PyObject value) {
    int type = StructLayout.scalarType(code);
    int rest = StructLayout.scalarRest(code);
    boolean hasBits = StructLayout.isBitField(type);
    int offset = hasBits ? rest & ((1 << StructLayout.BIT_POSITION) - 1) : rest;
    if (!hasBits) {
      return item(address + offset, type, value);
    }
    BufferView view = memory(offset, StructLayout.scalarSize(type));
    if (value == null) {
      return StructLayout.getBits(ctx, view.data(), view.offset(), code, isBigEndian());
    }
    StructLayout.putBits(ctx, view.data(), view.offset(), code, isBigEndian(), value);
    return value;
  }

  /** Reads the scalar at an address, or writes it if {@code value} is not null. */
  private PyObject item(long place, int type, PyObject value) {
    BufferView view = Memory.of(ctx).at(region, place, StructLayout.scalarSize(type));
    if (value == null) {
      return StructLayout.get(view.data(), view.offset(), type, isBigEndian());
    }
    StructLayout.put(ctx, view.data(), view.offset(), type, isBigEndian(), value);
    return value;
  }

  // ---- items of arrays, and of what pointers point to ----

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    return item(Args.toInt(ctx, index), null);
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    if (item(Args.toInt(ctx, index), value) == null) {
      super.setItem(ctx, index, value);
    }
  }

  /** Null when {@code value} cannot be stored because items are aggregates. */
  private PyObject item(int index, PyObject value) {
    int kind = kind();
    if (kind < 0 || !(descriptor instanceof PyTuple tuple) || tuple.length() < 2) {
      throw Errors.typeError(ctx, "struct: can't index");
    }
    if (kind == StructLayout.PTR) {
      PyObject target = tuple.get(1);
      return target instanceof PyInt scalar
          ? scalarItem(pointer(), StructLayout.scalarType(scalar.value), index, value)
          : aggregateItem(pointer(), target, index, value);
    }
    if (kind != StructLayout.ARRAY) {
      throw Errors.typeError(ctx, "struct: can't index");
    }
    int items = StructLayout.number(ctx, tuple, 1);
    if (index >= StructLayout.scalarRest(items)) {
      throw Errors.of(ctx, ExceptionTypes.INDEX_ERROR, "struct: index out of range");
    }
    return tuple.length() == 2
        ? scalarItem(address, StructLayout.scalarType(items), index, value)
        : aggregateItem(address, tuple.get(2), index, value);
  }

  private PyObject scalarItem(long base, int type, int index, PyObject value) {
    return item(base + (long) index * StructLayout.scalarSize(type), type, value);
  }

  private PyObject aggregateItem(long base, PyObject items, int index, PyObject value) {
    if (value != null) {
      return null;
    }
    long size = new StructLayout(ctx, order).size(items);
    return new PyStruct(ctx, base + index * size, items, order);
  }
}
