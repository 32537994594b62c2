package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.ArrayItems;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;

/**
 * Descriptors of {@code uctypes}: what they mean and how large it is. A scalar is an int, its type
 * in the highest four of 31 bits, its offset in the others; a bit field has 17 bits of offset, 5 of
 * position and 5 of length. An aggregate is a tuple that starts with an int of two bits for the
 * kind and the offset:
 *
 * <pre>
 * (offset, descriptor)                     structure
 * (PTR | offset, scalar type or descriptor)
 * (ARRAY | offset, scalar type | count)
 * (ARRAY | offset, count, descriptor)
 * </pre>
 *
 * A structure's descriptor is a dict from names to these.
 */
final class StructLayout {
  static final int LITTLE_ENDIAN = 0;
  static final int BIG_ENDIAN = 1;
  static final int NATIVE = 2;

  // Types of scalars; bit 0 says "signed" up to the bit fields.
  static final int UINT8 = 0;
  static final int INT8 = 1;
  static final int UINT16 = 2;
  static final int INT16 = 3;
  static final int UINT32 = 4;
  static final int INT32 = 5;
  static final int UINT64 = 6;
  static final int INT64 = 7;
  static final int BFUINT8 = 8;
  static final int BFINT8 = 9;
  static final int BFUINT16 = 10;
  static final int BFINT16 = 11;
  static final int BFUINT32 = 12;
  static final int BFINT32 = 13;
  static final int FLOAT32 = 14;
  static final int FLOAT64 = 15;

  // Kinds of aggregates.
  static final int STRUCT = 0;
  static final int PTR = 1;
  static final int ARRAY = 2;

  static final int BIT_POSITION = 17;
  static final int BIT_LENGTH = 22;
  static final int POINTER_SIZE = 8;

  /** In Pycopy: an offset that stands for that of the field before. */
  static final int PREVIOUS_OFFSET = (1 << BIT_POSITION) - 1;

  private static final int TYPE_BITS = 4;
  private static final int KIND_BITS = 2;
  private static final int BITS = 31;

  /** Item codes of the scalar types; bit fields have that of the int they lie in. */
  private static final String TYPECODES = "BbHhIiQqBBHHIIfd";

  private final PyContext ctx;
  private final int order;

  /** Size of the largest scalar met so far; native structures are padded to it. */
  private long alignment = 1;

  StructLayout(PyContext ctx, int order) {
    this.ctx = ctx;
    this.order = order;
  }

  static PyException syntaxError(PyContext ctx) {
    return Errors.typeError(ctx, "syntax error in uctypes descriptor");
  }

  // ---- parts of the ints ----

  /** The constant that Python code combines with an offset. */
  static PyInt scalarConstant(int type) {
    return PyInt.of(type << (32 - TYPE_BITS) >> 1);
  }

  static PyInt kindConstant(int kind) {
    return PyInt.of(kind << (32 - KIND_BITS) >> 1);
  }

  static int scalarType(int value) {
    return value >> (BITS - TYPE_BITS) & ((1 << TYPE_BITS) - 1);
  }

  /** Offset of a scalar, or number of items of an array of scalars. */
  static int scalarRest(int value) {
    return value & ((1 << (BITS - TYPE_BITS)) - 1);
  }

  static int kind(int value) {
    return value >> (BITS - KIND_BITS) & ((1 << KIND_BITS) - 1);
  }

  static int kindRest(int value) {
    return value & ((1 << (BITS - KIND_BITS)) - 1);
  }

  static boolean isBitField(int type) {
    return type >= BFUINT8 && type <= BFINT32;
  }

  static char typecode(int type) {
    return TYPECODES.charAt(type);
  }

  static int scalarSize(int type) {
    return ArrayItems.size(typecode(type));
  }

  /** An int inside a descriptor. */
  static int number(PyContext ctx, PyObject value) {
    if (value instanceof PyInt number) {
      return number.value;
    }
    throw syntaxError(ctx);
  }

  static int number(PyContext ctx, PyTuple aggregate, int index) {
    if (index >= aggregate.length()) {
      throw syntaxError(ctx);
    }
    return number(ctx, aggregate.get(index));
  }

  // ---- sizes ----

  /** Offset of a field. */
  static int offset(PyContext ctx, PyObject field) {
    if (!(field instanceof PyInt scalar)) {
      return kindRest(number(ctx, (PyTuple) field, 0));
    }
    int rest = scalarRest(scalar.value);
    return isBitField(scalarType(scalar.value)) ? rest & PREVIOUS_OFFSET : rest;
  }

  /** Bytes that a structure or aggregate takes. */
  long size(PyObject descriptor) {
    ctx.enter();
    try {
      if (descriptor instanceof PyDict fields) {
        return structSize(fields);
      }
      if (descriptor instanceof PyTuple aggregate) {
        return aggregateSize(aggregate);
      }
    } finally {
      ctx.leave();
    }
    if (descriptor instanceof PyInt) {
      throw Errors.typeError(ctx, "can't unambiguously get sizeof scalar");
    }
    throw syntaxError(ctx);
  }

