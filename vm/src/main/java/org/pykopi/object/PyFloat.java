package org.pykopi.object;

import org.pykopi.util.FloatText;
import org.pykopi.util.RealFunctions;

/** {@code float}: an IEEE 754 double. */
public final class PyFloat extends PyObject {
  public final double value;

  public PyFloat(double value) {
    this.value = value;
  }

  @Override
  public PyType type() {
    return NumberTypes.FLOAT;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    FloatText.repr(out, value, true);
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return value != 0;
  }

  @Override
  public int hash(PyContext ctx) {
    return FloatArithmetic.hash(ctx, value);
  }

  @Override
  public PyObject unary(PyContext ctx, int op) {
    switch (op) {
      case Op.POSITIVE:
      case Op.FLOAT:
        return this;
      case Op.NEGATIVE:
        return new PyFloat(RealFunctions.negate(value));
      case Op.ABS:
        return FloatText.isNegative(value) ? new PyFloat(-value) : this;
      case Op.INT:
        return FloatArithmetic.toInt(ctx, value);
      case Op.COMPLEX:
        return new PyComplex(value, 0);
      default:
        return null;
    }
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (other instanceof PyFloat f) {
      return FloatArithmetic.binary(ctx, op, value, f.value);
    }
    if (other instanceof PyInt i) {
      return FloatArithmetic.binary(ctx, op, value, i.value);
    }
    if (other instanceof PyComplex c) {
      return ComplexArithmetic.binary(ctx, op, value, 0, c.real, c.imaginary);
    }
    if (Args.isInt(other)) {
      return FloatArithmetic.binary(ctx, op, value, Args.toDouble(ctx, other));
    }
    return NativeOperands.reverse(ctx, op, this, other);
  }
}
