package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.Op;
import org.pykopi.object.PyComplex;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.util.RealFunctions;

/** {@code cmath}: functions of complex numbers. */
public final class CmathModule {
  private CmathModule() {}

  private static final double LOG10_E = 0.4342944819032518;

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("cmath")
        .constant("e", new PyFloat(Math.E))
        .constant("pi", new PyFloat(Math.PI))
        .fn1("phase", CmathModule::phase)
        .fn1("polar", CmathModule::polar)
        .fn2("rect", CmathModule::rect)
        .fn1("exp", CmathModule::exp)
        .fn1("log", CmathModule::log)
        .fn1("log10", CmathModule::log10)
        .fn1("sqrt", CmathModule::sqrt)
        .fn1("cos", CmathModule::cos)
        .fn1("sin", CmathModule::sin)
        .build();
  }

  private static PyComplex toComplex(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyComplex z) {
      return z;
    }
    if (Args.isInt(value) || value instanceof PyFloat) {
      return new PyComplex(Args.toDouble(ctx, value), 0);
    }
    if (value instanceof PyInstance instance) {
      if (instance.unary(ctx, Op.COMPLEX) instanceof PyComplex z) {
        return z;
      }
      if (instance.unary(ctx, Op.FLOAT) instanceof PyFloat x) {
        return new PyComplex(x.value, 0);
      }
    }
    throw Errors.typeError(ctx, "can't convert " + value.type().name + " to complex");
  }

  /** phase(z) -> float: the angle of z. */
  private static PyObject phase(PyContext ctx, PyObject value) {
    PyComplex z = toComplex(ctx, value);
    return new PyFloat(StrictMath.atan2(z.imaginary, z.real));
  }

  /** polar(z) -> (float, float): size and angle. */
  private static PyObject polar(PyContext ctx, PyObject value) {
    PyComplex z = toComplex(ctx, value);
    return PyTuple.of(
        new PyFloat(Math.sqrt(square(z))), new PyFloat(StrictMath.atan2(z.imaginary, z.real)));
  }

  private static double square(PyComplex z) {
    return z.real * z.real + z.imaginary * z.imaginary;
  }

  /** rect(r, phi) -> complex: the number of that size and angle. */
  private static PyObject rect(PyContext ctx, PyObject r, PyObject phi) {
    double size = Args.toDouble(ctx, r);
    double angle = Args.toDouble(ctx, phi);
    return new PyComplex(size * StrictMath.cos(angle), size * StrictMath.sin(angle));
  }

  /** exp(z) -> complex: e to the power of z. */
  private static PyObject exp(PyContext ctx, PyObject value) {
    PyComplex z = toComplex(ctx, value);
    double size = StrictMath.exp(z.real);
    return new PyComplex(size * StrictMath.cos(z.imaginary), size * StrictMath.sin(z.imaginary));
  }

  /** log(z) -> complex: the natural logarithm. */
  private static PyObject log(PyContext ctx, PyObject value) {
    PyComplex z = toComplex(ctx, value);
    return new PyComplex(0.5 * StrictMath.log(square(z)), StrictMath.atan2(z.imaginary, z.real));
  }

  /** log10(z) -> complex: the logarithm to base 10. */
  private static PyObject log10(PyContext ctx, PyObject value) {
    PyComplex z = toComplex(ctx, value);
    return new PyComplex(
        0.5 * RealFunctions.log10(square(z)), LOG10_E * StrictMath.atan2(z.imaginary, z.real));
  }

  /** sqrt(z) -> complex: the square root. */
  private static PyObject sqrt(PyContext ctx, PyObject value) {
    PyComplex z = toComplex(ctx, value);
    double size = RealFunctions.pow(square(z), 0.25);
    double angle = 0.5 * StrictMath.atan2(z.imaginary, z.real);
    return new PyComplex(size * StrictMath.cos(angle), size * StrictMath.sin(angle));
  }

  /** cos(z) -> complex: the cosine. */
  private static PyObject cos(PyContext ctx, PyObject value) {
    PyComplex z = toComplex(ctx, value);
    return new PyComplex(
        StrictMath.cos(z.real) * RealFunctions.cosh(z.imaginary),
        RealFunctions.negate(StrictMath.sin(z.real)) * RealFunctions.sinh(z.imaginary));
  }

  /** sin(z) -> complex: the sine. */
  private static PyObject sin(PyContext ctx, PyObject value) {
    PyComplex z = toComplex(ctx, value);
    return new PyComplex(
        StrictMath.sin(z.real) * RealFunctions.cosh(z.imaginary),
        StrictMath.cos(z.real) * RealFunctions.sinh(z.imaginary));
  }
}