  private long structSize(PyDict fields) {
    long size = 0;
    for (int e = fields.nextEntry(0); e >= 0; e = fields.nextEntry(e + 1)) {
      PyObject field = fields.valueAt(e);
      long end;
      if (field instanceof PyInt scalar) {
        end = offset(ctx, scalar) + scalar(scalarType(scalar.value));
      } else if (field instanceof PyTuple aggregate) {
        end = kindRest(number(ctx, aggregate, 0)) + aggregateSize(aggregate);
      } else {
        throw syntaxError(ctx);
      }
      size = Math.max(size, end);
    }
    return order == NATIVE ? (size + alignment - 1) / alignment * alignment : size;
  }

  /** Puts the fields of a structure one behind the other; the size of it. */
  long place(PyDict fields) {
    long end = 0;
    int previous = 0;
    for (int e = fields.nextEntry(0); e >= 0; e = fields.nextEntry(e + 1)) {
      PyObject field = fields.valueAt(e);
      StructLayout part = new StructLayout(ctx, order);
      long size = part.placeField(field);
      long start =
          order == NATIVE ? (end + part.alignment - 1) / part.alignment * part.alignment : end;
      if (field instanceof PyInt scalar) {
        start = (scalar.value & PREVIOUS_OFFSET) == PREVIOUS_OFFSET ? previous : start;
        previous = (int) start;
        fields.put(ctx, fields.keyAt(e), PyInt.of(scalar.value & ~PREVIOUS_OFFSET | (int) start));
      } else {
        PyObject[] items = ((PyTuple) field).items();
        int kind = number(ctx, items[0]) & ~kindRest(-1);
        items[0] = PyInt.of(kind | (int) start);
      }
      end = start + size;
    }
    return structSize(fields);
  }

  /** Size of a field, after placing the fields inside of it. */
  private long placeField(PyObject field) {
    if (field instanceof PyInt scalar) {
      return scalar(scalarType(scalar.value));
    }
    if (!(field instanceof PyTuple aggregate) || aggregate.length() == 0) {
      throw syntaxError(ctx);
    }
    PyObject inner = aggregate.get(aggregate.length() - 1);
    int kind = kind(number(ctx, aggregate, 0));
    if (kind != PTR && inner instanceof PyDict fields) {
      ctx.enter();
      try {
        new StructLayout(ctx, order).place(fields);
      } finally {
        ctx.leave();
      }
    }
    return aggregateSize(aggregate);
  }

  private int scalar(int type) {
    int size = scalarSize(type);
    alignment = Math.max(alignment, size);
    return size;
  }

  private long aggregateSize(PyTuple aggregate) {
    int length = aggregate.length();
    if (length < 2) {
      throw syntaxError(ctx);
    }
    int kind = kind(number(ctx, aggregate, 0));
    if (kind == STRUCT && length == 2) {
      return size(aggregate.get(1));
    }
    if (kind == PTR && length == 2) {
      alignment = Math.max(alignment, POINTER_SIZE);
      return POINTER_SIZE;
    }
    if (kind == ARRAY && length <= 3) {
      int items = number(ctx, aggregate, 1);
      long size = length == 2 ? scalar(scalarType(items)) : size(aggregate.get(2));
      return size * scalarRest(items);
    }
    throw syntaxError(ctx);
  }

  // ---- scalars in memory ----

  static PyObject get(byte[] data, int at, int type, boolean isBigEndian) {
    int size = scalarSize(type);
    if (!isBigEndian) {
      return ArrayItems.get(data, at, typecode(type));
    }
    byte[] reversed = new byte[size];
    for (int i = 0; i < size; i++) {
      reversed[i] = data[at + size - 1 - i];
    }
    return ArrayItems.get(reversed, 0, typecode(type));
  }

  static void put(
      PyContext ctx, byte[] data, int at, int type, boolean isBigEndian, PyObject value) {
    int size = scalarSize(type);
    byte[] bytes = new byte[size];
    ArrayItems.put(ctx, bytes, 0, typecode(type), value);
    for (int i = 0; i < size; i++) {
      data[at + i] = bytes[isBigEndian ? size - 1 - i : i];
    }
  }

  /** A bit field's value; {@code field} is its descriptor. */
  static PyObject getBits(PyContext ctx, byte[] data, int at, int field, boolean isBigEndian) {
    long word = Args.toLong(ctx, get(data, at, scalarType(field), isBigEndian));
    return PyInt.of(word >> bitPosition(field) & bitMask(field));
  }

  static void putBits(
      PyContext ctx, byte[] data, int at, int field, boolean isBigEndian, PyObject value) {
    int type = scalarType(field);
    long word = Args.toLong(ctx, get(data, at, type, isBigEndian));
    long mask = bitMask(field) << bitPosition(field);
    long bits = Args.toLong(ctx, value) << bitPosition(field);
    put(ctx, data, at, type, isBigEndian, PyInt.of(word & ~mask | bits & mask));
  }

  private static int bitPosition(int field) {
    return field >> BIT_POSITION & 31;
  }

  private static long bitMask(int field) {
    return (1L << (field >> BIT_LENGTH & 31)) - 1;
  }
}
