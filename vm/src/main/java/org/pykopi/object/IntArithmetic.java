package org.pykopi.object;

import java.math.BigInteger;
import org.pykopi.util.BigBits;
import org.pykopi.util.FloatParser;
import org.pykopi.util.RealFunctions;

/**
 * Operators of {@code int} on three levels: Java ints, longs when one operand or the result is
 * larger, and big integers beyond. Each level hands over to the next one before anything overflows.
 * Division rounds down, as Python's does.
 */
final class IntArithmetic {
  /** Largest size of a result; more would keep the processor busy for longer than anybody waits. */
  private static final int MAX_BYTES = 1 << 24;

  private IntArithmetic() {}

  // ---- ints ----

  /** {@code a op b}. */
  static PyObject small(PyContext ctx, int op, int a, int b) {
    switch (op) {
      case Op.LESS:
        return PyBool.of(a < b);
      case Op.MORE:
        return PyBool.of(a > b);
      case Op.EQUAL:
        return PyBool.of(a == b);
      case Op.LESS_EQUAL:
        return PyBool.of(a <= b);
      case Op.MORE_EQUAL:
        return PyBool.of(a >= b);
      case Op.OR:
      case Op.INPLACE_OR:
        return PyInt.of(a | b);
      case Op.XOR:
      case Op.INPLACE_XOR:
        return PyInt.of(a ^ b);
      case Op.AND:
      case Op.INPLACE_AND:
        return PyInt.of(a & b);
      case Op.RSHIFT:
      case Op.INPLACE_RSHIFT:
        checkShift(ctx, b < 0);
        return PyInt.of(a >> Math.min(b, 31));
      case Op.ADD:
      case Op.INPLACE_ADD:
        int sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? PyLong.of((long) a + b) : PyInt.of(sum);
      case Op.SUBTRACT:
      case Op.INPLACE_SUBTRACT:
        int difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? PyLong.of((long) a - b) : PyInt.of(difference);
      case Op.MULTIPLY:
      case Op.INPLACE_MULTIPLY:
        double product = (double) a * b;
        int whole = (int) product;
        return whole == product ? PyInt.of(whole) : PyInt.of((long) a * b);
      default:
        return smallDivision(ctx, op, a, b);
    }
  }

  private static PyObject smallDivision(PyContext ctx, int op, int a, int b) {
    switch (op) {
      case Op.FLOOR_DIVIDE:
      case Op.INPLACE_FLOOR_DIVIDE:
        checkDivisor(ctx, b == 0);
        return b == -1 ? PyInt.of(-(long) a) : PyInt.of(floorDivide(a, b));
      case Op.MODULO:
      case Op.INPLACE_MODULO:
        checkDivisor(ctx, b == 0);
        return b == -1 ? PyInt.of(0) : PyInt.of(a - floorDivide(a, b) * b);
      case Op.TRUE_DIVIDE:
      case Op.INPLACE_TRUE_DIVIDE:
        checkDivisor(ctx, b == 0);
        return new PyFloat((double) a / b);
      default:
        return large(ctx, op, a, b);
    }
  }

  private static int floorDivide(int a, int b) {
    int quotient = a / b;
    return (a ^ b) < 0 && quotient * b != a ? quotient - 1 : quotient;
  }

  // ---- any number on the right ----

  /**
   * {@code left op right} where left is a PyInt or PyLong and right any object; null when not
   * supported.
   */
  static PyObject mixed(PyContext ctx, int op, PyObject left, PyObject right) {
    if (right instanceof PyBool b) {
      return left.binary(ctx, op, b.toInt());
    }
    if (right instanceof PyInt || right instanceof PyLong) {
      return fitsLong(left) && fitsLong(right)
          ? large(ctx, op, toLong(left), toLong(right))
          : huge(ctx, op, toBig(left), toBig(right));
    }
    if (right instanceof PyFloat f) {
      return FloatArithmetic.binary(ctx, op, toDouble(left), f.value);
    }
    if (right instanceof PyComplex c) {
      return ComplexArithmetic.binary(ctx, op, toDouble(left), 0, c.real, c.imaginary);
    }
    if (right instanceof PyInstance) {
      return NativeOperands.reverse(ctx, op, left, right);
    }
    // n * sequence is sequence * n.
    return op == Op.MULTIPLY || op == Op.INPLACE_MULTIPLY
        ? right.binary(ctx, Op.MULTIPLY, left)
        : NativeOperands.reverse(ctx, op, left, right);
  }

