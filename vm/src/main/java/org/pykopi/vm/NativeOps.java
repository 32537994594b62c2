package org.pykopi.vm;

import java.math.BigInteger;
import org.pykopi.bytecode.NativeConversion;
import org.pykopi.bytecode.Opcode;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.Memory;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyLong;
import org.pykopi.object.PyObject;

/**
 * The NATIVE_ opcodes: machine words of 64 bits and the bytes they point to, for viper functions. A
 * word is an int object on the stack, so that everything else treats it as one.
 */
final class NativeOps {
  private static final int WORD_BITS = 64;
  private static final BigInteger WORD_RANGE = BigInteger.ONE.shiftLeft(WORD_BITS);

  private final PyContext ctx;

  /** Where the latest access was, to look there first. */
  private Memory.Region latest;

  NativeOps(PyContext ctx) {
    this.ctx = ctx;
  }

  /** Runs one instruction; the change of the stack's height. */
  int execute(PyObject[] stack, int sp, int op, int operand) {
    switch (op) {
      case Opcode.NATIVE_CONVERT:
        {
          int place = sp - operand / NativeConversion.DEPTH;
          stack[place] = convert(operand % NativeConversion.DEPTH, stack[place]);
          return 0;
        }
      case Opcode.NATIVE_CAST:
        stack[sp - 1] = convert(operand, stack[sp]);
        return -1;
      case Opcode.NATIVE_BINARY:
        {
          long result = binary(operand >> 1, word(stack[sp - 1]), word(stack[sp]), operand & 1);
          stack[sp - 1] = (operand & 1) == 0 ? PyInt.of(result) : unsigned(result);
          return -1;
        }
      case Opcode.NATIVE_LOAD:
        stack[sp - 1] = load(word(stack[sp - 1]) + word(stack[sp]) * operand, operand);
        return -1;
      default:
        store(word(stack[sp - 1]) + word(stack[sp]) * operand, operand, word(stack[sp - 2]));
        return -3;
    }
  }

  // ---- conversions ----

  private PyObject convert(int conversion, PyObject value) {
    switch (conversion) {
      case NativeConversion.OBJECT_TO_BOOL:
        return PyBool.of(value.isTrue(ctx));
      case NativeConversion.OBJECT_TO_INT:
        return PyInt.of(word(Args.toIntObject(ctx, value)));
      case NativeConversion.OBJECT_TO_UINT:
        return unsigned(word(Args.toIntObject(ctx, value)));
      case NativeConversion.OBJECT_TO_POINTER:
        {
          BufferView view = value.buffer();
          return view == null
              ? unsigned(word(Args.toIntObject(ctx, value)))
              : PyInt.of(Memory.of(ctx).addressOf(view));
        }
      case NativeConversion.TO_INT:
        return PyInt.of(word(value));
      case NativeConversion.TO_UINT:
        return unsigned(word(value));
      case NativeConversion.TO_BOOL:
        return PyBool.of(word(value) != 0);
      default:
        return value;
    }
  }

  /** The lowest 64 bits of an int or bool; 0 for None. */
  private static long word(PyObject value) {
    if (value instanceof PyInt i) {
      return i.value;
    }
    if (value instanceof PyLong n) {
      return n.longValue();
    }
    return value == PyBool.TRUE ? 1 : 0;
  }

  private static PyObject unsigned(long word) {
    return word >= 0 ? PyInt.of(word) : PyLong.of(BigInteger.valueOf(word).add(WORD_RANGE));
  }

  // ---- operators ----

  private long binary(int operator, long x, long y, int isUnsigned) {
    switch (operator) {
      case Opcode.OR:
        return x | y;
      case Opcode.XOR:
        return x ^ y;
      case Opcode.AND:
        return x & y;
      case Opcode.LSHIFT:
        return x << y;
      case Opcode.RSHIFT:
        return isUnsigned == 0 ? x >> y : x >>> y;
      case Opcode.ADD:
        return x + y;
      case Opcode.SUBTRACT:
        return x - y;
      case Opcode.MULTIPLY:
        return x * y;
      default:
        if (y == 0) {
          throw Errors.zeroDivision(ctx);
        }
        return operator == Opcode.MODULO ? Math.floorMod(x, y) : floorDivide(x, y);
    }
  }

  /** Wraps in between when the quotient is huge, as on a board. */
  private static long floorDivide(long x, long y) {
    if (x >= 0) {
      return (y < 0 ? x - y - 1 : x) / y;
    }
    return (y >= 0 ? x - y + 1 : x) / y;
  }

  // ---- memory, little-endian ----

  private int locate(long address, int size) {
    if (latest == null || !latest.contains(address, size)) {
      Memory memory = Memory.of(ctx);
      memory.at(null, address, size);
      latest = memory.find(address);
    }
    return (int) (address - latest.base());
  }

  private PyObject load(long address, int size) {
    int at = locate(address, size);
    byte[] data = latest.data();
    long value = 0;
    for (int i = size - 1; i >= 0; i--) {
      value = value << 8 | data[at + i] & 0xff;
    }
    return PyInt.of(value);
  }

  private void store(long address, int size, long value) {
    int at = locate(address, size);
    byte[] data = latest.data();
    long rest = value;
    for (int i = 0; i < size; i++) {
      data[at + i] = (byte) rest;
      rest >>= 8;
    }
  }
}
