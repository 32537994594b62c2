package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.ArrayItems;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Memory;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.util.HalfFloat;

/**
 * {@code struct}: values to and from packed bytes. Native order is that of a 64-bit little-endian
 * machine. As in the reference, too few values leave zeros, too many are ignored, and ints are cut
 * to their size.
 */
public final class StructModule {
  private StructModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("struct")
        .fn1("calcsize", StructModule::calcsize)
        .fn("pack", 1, -1, StructModule::pack)
        .fn("pack_into", 3, -1, StructModule::pack_into)
        .fn("unpack", 2, 3, StructModule::unpack_from)
        .fn("unpack_from", 2, 3, StructModule::unpack_from)
        .build();
  }

  /** Walks through a format: {@link #next} moves to the next item kind and sets the fields. */
  private static final class Format {
    private final String text;
    private int at;
    final boolean isNative;
    final boolean isBigEndian;

    /** The type code, with l and L as i and I where they are 4 bytes. */
    char typecode;

    /** The number before the type code; 1 without one. */
    long count;

    /** Bytes of one item. */
    int size;

    Format(String text) {
      this.text = text;
      char first = text.isEmpty() ? '@' : text.charAt(0);
      boolean hasOrder = "@=<>!".indexOf(first) >= 0;
      isNative = !hasOrder || first == '@';
      isBigEndian = first == '>' || first == '!';
      at = hasOrder && !text.isEmpty() ? 1 : 0;
    }

    boolean next(PyContext ctx) {
      if (at >= text.length()) {
        return false;
      }
      count = 1;
      if (isDigit()) {
        count = 0;
        while (isDigit()) {
          count = Math.min(Integer.MAX_VALUE, count * 10 + text.charAt(at) - '0');
          at++;
        }
      }
      typecode = at < text.length() ? text.charAt(at++) : 0;
      if (!isNative && (typecode == 'l' || typecode == 'L')) {
        typecode = typecode == 'l' ? 'i' : 'I';
      }
      size = sizeOf(typecode);
      if (size == 0) {
        throw Errors.valueError(ctx, "bad typecode");
      }
      return true;
    }

    private boolean isDigit() {
      return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
    }

    private static int sizeOf(char typecode) {
      switch (typecode) {
        case 'x':
        case 's':
          return 1;
        case 'e':
          return 2;
        case 'O':
        case 'P':
        case 'S':
          return 8;
        default:
          return ArrayItems.size(typecode);
      }
    }

    /** The offset of the next item when {@code offset} bytes lie before it. */
    long align(long offset) {
      return isNative && typecode != 's' && typecode != 'x' ? (offset + size - 1) & -size : offset;
    }

    /** The offset behind all items of this kind. */
    long end(long offset) {
      return count == 0 ? offset : align(offset) + count * size;
    }
  }

  private static long totalSize(PyContext ctx, String format) {
    Format f = new Format(format);
    long size = 0;
    while (f.next(ctx)) {
      size = f.end(size);
    }
    return size;
  }

  private static PyException tooSmall(PyContext ctx) {
    return Errors.valueError(ctx, "buffer too small");
  }

  private static String format(PyContext ctx, PyObject argument) {
    BufferView view = argument.buffer();
    return argument instanceof PyBytes && view != null
        ? Streams.decode(ctx, view.data(), view.offset(), view.length()).value()
        : Args.toText(ctx, argument);
  }

  /** calcsize(format) -> int: the number of bytes that a format needs. */
  private static PyObject calcsize(PyContext ctx, PyObject format) {
    return PyInt.of(totalSize(ctx, format(ctx, format)));
  }

  /** pack(format, *values) -> bytes: the values as bytes. */
  private static PyObject pack(PyContext ctx, PyObject[] args, int at, int nargs) {
    String format = format(ctx, args[at]);
    byte[] data = new byte[ctx.checkSize(totalSize(ctx, format), 1)];
    packValues(ctx, format, data, 0, args, at + 1, nargs - 1);
    return PyBytes.of(data);
  }

  /** pack_into(format, buffer, offset, *values): writes the values into a buffer. */
  private static PyObject pack_into(PyContext ctx, PyObject[] args, int at, int nargs) {
    String format = format(ctx, args[at]);
    BufferView view = Args.toWritableBuffer(ctx, args[at + 1]);
    int offset = offset(ctx, args[at + 2], view, totalSize(ctx, format));
    packValues(ctx, format, view.data(), view.offset() + offset, args, at + 3, nargs - 3);
    return PyNone.NONE;
  }

  /** A checked offset into a buffer that has room for {@code size} bytes there. */
  private static int offset(PyContext ctx, PyObject argument, BufferView view, long size) {
    long offset = Args.toLong(ctx, argument);
    if (offset < 0) {
      offset += view.length();
    }
    if (offset < 0 || offset > view.length() || size > view.length() - offset) {
      throw tooSmall(ctx);
    }
    return (int) offset;
  }

  private static void packValues(
      PyContext ctx, String format, byte[] data, int base, PyObject[] args, int at, int count) {
    Format f = new Format(format);
    long offset = 0;
    int next = at;
    int end = at + count;
    while (next < end && f.next(ctx)) {
      if (f.typecode == 's') {
        BufferView source = Args.toBuffer(ctx, args[next++]);
        int length = (int) Math.min(f.count, source.length());
        System.arraycopy(source.data(), source.offset(), data, base + (int) offset, length);
      } else if (f.typecode != 'x') {
        long place = f.align(offset);
        for (long i = 0; i < f.count && next < end; i++) {
          put(ctx, f, data, base + (int) place, args[next++]);
          place += f.size;
        }
      }
      offset = f.end(offset);
    }
  }

  private static void put(PyContext ctx, Format f, byte[] data, int at, PyObject value) {
    if (f.typecode == 'e') {
      int bits = HalfFloat.encode(Args.toDouble(ctx, value));
      data[at] = (byte) bits;
      data[at + 1] = (byte) (bits >> 8);
    } else {
      boolean isObject = f.typecode == 'O';
      PyObject number = isObject ? PyInt.of(Memory.of(ctx).addressOf(value)) : value;
      ArrayItems.put(ctx, data, at, isPointer(f.typecode) ? 'Q' : f.typecode, number);
    }
    if (f.isBigEndian) {
      reverse(data, at, f.size);
    }
  }

  /** P is a number, O stands for an object, S for the text at an address. */
  private static boolean isPointer(char typecode) {
    return typecode == 'O' || typecode == 'P' || typecode == 'S';
  }

  private static void reverse(byte[] data, int at, int size) {
    for (int i = at, j = at + size - 1; i < j; i++, j--) {
      byte b = data[i];
      data[i] = data[j];
      data[j] = b;
    }
  }

  /**
   * unpack_from(format, data, offset=0) -> tuple: the values of bytes; {@code unpack} is the same.
   */
  private static PyObject unpack_from(PyContext ctx, PyObject[] args, int at, int nargs) {
    String format = format(ctx, args[at]);
    BufferView view = Args.toBuffer(ctx, args[at + 1]);
    long size = totalSize(ctx, format);
    int base = nargs > 2 ? offset(ctx, args[at + 2], view, size) : 0;
    if (size > view.length()) {
      throw tooSmall(ctx);
    }
    base += view.offset();
    PyObject[] values = new PyObject[countValues(ctx, format)];
    Format f = new Format(format);
    long offset = 0;
    int next = 0;
    while (f.next(ctx)) {
      if (f.typecode == 's') {
        values[next++] = PyBytes.copyOf(view.data(), base + (int) offset, (int) f.count);
      } else if (f.typecode != 'x') {
        long place = f.align(offset);
        for (long i = 0; i < f.count; i++) {
          values[next++] = get(ctx, f, view.data(), base + (int) place);
          place += f.size;
        }
      }
      offset = f.end(offset);
    }
    return PyTuple.of(values);
  }

  // ---- one value ----

  /** Bytes of a format that stands for one value; ValueError for any other. */
  static int sizeOfOne(PyContext ctx, PyObject argument) {
    String format = format(ctx, argument);
    if (format.indexOf('x') >= 0) {
      throw Errors.valueError(ctx, "bad typecode");
    }
    if (countValues(ctx, format) != 1) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    return ctx.checkSize(totalSize(ctx, format), 1);
  }

  /** The value in an array that has its size. */
  static PyObject unpackOne(PyContext ctx, PyObject format, byte[] data) {
    return unpack_from(ctx, new PyObject[] {format, PyBytes.of(data)}, 0, 2)
        .getItem(ctx, PyInt.of(0));
  }

  static byte[] packOne(PyContext ctx, PyObject format, PyObject value) {
    byte[] data = new byte[sizeOfOne(ctx, format)];
    packValues(ctx, format(ctx, format), data, 0, new PyObject[] {value}, 0, 1);
    return data;
  }

  private static int countValues(PyContext ctx, String format) {
    Format f = new Format(format);
    long count = 0;
    while (f.next(ctx)) {
      count += f.typecode == 's' ? 1 : f.typecode == 'x' ? 0 : f.count;
    }
    return (int) count;
  }

  private static PyObject get(PyContext ctx, Format f, byte[] data, int at) {
    byte[] source = data;
    int from = at;
    if (f.isBigEndian) {
      source = new byte[f.size];
      System.arraycopy(data, at, source, 0, f.size);
      reverse(source, 0, f.size);
      from = 0;
    }
    if (f.typecode == 'e') {
      int bits = (source[from] & 0xff) | (source[from + 1] & 0xff) << 8;
      return new PyFloat(HalfFloat.decode(bits));
    }
    if (!isPointer(f.typecode)) {
      return ArrayItems.get(source, from, f.typecode);
    }
    if (f.typecode == 'P') {
      return ArrayItems.get(source, from, 'Q');
    }
    long address = Args.toLong(ctx, ArrayItems.get(source, from, 'q'));
    if (f.typecode == 'O') {
      return Memory.of(ctx).objectAt(address);
    }
    byte[] text = Memory.of(ctx).textAt(address);
    return Streams.decode(ctx, text, 0, text.length);
  }
}
