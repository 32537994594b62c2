package org.pykopi.object;

import java.math.BigInteger;
import org.pykopi.util.RealFunctions;

/** Operators and conversions of {@code float}. */
final class FloatArithmetic {
  private static final double TWO_31 = 2147483648.0;
  private static final double TWO_63 = 9223372036854775808.0;

  private FloatArithmetic() {}

  /** float(x=0.0) -> float: a number, or the number that a text shows. */
  static PyObject make(PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    if (nargs == 0) {
      return new PyFloat(0);
    }
    PyObject value = args[at];
    if (value instanceof PyFloat) {
      return value;
    }
    String text = NumberText.of(value);
    return new PyFloat(text == null ? Args.toDouble(ctx, value) : NumberText.parseFloat(ctx, text));
  }

  /** {@code a op b}; null when floats do not support it. */
  static PyObject binary(PyContext ctx, int op, double a, double b) {
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
      case Op.ADD:
      case Op.INPLACE_ADD:
        return new PyFloat(a + b);
      case Op.SUBTRACT:
      case Op.INPLACE_SUBTRACT:
        return new PyFloat(a - b);
      case Op.MULTIPLY:
      case Op.INPLACE_MULTIPLY:
        return new PyFloat(a * b);
      case Op.TRUE_DIVIDE:
      case Op.INPLACE_TRUE_DIVIDE:
        checkDivisor(ctx, b);
        return new PyFloat(a / b);
      case Op.FLOOR_DIVIDE:
      case Op.INPLACE_FLOOR_DIVIDE:
        checkDivisor(ctx, b);
        return new PyFloat(floorDivide(a, b));
      case Op.MODULO:
      case Op.INPLACE_MODULO:
        checkDivisor(ctx, b);
        return new PyFloat(modulo(a, b));
      case Op.DIVMOD:
        checkDivisor(ctx, b);
        return PyTuple.of(new PyFloat(floorDivide(a, b)), new PyFloat(modulo(a, b)));
      case Op.POWER:
      case Op.INPLACE_POWER:
        return power(ctx, a, b);
      default:
        return Op.isReverse(op) ? binary(ctx, Op.unreversed(op), b, a) : null;
    }
  }

  private static void checkDivisor(PyContext ctx, double b) {
    if (b == 0) {
      throw Errors.zeroDivision(ctx);
    }
  }

  /** The remainder with the sign of the divisor, also when it is zero. */
  private static double modulo(double a, double b) {
    double rest = RealFunctions.remainder(a, b);
    if (rest == 0) {
      return RealFunctions.copySign(0.0, b);
    }
    return (rest < 0) != (b < 0) ? rest + b : rest;
  }

  /** The quotient rounded down so that {@code a == floorDivide(a, b) * b + modulo(a, b)} nearly. */
  private static double floorDivide(double a, double b) {
    double rest = RealFunctions.remainder(a, b);
    double quotient = (a - rest) / b;
    if (rest != 0 && (rest < 0) != (b < 0)) {
      quotient -= 1;
    }
    if (quotient == 0) {
      return RealFunctions.copySign(0.0, a / b);
    }
    double floor = Math.floor(quotient);
    return quotient - floor > 0.5 ? floor + 1 : floor;
  }

  private static PyObject power(PyContext ctx, double a, double b) {
    boolean isFinite = b - b == 0;
    if (a == 0 && b < 0 && isFinite) {
      throw Errors.zeroDivision(ctx);
    }
    if (a < 0 && b == b && b != Math.floor(b)) {
      return ComplexArithmetic.binary(ctx, Op.POWER, a, 0, b, 0);
    }
    return new PyFloat(power(a, b));
  }

  /** C's pow: unlike Java's it is 1 for a base of 1, and for -1 to an infinite power. */
  private static double power(double a, double b) {
    boolean isOne = a == 1 || b == 0 || (a == -1 && (b - b != 0) && b == b);
    return isOne ? 1 : Math.pow(a, b);
  }

  // ---- conversions ----

  /** The value without its fraction as an int. */
  static PyObject toInt(PyContext ctx, double value) {
    if (value != value) {
      throw Errors.valueError(ctx, "can't convert NaN to int");
    }
    if (value - value != 0) {
      throw Errors.overflowError(ctx, "can't convert inf to int");
    }
    // Compared before the cast: TeaVM's JavaScript wraps a number that is out of range.
    if (value > -TWO_31 && value < TWO_31) {
      return PyInt.of((int) value);
    }
    return value >= -TWO_63 && value < TWO_63
        ? PyInt.of((long) value)
        : PyLong.of(toBigInteger(value));
  }

  /** A whole number of at least 2 ** 53. */
  private static BigInteger toBigInteger(double value) {
    long bits = Double.doubleToRawLongBits(value);
    long significand = (bits & ((1L << 52) - 1)) | (1L << 52);
    int exponent = ((int) (bits >> 52) & 0x7ff) - 1075;
    BigInteger magnitude = BigInteger.valueOf(significand).shiftLeft(exponent);
    return value < 0 ? magnitude.negate() : magnitude;
  }

  /** Equal to the hash of an equal int. */
  static int hash(PyContext ctx, double value) {
    int whole = (int) value;
    if (whole == value) {
      return whole;
    }
    if (value - value == 0 && Math.floor(value) == value) {
      return toInt(ctx, value).hash(ctx);
    }
    long bits = Double.doubleToRawLongBits(value);
    return (int) (bits ^ (bits >>> 32));
  }
}