  static boolean fitsLong(PyObject number) {
    return number instanceof PyInt || (number instanceof PyLong big && big.fitsLong());
  }

  static long toLong(PyObject number) {
    return number instanceof PyInt i ? i.value : ((PyLong) number).longValue();
  }

  static BigInteger toBig(PyObject number) {
    return number instanceof PyInt i
        ? BigInteger.valueOf(i.value)
        : ((PyLong) number).toBigInteger();
  }

  static double toDouble(PyObject number) {
    return number instanceof PyInt i ? i.value : ((PyLong) number).doubleValue();
  }

  // ---- longs ----

  private static PyObject large(PyContext ctx, int op, long a, long b) {
    switch (op) {
      case Op.LESS:
        return PyBool.of(a < b);
      case Op.MORE:
        return PyBool.of(a > b);
      case Op.EQUAL:
        return PyBool.of(a == b);
      case Op.LESS_EQUAL:
        return PyBool.of(a <= b);
      case Op.MORE_EQUAL:
        return PyBool.of(a >= b);
      case Op.OR:
      case Op.INPLACE_OR:
        return PyInt.of(a | b);
      case Op.XOR:
      case Op.INPLACE_XOR:
        return PyInt.of(a ^ b);
      case Op.AND:
      case Op.INPLACE_AND:
        return PyInt.of(a & b);
      case Op.RSHIFT:
      case Op.INPLACE_RSHIFT:
        checkShift(ctx, b < 0);
        return PyInt.of(a >> Math.min(b, 63));
      case Op.LSHIFT:
      case Op.INPLACE_LSHIFT:
        return shiftLeft(ctx, a, b);
      case Op.ADD:
      case Op.INPLACE_ADD:
        long sum = a + b;
        return ((a ^ sum) & (b ^ sum)) < 0 ? hugely(ctx, op, a, b) : PyInt.of(sum);
      case Op.SUBTRACT:
      case Op.INPLACE_SUBTRACT:
        long difference = a - b;
        return ((a ^ b) & (a ^ difference)) < 0 ? hugely(ctx, op, a, b) : PyInt.of(difference);
      case Op.MULTIPLY:
      case Op.INPLACE_MULTIPLY:
        return productFits(a, b) ? PyInt.of(a * b) : hugely(ctx, op, a, b);
      default:
        return largeDivision(ctx, op, a, b);
    }
  }

  private static PyObject largeDivision(PyContext ctx, int op, long a, long b) {
    switch (op) {
      case Op.FLOOR_DIVIDE:
      case Op.INPLACE_FLOOR_DIVIDE:
        checkDivisor(ctx, b == 0);
        return b == -1 ? negative(a) : PyInt.of(floorDivide(a, b));
      case Op.MODULO:
      case Op.INPLACE_MODULO:
        checkDivisor(ctx, b == 0);
        return PyInt.of(b == -1 ? 0 : floorModulo(a, b));
      case Op.DIVMOD:
        checkDivisor(ctx, b == 0);
        return b == -1
            ? PyTuple.of(negative(a), PyInt.of(0))
            : PyTuple.of(PyInt.of(floorDivide(a, b)), PyInt.of(floorModulo(a, b)));
      case Op.TRUE_DIVIDE:
      case Op.INPLACE_TRUE_DIVIDE:
        checkDivisor(ctx, b == 0);
        return isExactDouble(a) && isExactDouble(b)
            ? new PyFloat((double) a / b)
            : hugely(ctx, op, a, b);
      case Op.POWER:
      case Op.INPLACE_POWER:
        return power(ctx, a, b);
      default:
        return Op.isReverse(op) ? large(ctx, Op.unreversed(op), b, a) : null;
    }
  }

