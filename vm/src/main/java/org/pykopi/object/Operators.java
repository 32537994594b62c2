package org.pykopi.object;

/** Operators on any two objects: own method, then the reflected one, then TypeError. */
public final class Operators {
  private Operators() {}

  /** {@code a == b}. */
  public static boolean equal(PyContext ctx, PyObject a, PyObject b) {
    if (a == b) {
      return !(a instanceof PyInstance) && !isNan(a)
          || (a instanceof PyInstance && equalSlow(ctx, a, b));
    }
    if (a instanceof PyStr s) {
      if (b instanceof PyStr t) {
        return s.sameText(t);
      }
    } else if (a instanceof PyInt i && b instanceof PyInt j) {
      return i.value == j.value;
    }
    return equalSlow(ctx, a, b);
  }

  /** Whether a number that is not equal to itself. */
  private static boolean isNan(PyObject a) {
    return (a instanceof PyFloat f && f.value != f.value)
        || (a instanceof PyComplex c && (c.real != c.real || c.imaginary != c.imaginary));
  }

  private static boolean equalSlow(PyContext ctx, PyObject a, PyObject b) {
    return equalObject(ctx, a, b).isTrue(ctx);
  }

  /** {@code a == b} as the object that the special method gives. */
  private static PyObject equalObject(PyContext ctx, PyObject a, PyObject b) {
    PyObject result = a.binary(ctx, Op.EQUAL, b);
    if (!isResult(result)) {
      result = b.binary(ctx, Op.EQUAL, a);
    }
    return isResult(result) ? result : PyBool.of(PyObject.same(a, b));
  }

  /** {@code a op b} for every operator of the bytecode. */
  public static PyObject binary(PyContext ctx, int op, PyObject a, PyObject b) {
    switch (op) {
      case Op.IS:
        return PyBool.of(PyObject.same(a, b));
      case Op.EQUAL:
        return a instanceof PyInstance || b instanceof PyInstance
            ? equalObject(ctx, a, b)
            : PyBool.of(equal(ctx, a, b));
      case Op.NOT_EQUAL:
        return notEqual(ctx, a, b);
      case Op.IN:
        return PyBool.of(contains(ctx, b, a));
      case Op.EXCEPTION_MATCH:
        checkExceptionTypes(ctx, a, b);
        return PyBool.of(matchesException(ctx, a, b));
      default:
        return arithmetic(ctx, op, a, b);
    }
  }

  /** {@code a != b}: for each side its __ne__, which Pycopy does not know, else __eq__ inverted. */
  private static PyObject notEqual(PyContext ctx, PyObject a, PyObject b) {
    boolean mayHaveOwn = a instanceof PyInstance || b instanceof PyInstance;
    if (!mayHaveOwn || ctx.profile.isPycopy()) {
      return PyBool.of(!equal(ctx, a, b));
    }
    PyObject result = notEqualSide(ctx, a, b);
    if (result == null) {
      result = notEqualSide(ctx, b, a);
    }
    return result == null ? PyBool.of(!PyObject.same(a, b)) : result;
  }

  private static PyObject notEqualSide(PyContext ctx, PyObject a, PyObject b) {
    PyObject result = a instanceof PyInstance ? a.binary(ctx, Op.NOT_EQUAL, b) : null;
    if (isResult(result)) {
      return result;
    }
    result = a.binary(ctx, Op.EQUAL, b);
    return isResult(result) ? PyBool.of(!result.isTrue(ctx)) : null;
  }

  private static PyObject arithmetic(PyContext ctx, int op, PyObject a, PyObject b) {
    PyObject result = a.binary(ctx, op, b);
    if (isResult(result)) {
      return result;
    }
    int plain = op;
    if (Op.isInplace(op)) {
      plain = op + Op.INPLACE_TO_PLAIN;
      result = a.binary(ctx, plain, b);
      if (isResult(result)) {
        return result;
      }
    }
    result = reflected(ctx, plain, a, b);
    if (isResult(result)) {
      return result;
    }
    boolean isReflected = plain >= Op.OR && plain <= Op.POWER;
    boolean isText = Args.unwrap(a) instanceof PyStr;
    if (ctx.profile.isPycopy() && isText != Args.unwrap(b) instanceof PyStr) {
      if (isText || isReflected && op == plain) {
        throw Args.notText(ctx, Args.unwrap(isText ? b : a));
      }
    }
    throw unsupported(ctx, named(ctx, op, plain), asInt(a), isReflected ? asInt(b) : b);
  }

  /**
   * What an error calls the operator. Pycopy does not try the plain form of an in-place one, and
   * its standard build has names for two of them only.
   */
  private static int named(PyContext ctx, int op, int plain) {
    boolean hasName = ctx.profile.isDev() || op == Op.INPLACE_ADD || op == Op.INPLACE_SUBTRACT;
    return ctx.profile.isPycopy() && hasName ? op : plain;
  }

