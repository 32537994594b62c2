package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Memory;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyByteArray;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyOrderedDict;

/**
 * {@code uctypes}: structures in memory, and memory by address. Native is a 64-bit little-endian
 * machine.
 */
public final class UctypesModule {
  private UctypesModule() {}

  public static PyModule create(PyContext ctx) {
    ModuleTable table =
        new ModuleTable("uctypes")
            .constant("struct", PyStruct.TYPE)
            .fn("sizeof", 1, 2, UctypesModule::sizeof)
            .fn("addressof", 1, ctx.profile.isPycopy() ? 2 : 1, UctypesModule::addressof)
            .fn("bytes_at", ctx.profile.isPycopy() ? 1 : 2, 2, UctypesModule::bytes_at)
            .fn2("bytearray_at", UctypesModule::bytearray_at)
            .constant("NATIVE", PyInt.of(StructLayout.NATIVE))
            .constant("LITTLE_ENDIAN", PyInt.of(StructLayout.LITTLE_ENDIAN))
            .constant("BIG_ENDIAN", PyInt.of(StructLayout.BIG_ENDIAN))
            .constant("BF_POS", PyInt.of(StructLayout.BIT_POSITION))
            .constant("BF_LEN", PyInt.of(StructLayout.BIT_LENGTH))
            .constant("PTR", StructLayout.kindConstant(StructLayout.PTR))
            .constant("ARRAY", StructLayout.kindConstant(StructLayout.ARRAY))
            .when(ctx.profile.isPycopy())
            .fn("calc_offsets", 1, 2, UctypesModule::calc_offsets)
            .constant("PREV_OFFSET", PyInt.of(StructLayout.PREVIOUS_OFFSET))
            .always();
    for (ScalarName name : ScalarName.values()) {
      table.constant(name.name(), StructLayout.scalarConstant(name.type));
    }
    return table.build();
  }

  /** Names of the scalar types, those of the C compiler included. */
  private enum ScalarName {
    VOID(StructLayout.UINT8),
    UINT8(StructLayout.UINT8),
    INT8(StructLayout.INT8),
    UINT16(StructLayout.UINT16),
    INT16(StructLayout.INT16),
    UINT32(StructLayout.UINT32),
    INT32(StructLayout.INT32),
    UINT64(StructLayout.UINT64),
    INT64(StructLayout.INT64),
    BFUINT8(StructLayout.BFUINT8),
    BFINT8(StructLayout.BFINT8),
    BFUINT16(StructLayout.BFUINT16),
    BFINT16(StructLayout.BFINT16),
    BFUINT32(StructLayout.BFUINT32),
    BFINT32(StructLayout.BFINT32),
    FLOAT32(StructLayout.FLOAT32),
    FLOAT64(StructLayout.FLOAT64),
    SHORT(StructLayout.INT16),
    USHORT(StructLayout.UINT16),
    INT(StructLayout.INT32),
    UINT(StructLayout.UINT32),
    LONG(StructLayout.INT64),
    ULONG(StructLayout.UINT64),
    LONGLONG(StructLayout.INT64),
    ULONGLONG(StructLayout.UINT64);

    final int type;

    ScalarName(int type) {
      this.type = type;
    }
  }

  /** sizeof(struct or descriptor, order=NATIVE) -> int: bytes that a structure takes. */
  private static PyObject sizeof(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (args[at] instanceof PyByteArray bytes) {
      return PyInt.of(bytes.length(ctx));
    }
    if (args[at] instanceof PyStruct struct) {
      if (nargs != 1) {
        throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
      }
      return PyInt.of(struct.size());
    }
    int order = nargs == 2 ? Args.toInt(ctx, args[at + 1]) : StructLayout.NATIVE;
    return PyInt.of(new StructLayout(ctx, order).size(args[at]));
  }

  /**
   * calc_offsets(descriptor, order=NATIVE) -> int: sets the offsets in the descriptor of a
   * structure, an OrderedDict, so that its fields follow each other; the size. A field with the
   * offset PREV_OFFSET gets that of the field before it.
   */
  private static PyObject calc_offsets(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (!(args[at] instanceof PyOrderedDict fields)) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    int order = nargs == 2 ? Args.toInt(ctx, args[at + 1]) : StructLayout.NATIVE;
    return PyInt.of(new StructLayout(ctx, order).place(fields));
  }

  /**
   * addressof(object[, field]) -> int: the address of an object's bytes, or of a struct's field.
   */
  private static PyObject addressof(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (nargs == 1) {
      return PyInt.of(Memory.of(ctx).addressOf(Args.toBuffer(ctx, args[at])));
    }
    if (!(args[at] instanceof PyStruct struct)) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    return PyInt.of(struct.addressOf(args[at + 1]));
  }

  /** bytes_at(address[, size]) -> bytes: a copy of memory; without a size up to a zero byte. */
  private static PyObject bytes_at(PyContext ctx, PyObject[] args, int at, int nargs) {
    return PyBytes.of(
        nargs == 1
            ? Memory.of(ctx).textAt(Args.toLong(ctx, args[at]))
            : memory(ctx, args[at], args[at + 1]).copy());
  }

  /** bytearray_at(address, size) -> bytearray: memory itself. */
  private static PyObject bytearray_at(PyContext ctx, PyObject address, PyObject size) {
    return PyByteArray.sharing(memory(ctx, address, size));
  }

  private static BufferView memory(PyContext ctx, PyObject address, PyObject size) {
    return Memory.of(ctx).at(null, Args.toLong(ctx, address), Args.toLong(ctx, size));
  }
}