  private static PyObject negative(long a) {
    return a == Long.MIN_VALUE ? PyLong.of(BigInteger.valueOf(a).negate()) : PyInt.of(-a);
  }

  private static long floorDivide(long a, long b) {
    long quotient = a / b;
    return (a ^ b) < 0 && quotient * b != a ? quotient - 1 : quotient;
  }

  private static long floorModulo(long a, long b) {
    long rest = a % b;
    return rest != 0 && (rest ^ b) < 0 ? rest + b : rest;
  }

  private static boolean isExactDouble(long a) {
    return a >= -(1L << 53) && a <= 1L << 53;
  }

  /** Whether a product certainly fits 64 bits. */
  private static boolean productFits(long a, long b) {
    int bits = bitLength(a) + bitLength(b);
    return bits < 63 || (bits == 63 && a > 0 && b > 0);
  }

  private static int bitLength(long a) {
    return 64 - Long.numberOfLeadingZeros(a < 0 ? ~a : a);
  }

  private static PyObject shiftLeft(PyContext ctx, long a, long b) {
    checkShift(ctx, b < 0);
    if (a == 0) {
      return PyInt.of(0);
    }
    if (bitLength(a) + b < 64) {
      return PyInt.of(a << b);
    }
    checkBits(ctx, bitLength(a) + b);
    return PyLong.of(BigInteger.valueOf(a).shiftLeft((int) b));
  }

  private static PyObject power(PyContext ctx, long a, long b) {
    if (b < 0) {
      return FloatArithmetic.binary(ctx, Op.POWER, a, b);
    }
    long result = 1;
    long factor = a;
    for (long rest = b; rest != 0; rest >>= 1) {
      if ((rest & 1) != 0) {
        if (!productFits(result, factor)) {
          return hugePower(ctx, BigInteger.valueOf(a), BigInteger.valueOf(b));
        }
        result *= factor;
      }
      if (rest > 1) {
        if (!productFits(factor, factor)) {
          return hugePower(ctx, BigInteger.valueOf(a), BigInteger.valueOf(b));
        }
        factor *= factor;
      }
    }
    return PyInt.of(result);
  }

  private static PyObject hugely(PyContext ctx, int op, long a, long b) {
    return huge(ctx, op, BigInteger.valueOf(a), BigInteger.valueOf(b));
  }

  // ---- big integers ----

  private static PyObject huge(PyContext ctx, int op, BigInteger a, BigInteger b) {
    switch (op) {
      case Op.LESS:
        return PyBool.of(a.compareTo(b) < 0);
      case Op.MORE:
        return PyBool.of(a.compareTo(b) > 0);
      case Op.EQUAL:
        return PyBool.of(a.equals(b));
      case Op.LESS_EQUAL:
        return PyBool.of(a.compareTo(b) <= 0);
      case Op.MORE_EQUAL:
        return PyBool.of(a.compareTo(b) >= 0);
      case Op.OR:
      case Op.INPLACE_OR:
        return PyLong.of(a.or(b));
      case Op.XOR:
      case Op.INPLACE_XOR:
        return PyLong.of(BigBits.xor(a, b));
      case Op.AND:
      case Op.INPLACE_AND:
        return PyLong.of(a.and(b));
      case Op.LSHIFT:
      case Op.INPLACE_LSHIFT:
      case Op.RSHIFT:
      case Op.INPLACE_RSHIFT:
        return hugeShift(ctx, op == Op.LSHIFT || op == Op.INPLACE_LSHIFT, a, b);
      case Op.ADD:
      case Op.INPLACE_ADD:
        return PyLong.of(a.add(b));
      case Op.SUBTRACT:
      case Op.INPLACE_SUBTRACT:
        return PyLong.of(a.subtract(b));
      case Op.MULTIPLY:
      case Op.INPLACE_MULTIPLY:
        checkBits(ctx, (long) a.bitLength() + b.bitLength());
        return PyLong.of(a.multiply(b));
      default:
        return hugeDivision(ctx, op, a, b);
    }
  }

