package org.pykopi.object;

import org.pykopi.util.RealFunctions;

/** Operators and constructor of {@code complex}. */
final class ComplexArithmetic {
  private ComplexArithmetic() {}

  /** complex(real=0, imag=0) -> complex: a number, or the number that a str shows. */
  static PyObject make(PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 2);
    if (nargs == 0) {
      return new PyComplex(0, 0);
    }
    if (nargs == 1 && args[at] instanceof PyStr text) {
      return NumberText.parseComplex(ctx, text.value());
    }
    PyComplex real = toComplex(ctx, args[at], nargs == 2);
    if (nargs == 1) {
      return real;
    }
    PyComplex imaginary = toComplex(ctx, args[at + 1], true);
    return new PyComplex(real.real - imaginary.imaginary, real.imaginary + imaginary.real);
  }

  private static PyComplex toComplex(PyContext ctx, PyObject value, boolean isOneOfTwo) {
    PyObject converted = value.unary(ctx, Op.COMPLEX);
    if (converted instanceof PyComplex c) {
      return c;
    }
    if (isOneOfTwo || (converted == null && value.unary(ctx, Op.FLOAT) != null)) {
      return new PyComplex(Args.toDouble(ctx, value), 0);
    }
    throw Errors.typeError(ctx, "can't convert " + value.type().name + " to complex");
  }

  /** {@code (a + bi) op (c + di)}; null when complex numbers do not support it. */
  static PyObject binary(PyContext ctx, int op, double a, double b, double c, double d) {
    switch (op) {
      case Op.EQUAL:
        return PyBool.of(a == c && b == d);
      case Op.ADD:
      case Op.INPLACE_ADD:
        return new PyComplex(a + c, b + d);
      case Op.SUBTRACT:
      case Op.INPLACE_SUBTRACT:
        return new PyComplex(a - c, b - d);
      case Op.MULTIPLY:
      case Op.INPLACE_MULTIPLY:
        return multiply(a, b, c, d);
      case Op.TRUE_DIVIDE:
      case Op.INPLACE_TRUE_DIVIDE:
        return divide(ctx, a, b, c, d);
      case Op.FLOOR_DIVIDE:
      case Op.INPLACE_FLOOR_DIVIDE:
        throw Errors.typeError(ctx, "can't truncate-divide a complex number");
      case Op.POWER:
      case Op.INPLACE_POWER:
        return power(ctx, a, b, c, d);
      default:
        return Op.isReverse(op) ? binary(ctx, Op.unreversed(op), c, d, a, b) : null;
    }
  }

  private static PyComplex multiply(double a, double b, double c, double d) {
    return new PyComplex(a * c - b * d, a * d + b * c);
  }

  private static PyComplex divide(PyContext ctx, double a, double b, double c, double d) {
    if (d == 0) {
      if (c == 0) {
        throw Errors.of(ctx, ExceptionTypes.ZERO_DIVISION_ERROR, "complex divide by zero");
      }
      return new PyComplex(a / c, b / c);
    }
    if (c == 0) {
      return new PyComplex(b / d, RealFunctions.negate(a) / d);
    }
    double square = c * c + d * d;
    return multiply(a, b, c / square, d / -square);
  }

  /** {@code x ** y} as {@code exp(y * log(x))}. */
  private static PyComplex power(PyContext ctx, double a, double b, double c, double d) {
    double magnitude = magnitude(a, b);
    if (magnitude == 0) {
      if (d == 0 && c >= 0) {
        return new PyComplex(c == 0 ? 1 : 0, b);
      }
      throw Errors.of(ctx, ExceptionTypes.ZERO_DIVISION_ERROR, "0.0 to a complex power");
    }
    double log = Math.log(magnitude);
    double angle = Math.atan2(b, a);
    double size = Math.exp(c * log - d * angle);
    double turn = d * log + c * angle;
    return new PyComplex(size * Math.cos(turn), size * Math.sin(turn));
  }

  static double magnitude(double a, double b) {
    return Math.sqrt(a * a + b * b);
  }
}
