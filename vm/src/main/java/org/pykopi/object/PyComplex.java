package org.pykopi.object;

import org.pykopi.util.FloatText;
import org.pykopi.util.RealFunctions;

/** {@code complex}: two doubles. Operators live in {@link ComplexArithmetic}. */
public final class PyComplex extends PyObject {
  public static final PyType TYPE =
      new TypeTable("complex")
          .constructor(ComplexArithmetic::make)
          .property("real", PyComplex::getReal)
          .property("imag", PyComplex::getImaginary)
          .build();

  public final double real;
  public final double imaginary;

  public PyComplex(double real, double imaginary) {
    this.real = real;
    this.imaginary = imaginary;
  }

  private static PyObject getReal(PyContext ctx, PyObject self) {
    return new PyFloat(((PyComplex) Args.unwrap(self)).real);
  }

  private static PyObject getImaginary(PyContext ctx, PyObject self) {
    return new PyFloat(((PyComplex) Args.unwrap(self)).imaginary);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    if (real == 0) {
      FloatText.repr(out, imaginary, false);
      out.append('j');
      return;
    }
    out.append('(');
    FloatText.repr(out, real, false);
    if (!FloatText.isNegative(imaginary)) {
      out.append('+');
    }
    FloatText.repr(out, imaginary, false);
    out.append("j)");
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return real != 0 || imaginary != 0;
  }

  @Override
  public int hash(PyContext ctx) {
    return FloatArithmetic.hash(ctx, real) ^ FloatArithmetic.hash(ctx, imaginary);
  }

  @Override
  public PyObject unary(PyContext ctx, int op) {
    switch (op) {
      case Op.POSITIVE:
      case Op.COMPLEX:
        return this;
      case Op.NEGATIVE:
        return new PyComplex(RealFunctions.negate(real), RealFunctions.negate(imaginary));
      case Op.ABS:
        return new PyFloat(ComplexArithmetic.magnitude(real, imaginary));
      default:
        return null;
    }
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (other instanceof PyComplex c) {
      return ComplexArithmetic.binary(ctx, op, real, imaginary, c.real, c.imaginary);
    }
    if (other instanceof PyFloat || Args.isInt(other)) {
      double right = Args.toDouble(ctx, other);
      return ComplexArithmetic.binary(ctx, op, real, imaginary, right, 0);
    }
    return NativeOperands.reverse(ctx, op, this, other);
  }
}
