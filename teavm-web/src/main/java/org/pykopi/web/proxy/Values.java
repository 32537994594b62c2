package org.pykopi.web.proxy;

import java.math.BigInteger;
import org.pykopi.object.Args;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyLong;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.serial.wire.WireReader;
import org.pykopi.serial.wire.WireWriter;

/**
 * A value on its way between the languages: a tag byte, then its content.
 *
 * <pre>
 *   0 undefined        1 null, None       2 false            3 true
 *   4 int32            5 double           6 text (count, UTF-8)
 *   7 int as text      8 whole double     9 JavaScript object (handle)
 *   10 Python object (handle)   11 Python callable (handle)   12 Python generator (handle)
 * </pre>
 *
 * <p>Ints outside 32 bits travel as text: JavaScript makes a number of them when that is exact,
 * else a BigInt.
 */
final class Values {
  static final int UNDEFINED = 0;
  static final int NULL = 1;
  static final int FALSE = 2;
  static final int TRUE = 3;
  static final int INT = 4;
  static final int DOUBLE = 5;
  static final int TEXT = 6;
  static final int BIG_INT = 7;
  static final int WHOLE_DOUBLE = 8;
  static final int JS_OBJECT = 9;
  static final int PY_OBJECT = 10;
  static final int PY_CALLABLE = 11;
  static final int PY_GENERATOR = 12;

  private final PyContext ctx;
  private final JsObjects jsObjects;
  private final PyHandles pyHandles;

  Values(PyContext ctx, JsObjects jsObjects, PyHandles pyHandles) {
    this.ctx = ctx;
    this.jsObjects = jsObjects;
    this.pyHandles = pyHandles;
  }

  static PyObject orNone(PyObject value) {
    return value == null ? PyNone.NONE : value;
  }

  void write(WireWriter out, PyObject value) {
    if (value == PyNone.NONE) {
      out.addByte(NULL);
    } else if (value instanceof PyBool b) {
      out.addByte(b.value ? TRUE : FALSE);
    } else if (value instanceof PyInt i) {
      out.addByte(INT).addInt(i.value);
    } else if (value instanceof PyLong big) {
      out.addByte(BIG_INT).addText(big.toBigInteger().toString());
    } else if (value instanceof PyFloat f) {
      out.addByte(DOUBLE).addDouble(f.value);
    } else if (value instanceof PyStr s) {
      out.addByte(TEXT).addText(s.value());
    } else if (value == JsUndefined.UNDEFINED) {
      out.addByte(UNDEFINED);
    } else if (value instanceof JsProxy proxy) {
      out.addByte(JS_OBJECT).addInt(proxy.handle);
    } else if (value instanceof JsMethod method) {
      out.addByte(JS_OBJECT).addInt(method.function.handle);
    } else if (originalError(value) instanceof JsProxy error) {
      out.addByte(JS_OBJECT).addInt(error.handle);
    } else {
      out.addByte(kind(value)).addInt(pyHandles.handleOf(value));
    }
  }

  private int kind(PyObject value) {
    if (value.isCallable()) {
      return PY_CALLABLE;
    }
    return ctx.isGenerator(value) ? PY_GENERATOR : PY_OBJECT;
  }

  /** The JavaScript error in a JsException, or null. */
  private static PyObject originalError(PyObject value) {
    return value instanceof PyBaseException e
            && e.type() == JsFfiModule.JS_EXCEPTION
            && e.args.length() > 0
        ? e.args.get(0)
        : null;
  }

  PyObject read(WireReader in) {
    int tag = in.nextByte();
    switch (tag) {
      case UNDEFINED:
        return JsUndefined.UNDEFINED;
      case FALSE:
      case TRUE:
        return PyBool.of(tag == TRUE);
      case INT:
        return PyInt.of(in.nextInt());
      case DOUBLE:
        return new PyFloat(in.nextDouble());
      case TEXT:
        return PyStr.of(in.nextText());
      case BIG_INT:
        return PyLong.of(new BigInteger(in.nextText()));
      case WHOLE_DOUBLE:
        return Args.toIntObject(ctx, wholeNumber(in.nextDouble()));
      case JS_OBJECT:
        return jsObjects.proxyOf(in.nextInt());
      case PY_OBJECT:
      case PY_CALLABLE:
      case PY_GENERATOR:
        return pyHandles.get(in.nextInt());
      default:
        return PyNone.NONE;
    }
  }

  /** An int of a double without fraction, beyond 32 bits. */
  private static PyObject wholeNumber(double value) {
    if (Math.abs(value) < 9e18) {
      return PyInt.of((long) value);
    }
    long bits = Double.doubleToLongBits(Math.abs(value));
    int exponent = (int) (bits >>> 52) - 1075;
    BigInteger digits = BigInteger.valueOf((bits & ((1L << 52) - 1)) | (1L << 52));
    BigInteger magnitude = digits.shiftLeft(exponent);
    return PyLong.of(value < 0 ? magnitude.negate() : magnitude);
  }
}
