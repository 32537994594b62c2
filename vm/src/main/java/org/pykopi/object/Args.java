package org.pykopi.object;

import java.math.BigInteger;

/**
 * Conversions of arguments; each raises the TypeError, ValueError or OverflowError that the
 * reference raises.
 */
public final class Args {
  private Args() {}

  /**
   * Checks the number of arguments of a function without keyword arguments; {@code max} -1 means
   * any number.
   */
  public static void checkCount(PyContext ctx, int nargs, int nkw, int min, int max) {
    if (nkw > 0) {
      throw Errors.typeError(ctx, "function doesn't take keyword arguments");
    }
    if (min == max) {
      if (nargs != min) {
        throw Errors.typeError(
            ctx, "function takes " + min + " positional arguments but " + nargs + " were given");
      }
    } else if (nargs < min) {
      throw Errors.typeError(
          ctx, "function missing " + (min - nargs) + " required positional arguments");
    } else if (max >= 0 && nargs > max) {
      throw Errors.typeError(ctx, "function expected at most " + max + " arguments, got " + nargs);
    }
  }

  /** For the constructors that say of keyword arguments that they might be there one day. */
  public static void refuseKeywords(PyContext ctx, int nkw) {
    if (nkw > 0) {
      throw Errors.notImplemented(
          ctx, "keyword argument(s) not implemented - use normal args instead");
    }
  }

  /**
   * The built-in object behind an instance of a Python class that derives from a built-in type;
   * else the object itself.
   */
  public static PyObject unwrap(PyObject value) {
    return value instanceof PyInstance instance && instance.base != null ? instance.base : value;
  }

  /** An int argument that fits a Java int; OverflowError when it does not. */
  public static int toInt(PyContext ctx, PyObject value) {
    if (value instanceof PyInt i) {
      return i.value;
    }
    PyObject number = toIntObject(ctx, value);
    if (number instanceof PyInt i) {
      return i.value;
    }
    throw Errors.overflowError(ctx, "overflow converting long int to machine word");
  }

  /** An int argument that fits 64 bits. */
  public static long toLong(PyContext ctx, PyObject value) {
    PyObject number = toIntObject(ctx, value);
    if (number instanceof PyInt i) {
      return i.value;
    }
    PyLong big = (PyLong) number;
    if (!big.fitsLong()) {
      throw Errors.overflowError(ctx, "overflow converting long int to machine word");
    }
    return big.longValue();
  }

  /** An int argument of any size. */
  public static BigInteger toBigInteger(PyContext ctx, PyObject value) {
    PyObject number = toIntObject(ctx, value);
    return number instanceof PyInt i
        ? BigInteger.valueOf(i.value)
        : ((PyLong) number).toBigInteger();
  }

  /** A PyInt or PyLong: ints and bools as they are, instances through {@code __int__}. */
  public static PyObject toIntObject(PyContext ctx, PyObject value) {
    if (value instanceof PyInt || value instanceof PyLong) {
      return value;
    }
    if (value instanceof PyBool b) {
      return b.toInt();
    }
    if (value instanceof PyInstance instance) {
      PyObject converted = instance.unary(ctx, Op.INT);
      if (converted instanceof PyInt || converted instanceof PyLong) {
        return converted;
      }
    }
    throw Errors.typeError(ctx, "can't convert " + value.type().name + " to int");
  }

  /** A float argument: floats, ints and bools as they are, instances through {@code __float__}. */
  public static double toDouble(PyContext ctx, PyObject value) {
    if (value instanceof PyFloat f) {
      return f.value;
    }
    if (value instanceof PyInt i) {
      return i.value;
    }
    if (value instanceof PyBool b) {
      return b.value ? 1 : 0;
    }
    if (value instanceof PyLong big) {
      return big.doubleValue();
    }
    if (value instanceof PyInstance instance
        && instance.unary(ctx, Op.FLOAT) instanceof PyFloat f) {
      return f.value;
    }
    throw Errors.typeError(ctx, "can't convert " + value.type().name + " to float");
  }

  /** Whether the object is an int or bool. */
  public static boolean isInt(PyObject value) {
    return value instanceof PyInt || value instanceof PyLong || value instanceof PyBool;
  }

  /** The text of a str argument; TypeError for anything else. */
  public static String toText(PyContext ctx, PyObject value) {
    return toStr(ctx, value).value();
  }

  /** A str argument; TypeError for anything else. */
  public static PyStr toStr(PyContext ctx, PyObject value) {
    if (unwrap(value) instanceof PyStr s) {
      return s;
    }
    throw notText(ctx, value);
  }

  /** The error for a value in the place of a str. */
  static PyException notText(PyContext ctx, PyObject value) {
    return Errors.typeError(
        ctx, "can't convert '" + value.type().name + "' object to str implicitly");
  }

  /** The items of a tuple or list, not to be changed; TypeError for anything else. */
  public static PyObject[] toItems(PyContext ctx, PyObject value) {
    PyObject plain = unwrap(value);
    if (plain instanceof PyTuple tuple) {
      return tuple.items();
    }
    if (plain instanceof PyList list) {
      return Sequences.copy(list.items(), list.size());
    }
    throw Errors.typeError(ctx, "object '" + value.type().name + "' isn't a tuple or list");
  }

  /** The bytes of an object with the buffer protocol. */
  public static BufferView toBuffer(PyContext ctx, PyObject value) {
    BufferView view = value.buffer();
    if (view == null) {
      throw Errors.typeError(ctx, "object with buffer protocol required");
    }
    return view;
  }

  /** The bytes of a writable object with the buffer protocol. */
  public static BufferView toWritableBuffer(PyContext ctx, PyObject value) {
    BufferView view = toBuffer(ctx, value);
    if (view.isReadOnly()) {
      throw Errors.typeError(ctx, "object with buffer protocol required");
    }
    return view;
  }

  /**
   * An index into a sequence, negative ones counted from the end.
   *
   * @param typeName for the messages "X indices must be integers, not Y" and "X index out of range"
   */
  public static int toIndex(PyContext ctx, PyObject index, int length, String typeName) {
    int i;
    if (index instanceof PyInt n) {
      i = n.value;
    } else if (index instanceof PyBool b) {
      i = b.value ? 1 : 0;
    } else {
      PyObject number = index instanceof PyInstance instance ? instance.unary(ctx, Op.INT) : index;
      if (number instanceof PyLong big) {
        if (big.fitsLong()) {
          throw Errors.indexError(ctx, typeName.concat(" index out of range"));
        }
        throw Errors.overflowError(ctx, "overflow converting long int to machine word");
      }
      if (!(number instanceof PyInt n)) {
        throw Errors.typeError(
            ctx, typeName + " indices must be integers, not " + index.type().name);
      }
      i = n.value;
    }
    if (i < 0) {
      i += length;
    }
    if (i < 0 || i >= length) {
      throw Errors.indexError(ctx, typeName.concat(" index out of range"));
    }
    return i;
  }
}
