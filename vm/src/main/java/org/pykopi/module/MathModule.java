package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.Op;
import org.pykopi.object.Operators;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyLong;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;
import org.pykopi.object.Signature;
import org.pykopi.util.RealFunctions;

/**
 * {@code math}: functions of real numbers. A result that is infinite or not a number although the
 * argument is neither is a "math domain error", as in the reference.
 */
public final class MathModule {
  private MathModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("math")
        .constant("e", new PyFloat(Math.E))
        .constant("pi", new PyFloat(Math.PI))
        .fn1("sqrt", MathModule::sqrt)
        .fn2("pow", MathModule::pow)
        .fn1("exp", MathModule::exp)
        .fn1("expm1", MathModule::expm1)
        .fn("log", 1, 2, MathModule::log)
        .fn1("log2", MathModule::log2)
        .fn1("log10", MathModule::log10)
        .fn1("cosh", MathModule::cosh)
        .fn1("sinh", MathModule::sinh)
        .fn1("tanh", MathModule::tanh)
        .fn1("acosh", MathModule::acosh)
        .fn1("asinh", MathModule::asinh)
        .fn1("atanh", MathModule::atanh)
        .fn1("cos", MathModule::cos)
        .fn1("sin", MathModule::sin)
        .fn1("tan", MathModule::tan)
        .fn1("acos", MathModule::acos)
        .fn1("asin", MathModule::asin)
        .fn1("atan", MathModule::atan)
        .fn2("atan2", MathModule::atan2)
        .fn1("ceil", MathModule::ceil)
        .fn2("copysign", MathModule::copysign)
        .fn1("fabs", MathModule::fabs)
        .fn1("floor", MathModule::floor)
        .fn2("fmod", MathModule::fmod)
        .fn1("frexp", MathModule::frexp)
        .fn2("ldexp", MathModule::ldexp)
        .fn1("modf", MathModule::modf)
        .fn1("isfinite", MathModule::isfinite)
        .fn1("isinf", MathModule::isinf)
        .fn1("isnan", MathModule::isnan)
        .fnKw(
            "isclose",
            Signature.of("a", "b", "/", "*", "rel_tol=", "abs_tol=0"),
            MathModule::isclose)
        .fn1("trunc", MathModule::trunc)
        .fn1("radians", MathModule::radians)
        .fn1("degrees", MathModule::degrees)
        .fn1("erf", MathModule::erf)
        .fn1("erfc", MathModule::erfc)
        .fn1("gamma", MathModule::gamma)
        .fn1("lgamma", MathModule::lgamma)
        .when(ctx.profile.isFull())
        .fn1("factorial", MathModule::factorial)
        .when(ctx.profile.isMicropython())
        .constant("tau", new PyFloat(2 * Math.PI))
        .constant("inf", new PyFloat(Double.POSITIVE_INFINITY))
        .constant("nan", new PyFloat(Double.NaN))
        .build();
  }

  private static PyException domainError(PyContext ctx) {
    return Errors.valueError(ctx, "math domain error");
  }

  /** The result of a function of {@code x}, checked. */
  private static PyObject checked(PyContext ctx, double x, double result) {
    if ((result != result && x == x) || (Double.isInfinite(result) && !Double.isInfinite(x))) {
      throw domainError(ctx);
    }
    return new PyFloat(result);
  }

  /** The result of a function of {@code x} and {@code y}, checked. */
  private static PyObject checked(PyContext ctx, double x, double y, double result) {
    boolean isNan = result != result && x == x && y == y;
    boolean isInfinite =
        Double.isInfinite(result) && !Double.isInfinite(x) && !Double.isInfinite(y);
    if (isNan || isInfinite) {
      throw domainError(ctx);
    }
    return new PyFloat(result);
  }

  /** sqrt(x) -> float: the square root. */
  private static PyObject sqrt(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, Math.sqrt(x));
  }

  /** pow(x, y) -> float: x to the power of y. */
  private static PyObject pow(PyContext ctx, PyObject a, PyObject b) {
    double x = Args.toDouble(ctx, a);
    double y = Args.toDouble(ctx, b);
    return checked(ctx, x, y, RealFunctions.pow(x, y));
  }

  /** exp(x) -> float: e to the power of x. */
  private static PyObject exp(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, StrictMath.exp(x));
  }

  /** expm1(x) -> float: exp(x) - 1, exact for small x. */
  private static PyObject expm1(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.expm1(x));
  }

  /** log(x[, base]) -> float: the logarithm, natural without base. */
  private static PyObject log(PyContext ctx, PyObject[] args, int at, int nargs) {
    double x = Args.toDouble(ctx, args[at]);
    if (x <= 0) {
      throw domainError(ctx);
    }
    double result = StrictMath.log(x);
    if (nargs == 1) {
      return new PyFloat(result);
    }
    double base = Args.toDouble(ctx, args[at + 1]);
    if (base <= 0) {
      throw domainError(ctx);
    }
    if (base == 1) {
      throw Errors.zeroDivision(ctx);
    }
    return new PyFloat(result / StrictMath.log(base));
  }

  /** log2(x) -> float: the logarithm to base 2. */
  private static PyObject log2(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.log2(x));
  }

  /** log10(x) -> float: the logarithm to base 10. */
  private static PyObject log10(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.log10(x));
  }

  /** cosh(x) -> float: the hyperbolic cosine. */
  private static PyObject cosh(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.cosh(x));
  }

  /** sinh(x) -> float: the hyperbolic sine. */
  private static PyObject sinh(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.sinh(x));
  }

  /** tanh(x) -> float: the hyperbolic tangent. */
  private static PyObject tanh(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.tanh(x));
  }

  /** acosh(x) -> float: the inverse hyperbolic cosine. */
  private static PyObject acosh(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.acosh(x));
  }

  /** asinh(x) -> float: the inverse hyperbolic sine. */
  private static PyObject asinh(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.asinh(x));
  }

  /** atanh(x) -> float: the inverse hyperbolic tangent. */
  private static PyObject atanh(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.atanh(x));
  }

  /** cos(x) -> float: the cosine. */
  private static PyObject cos(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, StrictMath.cos(x));
  }

  /** sin(x) -> float: the sine. */
  private static PyObject sin(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, StrictMath.sin(x));
  }

  /** tan(x) -> float: the tangent. */
  private static PyObject tan(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, StrictMath.tan(x));
  }

  /** acos(x) -> float: the inverse cosine. */
  private static PyObject acos(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, StrictMath.acos(x));
  }

  /** asin(x) -> float: the inverse sine. */
  private static PyObject asin(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, StrictMath.asin(x));
  }

  /** atan(x) -> float: the inverse tangent. */
  private static PyObject atan(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, StrictMath.atan(x));
  }

  /** atan2(y, x) -> float: the angle of the point (x, y). */
  private static PyObject atan2(PyContext ctx, PyObject a, PyObject b) {
    double y = Args.toDouble(ctx, a);
    double x = Args.toDouble(ctx, b);
    return checked(ctx, y, x, StrictMath.atan2(y, x));
  }

  /** ceil(x) -> int: the smallest integer not below x. */
  private static PyObject ceil(PyContext ctx, PyObject x) {
    return toInt(ctx, Math.ceil(Args.toDouble(ctx, x)));
  }

  private static PyObject toInt(PyContext ctx, double x) {
    return x == (int) x ? PyInt.of((int) x) : Operators.unary(ctx, Op.INT, new PyFloat(x));
  }

  /** copysign(x, y) -> float: the size of x with the sign of y. */
  private static PyObject copysign(PyContext ctx, PyObject a, PyObject b) {
    return new PyFloat(RealFunctions.copySign(Args.toDouble(ctx, a), Args.toDouble(ctx, b)));
  }

  /** fabs(x) -> float: the size of x. */
  private static PyObject fabs(PyContext ctx, PyObject x) {
    return new PyFloat(Math.abs(Args.toDouble(ctx, x)));
  }

  /** floor(x) -> int: the largest integer not above x. */
  private static PyObject floor(PyContext ctx, PyObject x) {
    return toInt(ctx, Math.floor(Args.toDouble(ctx, x)));
  }

  /** fmod(x, y) -> float: the remainder with the sign of x. */
  private static PyObject fmod(PyContext ctx, PyObject a, PyObject b) {
    double x = Args.toDouble(ctx, a);
    double y = Args.toDouble(ctx, b);
    return checked(ctx, x, y, RealFunctions.remainder(x, y));
  }

  /** frexp(x) -> (float, int): m and e such that x == m * 2**e. */
  private static PyObject frexp(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return PyTuple.of(new PyFloat(RealFunctions.mantissa(x)), PyInt.of(RealFunctions.exponent(x)));
  }

  /** ldexp(x, e) -> float: x * 2**e. */
  private static PyObject ldexp(PyContext ctx, PyObject a, PyObject b) {
    double x = Args.toDouble(ctx, a);
    long power = Args.toLong(ctx, b);
    return new PyFloat(RealFunctions.scale(x, (int) Math.max(-5000, Math.min(5000, power))));
  }

  /** modf(x) -> (float, float): the fraction and the whole part, both with the sign of x. */
  private static PyObject modf(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    double whole = RealFunctions.truncate(x);
    double fraction = Double.isInfinite(x) ? 0 : x - whole;
    return PyTuple.of(new PyFloat(RealFunctions.copySign(fraction, x)), new PyFloat(whole));
  }

  /** isfinite(x) -> bool: whether x is neither infinite nor NaN. */
  private static PyObject isfinite(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return PyBool.of(x - x == 0);
  }

  /** isinf(x) -> bool: whether x is infinite. */
  private static PyObject isinf(PyContext ctx, PyObject x) {
    return PyBool.of(Double.isInfinite(Args.toDouble(ctx, x)));
  }

  /** isnan(x) -> bool: whether x is not a number. */
  private static PyObject isnan(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return PyBool.of(x != x);
  }

  /** isclose(a, b, *, rel_tol=1e-9, abs_tol=0) -> bool: whether a and b are nearly equal. */
  private static PyObject isclose(PyContext ctx, PyObject[] args) {
    double a = Args.toDouble(ctx, args[0]);
    double b = Args.toDouble(ctx, args[1]);
    double relative = args[2] == null ? 1e-9 : Args.toDouble(ctx, args[2]);
    double absolute = Args.toDouble(ctx, args[3]);
    if (relative < 0 || absolute < 0) {
      throw domainError(ctx);
    }
    if (a == b) {
      return PyBool.TRUE;
    }
    double difference = Math.abs(a - b);
    if (Double.isInfinite(difference)) {
      return PyBool.FALSE;
    }
    return PyBool.of(
        difference <= absolute
            || difference <= Math.abs(relative * a)
            || difference <= Math.abs(relative * b));
  }

  /** trunc(x) -> int: x without its fraction. */
  private static PyObject trunc(PyContext ctx, PyObject x) {
    return toInt(ctx, RealFunctions.truncate(Args.toDouble(ctx, x)));
  }

  /** radians(x) -> float: degrees to radians. */
  private static PyObject radians(PyContext ctx, PyObject x) {
    return new PyFloat(Args.toDouble(ctx, x) * (Math.PI / 180));
  }

  /** degrees(x) -> float: radians to degrees. */
  private static PyObject degrees(PyContext ctx, PyObject x) {
    return new PyFloat(Args.toDouble(ctx, x) * (180 / Math.PI));
  }

  /** factorial(n) -> int: the product 1 * 2 * ... * n. */
  private static PyObject factorial(PyContext ctx, PyObject x) {
    long n = Args.toLong(ctx, x);
    if (n < 0) {
      throw Errors.valueError(ctx, "negative factorial");
    }
    int bytesPerFactor = 4;
    return PyLong.of(RealFunctions.factorial(ctx.checkSize(n, bytesPerFactor)));
  }

  /** erf(x) -> float: the error function. */
  private static PyObject erf(PyContext ctx, PyObject x) {
    return new PyFloat(RealFunctions.erf(Args.toDouble(ctx, x)));
  }

  /** erfc(x) -> float: the complementary error function. */
  private static PyObject erfc(PyContext ctx, PyObject x) {
    return new PyFloat(RealFunctions.erfc(Args.toDouble(ctx, x)));
  }

  /** gamma(x) -> float: the gamma function. */
  private static PyObject gamma(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, x == Double.NEGATIVE_INFINITY ? Double.NaN : RealFunctions.gamma(x));
  }

  /** lgamma(x) -> float: the logarithm of the size of the gamma function. */
  private static PyObject lgamma(PyContext ctx, PyObject a) {
    double x = Args.toDouble(ctx, a);
    return checked(ctx, x, RealFunctions.logGamma(x));
  }
}