  /** A bool whose operators are those of an int shows in error messages as the int it became. */
  private static PyObject asInt(PyObject x) {
    return x instanceof PyBool bool ? bool.toInt() : x;
  }

  private static boolean isResult(PyObject result) {
    return result != null && result != PyNotImplemented.NOT_IMPLEMENTED;
  }

  private static PyObject reflected(PyContext ctx, int op, PyObject a, PyObject b) {
    if (op >= Op.OR && op <= Op.POWER) {
      return b.binary(ctx, op - Op.OR + Op.REVERSE_OR, a);
    }
    switch (op) {
      case Op.LESS:
        return b.binary(ctx, Op.MORE, a);
      case Op.MORE:
        return b.binary(ctx, Op.LESS, a);
      case Op.LESS_EQUAL:
        return b.binary(ctx, Op.MORE_EQUAL, a);
      case Op.MORE_EQUAL:
        return b.binary(ctx, Op.LESS_EQUAL, a);
      default:
        return null;
    }
  }

  /** {@code a < b} and kin, as a boolean. */
  public static boolean compare(PyContext ctx, int op, PyObject a, PyObject b) {
    if (op == Op.LESS || op == Op.MORE) {
      PyObject less = op == Op.LESS ? a : b;
      PyObject more = op == Op.LESS ? b : a;
      if (less instanceof PyInt x && more instanceof PyInt y) {
        return x.value < y.value;
      }
      if (less instanceof PyStr x && more instanceof PyStr y) {
        return TextSearch.compare(x.value(), y.value()) < 0;
      }
      if (less instanceof PyFloat x && more instanceof PyFloat y) {
        return x.value < y.value;
      }
    }
    return binary(ctx, op, a, b).isTrue(ctx);
  }

  /** {@code item in container}: the container's own test, else by iterating. */
  public static boolean contains(PyContext ctx, PyObject container, PyObject item) {
    PyObject result = container.binary(ctx, Op.CONTAINS, item);
    if (isResult(result)) {
      return result.isTrue(ctx);
    }
    PyObject iterator = asInt(container).iter(ctx);
    int count = 0;
    for (PyObject next = iterator.next(ctx); next != null; next = iterator.next(ctx)) {
      if (equal(ctx, next, item)) {
        return true;
      }
      Sequences.pollSometimes(ctx, ++count);
    }
    return false;
  }

  /** Whether an {@code except} clause with that type, or tuple of types, takes the exception. */
  public static boolean matchesException(PyContext ctx, PyObject exception, PyObject wanted) {
    PyType type = exception instanceof PyType t ? t : exception.type();
    if (wanted instanceof PyTuple tuple) {
      for (PyObject one : tuple.items()) {
        if (matchesException(ctx, exception, one)) {
          return true;
        }
      }
      return false;
    }
    return wanted instanceof PyType w && type.isSubclassOf(w);
  }

  private static void checkExceptionTypes(PyContext ctx, PyObject exception, PyObject wanted) {
    if (wanted instanceof PyTuple tuple) {
      for (PyObject one : tuple.items()) {
        checkExceptionTypes(ctx, exception, one);
      }
    } else if (!(wanted instanceof PyType type)
        || !type.isSubclassOf(ExceptionTypes.BASE_EXCEPTION)) {
      throw unsupported(ctx, Op.EXCEPTION_MATCH, exception, wanted);
    }
  }

  /** The type that an operator met: that of the built-in part of an instance, if it has one. */
  private static String operandName(PyObject value) {
    PyObject part = Args.unwrap(value);
    return (part instanceof PyBaseException ? value : part).type().name;
  }

  private static PyException unsupported(PyContext ctx, int op, PyObject a, PyObject b) {
    return Errors.typeError(
        ctx,
        "unsupported types for "
            + Op.binaryName(op)
            + ": '"
            + operandName(a)
            + "', '"
            + (op <= Op.EXCEPTION_MATCH ? b.type().name : operandName(b))
            + "'");
  }

  /** {@code op a}. */
  public static PyObject unary(PyContext ctx, int op, PyObject a) {
    if (op == Op.NOT) {
      return PyBool.of(!a.isTrue(ctx));
    }
    PyObject result = a.unary(ctx, op);
    if (result != null) {
      return result;
    }
    if (op == Op.INT) {
      throw Errors.typeError(ctx, "can't convert " + a.type().name + " to int");
    }
    throw Errors.typeError(
        ctx, "unsupported type for " + Op.unaryName(op) + ": '" + operandName(a) + "'");
  }

  /** {@code len(a)}. */
  public static int length(PyContext ctx, PyObject a) {
    int length = a.length(ctx);
    if (length < 0) {
      throw Errors.typeError(ctx, "object of type '" + a.type().name + "' has no len()");
    }
    return length;
  }
}
