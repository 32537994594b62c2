package org.pykopi.module;

import java.math.BigInteger;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.Op;
import org.pykopi.object.Operators;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyLong;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.util.RealFunctions;

/** The functions of {@code builtins} about numbers and characters. */
final class NumberBuiltins {
  private static final int LAST_CODE_POINT = 0x10FFFF;

  /** A 64-bit int never needs more decimal places. */
  private static final int LONG_PLACES = 19;

  private NumberBuiltins() {}

  static void add(ModuleTable table) {
    table
        .fn1("abs", NumberBuiltins::abs)
        .fn1("bin", NumberBuiltins::bin)
        .fn1("chr", NumberBuiltins::chr)
        .fn2("divmod", NumberBuiltins::divmod)
        .fn1("hex", NumberBuiltins::hex)
        .fn1("oct", NumberBuiltins::oct)
        .fn1("ord", NumberBuiltins::ord)
        .fn("pow", 2, 3, NumberBuiltins::pow)
        .fn("round", 1, 2, NumberBuiltins::round);
  }

  /** abs(x) -> number: the size of x without its sign. */
  private static PyObject abs(PyContext ctx, PyObject x) {
    return Operators.unary(ctx, Op.ABS, x);
  }

  /** bin(x) -> str: an int in base 2, such as '0b101'. */
  private static PyObject bin(PyContext ctx, PyObject x) {
    if (!Args.isInt(Args.unwrap(x))) {
      throw Errors.valueError(
          ctx, "unknown format code 'b' for object of type '" + x.type().name + "'");
    }
    return inBase(ctx, x, 2, "0b");
  }

  /** chr(i) -> str: the character with that code point. */
  private static PyObject chr(PyContext ctx, PyObject i) {
    PyObject number = Args.toIntObject(ctx, i);
    int code = number instanceof PyInt n ? n.value : -1;
    if (code < 0 || code > LAST_CODE_POINT) {
      throw Errors.valueError(ctx, "chr() arg not in range(0x110000)");
    }
    return PyStr.of(
        code < 0x10000 ? String.valueOf((char) code) : new String(Character.toChars(code)));
  }

  /** divmod(a, b) -> tuple: (a // b, a % b). */
  private static PyObject divmod(PyContext ctx, PyObject a, PyObject b) {
    return Operators.binary(ctx, Op.DIVMOD, a, b);
  }

  /** hex(x) -> str: an int in base 16, such as '0xff'. */
  private static PyObject hex(PyContext ctx, PyObject x) {
    return inBase(ctx, x, 16, "0x");
  }

  /** oct(x) -> str: an int in base 8, such as '0o17'. */
  private static PyObject oct(PyContext ctx, PyObject x) {
    return inBase(ctx, x, 8, "0o");
  }

  private static PyObject inBase(PyContext ctx, PyObject x, int base, String prefix) {
    PyObject number = Args.toIntObject(ctx, Args.unwrap(x));
    String digits =
        number instanceof PyInt i
            ? Integer.toString(i.value, base)
            : Args.toBigInteger(ctx, number).toString(base);
    return PyStr.of(digits.charAt(0) == '-' ? "-" + prefix + digits.substring(1) : prefix + digits);
  }

  /** ord(c) -> int: the code point of a str of one character, or the value of a single byte. */
  private static PyObject ord(PyContext ctx, PyObject c) {
    PyObject one = Args.unwrap(c);
    int length;
    if (one instanceof PyStr s) {
      String text = s.value();
      length = text.codePointCount(0, text.length());
      if (length == 1) {
        return PyInt.of(text.codePointAt(0));
      }
    } else {
      BufferView bytes = one.buffer();
      if (bytes == null) {
        return Args.toStr(ctx, c);
      }
      length = bytes.length();
      if (length == 1) {
        return PyInt.of(bytes.data()[bytes.offset()] & 0xff);
      }
    }
    throw Errors.typeError(
        ctx, "ord() expected a character, but string of length " + length + " found");
  }

  /** pow(x, y[, z]) -> number: x ** y, or x ** y % z for ints. */
  private static PyObject pow(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject x = args[at];
    PyObject y = args[at + 1];
    PyObject z = nargs == 3 ? args[at + 2] : PyNone.NONE;
    if (z == PyNone.NONE) {
      return Operators.binary(ctx, Op.POWER, x, y);
    }
    if (!Args.isInt(x) || !Args.isInt(y) || !Args.isInt(z)) {
      throw Errors.typeError(ctx, "pow() with 3 arguments requires integers");
    }
    BigInteger modulus = Args.toBigInteger(ctx, z);
    if (modulus.signum() == 0) {
      throw Errors.valueError(ctx, "divide by zero");
    }
    BigInteger base = Args.toBigInteger(ctx, x);
    BigInteger exponent = Args.toBigInteger(ctx, y);
    BigInteger size = modulus.abs();
    if (exponent.signum() < 0 && !base.gcd(size).equals(BigInteger.ONE)) {
      throw Errors.valueError(ctx, "base is not invertible for the given modulus");
    }
    BigInteger result = base.modPow(exponent, size);
    return PyLong.of(modulus.signum() < 0 && result.signum() != 0 ? result.add(modulus) : result);
  }

  /**
   * round(x[, digits]) -> number: the nearest int, or x rounded to that many digits; ties go to
   * even.
   */
  private static PyObject round(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject x = Args.unwrap(args[at]);
    if (Args.isInt(x)) {
      PyObject number = Args.toIntObject(ctx, x);
      return nargs == 1 ? number : roundInt(ctx, number, Args.toInt(ctx, args[at + 1]));
    }
    double value = Args.toDouble(ctx, x);
    if (nargs == 2) {
      double scale = Math.pow(10, Args.toInt(ctx, args[at + 1]));
      return new PyFloat(RealFunctions.roundEven(value * scale) / scale);
    }
    return Operators.unary(ctx, Op.INT, new PyFloat(RealFunctions.roundEven(value)));
  }

  private static PyObject roundInt(PyContext ctx, PyObject number, int digits) {
    if (digits >= 0) {
      return number;
    }
    BigInteger value = Args.toBigInteger(ctx, number);
    if (digits < -LONG_PLACES - value.bitLength() / 3) {
      return PyInt.of(0);
    }
    BigInteger unit = BigInteger.TEN.pow(-digits);
    BigInteger[] parts = value.abs().divideAndRemainder(unit);
    int half = parts[1].shiftLeft(1).compareTo(unit);
    BigInteger rounded =
        half > 0 || (half == 0 && parts[0].testBit(0)) ? parts[0].add(BigInteger.ONE) : parts[0];
    rounded = rounded.multiply(unit);
    return PyLong.of(value.signum() < 0 ? rounded.negate() : rounded);
  }
}