  private static PyObject hugeDivision(PyContext ctx, int op, BigInteger a, BigInteger b) {
    switch (op) {
      case Op.FLOOR_DIVIDE:
      case Op.INPLACE_FLOOR_DIVIDE:
        return PyLong.of(floorDivision(ctx, a, b)[0]);
      case Op.MODULO:
      case Op.INPLACE_MODULO:
        return PyLong.of(floorDivision(ctx, a, b)[1]);
      case Op.DIVMOD:
        BigInteger[] both = floorDivision(ctx, a, b);
        return PyTuple.of(PyLong.of(both[0]), PyLong.of(both[1]));
      case Op.TRUE_DIVIDE:
      case Op.INPLACE_TRUE_DIVIDE:
        checkDivisor(ctx, b.signum() == 0);
        double quotient = a.signum() == 0 ? 0 : FloatParser.divide(a.abs(), b.abs());
        return new PyFloat(
            a.signum() < 0 != b.signum() < 0 ? RealFunctions.negate(quotient) : quotient);
      case Op.POWER:
      case Op.INPLACE_POWER:
        return hugePower(ctx, a, b);
      default:
        return Op.isReverse(op) ? huge(ctx, Op.unreversed(op), b, a) : null;
    }
  }

  private static BigInteger[] floorDivision(PyContext ctx, BigInteger a, BigInteger b) {
    checkDivisor(ctx, b.signum() == 0);
    BigInteger[] parts = a.divideAndRemainder(b);
    if (parts[1].signum() * b.signum() < 0) {
      parts[0] = parts[0].subtract(BigInteger.ONE);
      parts[1] = parts[1].add(b);
    }
    return parts;
  }

  private static PyObject hugeShift(PyContext ctx, boolean isLeft, BigInteger a, BigInteger b) {
    checkShift(ctx, b.signum() < 0);
    if (b.bitLength() > 62) {
      throw Errors.overflowError(ctx, "overflow converting long int to machine word");
    }
    long count = b.longValue();
    if (isLeft) {
      checkBits(ctx, a.bitLength() + count);
      return PyLong.of(a.shiftLeft((int) count));
    }
    return count > a.bitLength()
        ? PyInt.of(a.signum() < 0 ? -1 : 0)
        : PyLong.of(a.shiftRight((int) count));
  }

  private static PyObject hugePower(PyContext ctx, BigInteger a, BigInteger b) {
    if (b.signum() < 0) {
      return FloatArithmetic.binary(ctx, Op.POWER, toDouble(PyLong.of(a)), toDouble(PyLong.of(b)));
    }
    int bits = a.abs().bitLength();
    if (bits <= 1) {
      return unitPower(a, b);
    }
    checkBits(ctx, b.bitLength() > 31 ? Long.MAX_VALUE : (bits - 1L) * b.longValue());
    return PyLong.of(a.pow(b.intValue()));
  }

  /** A power of 0, 1 or -1. */
  private static PyObject unitPower(BigInteger a, BigInteger b) {
    boolean isOne = b.signum() == 0 || a.signum() > 0 || (a.signum() < 0 && !b.testBit(0));
    return PyInt.of(isOne ? 1 : a.signum());
  }

  // ---- checks ----

  private static void checkDivisor(PyContext ctx, boolean isZero) {
    if (isZero) {
      throw Errors.zeroDivision(ctx);
    }
  }

  private static void checkShift(PyContext ctx, boolean isNegative) {
    if (isNegative) {
      throw Errors.valueError(ctx, "negative shift count");
    }
  }

  private static void checkBits(PyContext ctx, long bits) {
    if (bits < 0 || bits > MAX_BYTES * 8L) {
      throw Errors.memoryError(ctx, bits < 0 ? Long.MAX_VALUE : bits / 8);
    }
  }
}
