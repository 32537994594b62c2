package org.pykopi.object;

import java.math.BigInteger;
import org.pykopi.util.Utf8;

/**
 * Items of arrays and memoryviews by type code: b B (1 byte), h H (2), i I (4), l L q Q (8), f (4),
 * d (8), little-endian. Ints are cut to their size, as C does. O stands for any object, P for an
 * address, S for the text at an address, all as numbers of 8 bytes that {@link Memory} gives.
 */
public final class ArrayItems {
  private static final BigInteger TWO_64 = BigInteger.ONE.shiftLeft(64);

  private ArrayItems() {}

  /** Bytes of one item; 0 when there is no such type code. */
  public static int size(char typecode) {
    switch (typecode) {
      case 'b':
      case 'B':
        return 1;
      case 'h':
      case 'H':
        return 2;
      case 'i':
      case 'I':
      case 'f':
        return 4;
      case 'l':
      case 'L':
      case 'q':
      case 'Q':
      case 'd':
      case 'O':
      case 'P':
      case 'S':
        return 8;
      default:
        return 0;
    }
  }

  /** The item at a byte offset; any type code. */
  static PyObject get(PyContext ctx, byte[] data, int at, char typecode) {
    switch (typecode) {
      case 'O':
        return Memory.of(ctx).objectAt(getLong(data, at));
      case 'S':
        String text = Utf8.decode(Memory.of(ctx).textAt(getLong(data, at)));
        return text == null ? PyStr.EMPTY : PyStr.of(text);
      default:
        return get(data, at, typecode);
    }
  }

  /** The item at a byte offset, which is a number. */
  public static PyObject get(byte[] data, int at, char typecode) {
    switch (typecode) {
      case 'b':
        return PyInt.of(data[at]);
      case 'B':
        return PyInt.of(data[at] & 0xff);
      case 'h':
        return PyInt.of((short) getInt(data, at, 2));
      case 'H':
        return PyInt.of(getInt(data, at, 2));
      case 'i':
        return PyInt.of(getInt(data, at, 4));
      case 'I':
        return PyInt.of(getInt(data, at, 4) & 0xffffffffL);
      case 'f':
        return new PyFloat(Float.intBitsToFloat(getInt(data, at, 4)));
      case 'd':
        return new PyFloat(Double.longBitsToDouble(getLong(data, at)));
      case 'L':
      case 'Q':
        long bits = getLong(data, at);
        return bits >= 0 ? PyInt.of(bits) : PyLong.of(BigInteger.valueOf(bits).add(TWO_64));
      default:
        return PyInt.of(getLong(data, at));
    }
  }

  private static int getInt(byte[] data, int at, int size) {
    int result = 0;
    for (int i = size - 1; i >= 0; i--) {
      result = result << 8 | (data[at + i] & 0xff);
    }
    return result;
  }

  private static long getLong(byte[] data, int at) {
    return (getInt(data, at, 4) & 0xffffffffL) | (long) getInt(data, at + 4, 4) << 32;
  }

  /** Stores an item at a byte offset. */
  public static void put(PyContext ctx, byte[] data, int at, char typecode, PyObject value) {
    int size = size(typecode);
    long bits;
    if (typecode == 'f') {
      bits = Float.floatToRawIntBits((float) Args.toDouble(ctx, value));
    } else if (typecode == 'd') {
      bits = Double.doubleToRawLongBits(Args.toDouble(ctx, value));
    } else if (typecode == 'O') {
      bits = Memory.of(ctx).addressOf(value);
    } else {
      PyObject number = Args.toIntObject(ctx, value);
      bits = number instanceof PyInt i ? i.value : ((PyLong) number).longValue();
    }
    for (int i = 0; i < size; i++) {
      data[at + i] = (byte) (bits >> (8 * i));
    }
  }

  /**
   * Compares the bytes of two buffers in order; null when {@code op} is no comparison or {@code
   * other} no buffer. Items of different layouts, floats, and the order of signed ones are not
   * implemented, as in the reference.
   */
  static PyObject compare(PyContext ctx, int op, BufferView a, PyObject other) {
    BufferView b = op < Op.LESS || op > Op.MORE_EQUAL ? null : bufferOf(other);
    if (b == null) {
      return null;
    }
    char codeA = Character.toLowerCase(a.typecode());
    char codeB = Character.toLowerCase(b.typecode());
    boolean isUnsigned = codeA != a.typecode() || codeB != b.typecode();
    boolean isFloat = codeA == 'f' || codeA == 'd';
    if (codeA != codeB || isFloat || (op != Op.EQUAL && !isUnsigned)) {
      throw Errors.of(ctx, ExceptionTypes.NOT_IMPLEMENTED_ERROR);
    }
    int order = compareBytes(a, b);
    return switch (op) {
      case Op.EQUAL -> PyBool.of(order == 0);
      case Op.LESS -> PyBool.of(order < 0);
      case Op.LESS_EQUAL -> PyBool.of(order <= 0);
      case Op.MORE -> PyBool.of(order > 0);
      default -> PyBool.of(order >= 0);
    };
  }

  private static int compareBytes(BufferView a, BufferView b) {
    int common = Math.min(a.length(), b.length());
    for (int i = 0; i < common; i++) {
      int x = a.data()[a.offset() + i] & 0xff;
      int y = b.data()[b.offset() + i] & 0xff;
      if (x != y) {
        return x - y;
      }
    }
    return a.length() - b.length();
  }

  private static BufferView bufferOf(PyObject value) {
    return value instanceof PyStr || value instanceof PyInstance ? null : value.buffer();
  }
}
