package org.pykopi.object;

/**
 * How Pycopy makes the built-in part of an instance, in two phases as CPython does: {@code __new__}
 * makes it before {@code __init__} runs, and {@code __init__} of lists, dictionaries and exceptions
 * fills it. In MicroPython {@code super().__init__()} does both.
 */
final class NativeParts {
  private static final PyStr CLEAR = PyStr.intern("clear");
  private static final PyStr EXTEND = PyStr.intern("extend");
  private static final PyStr UPDATE = PyStr.intern("update");

  private NativeParts() {}

  /** A new instance with its built-in part, if its class has one; arguments as in a call. */
  static PyInstance newInstance(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyInstance made = new PyInstance(type);
    PyType part = type.nativeBase;
    if (part != null) {
      boolean isFilledLater = part == PyList.TYPE || part.isSubclassOf(PyDict.TYPE);
      boolean ignoresKeywords = part.isSubclassOf(ExceptionTypes.BASE_EXCEPTION);
      made.base =
          isFilledLater
              ? part.constructor.make(ctx, part, args, at, 0, 0)
              : part.constructor.make(ctx, part, args, at, nargs, ignoresKeywords ? 0 : nkw);
    }
    return made;
  }

  /** {@code self.__init__(args)} of a built-in type. */
  static void initialise(
      PyContext ctx, PyObject self, PyObject[] args, int at, int nargs, int nkw) {
    PyObject part = Args.unwrap(self);
    PyBaseException exception = PyBaseException.of(self);
    if (part instanceof PyList) {
      Args.checkCount(ctx, nargs, nkw, 0, 1);
      Attributes.callMethod(ctx, part, CLEAR);
      if (nargs > 0) {
        Attributes.callMethod(ctx, part, EXTEND, args[at]);
      }
    } else if (part instanceof PyDict) {
      Attributes.find(ctx, part, UPDATE).call(ctx, args, at, nargs, nkw);
    } else if (exception != null) {
      Args.checkCount(ctx, nargs, nkw, 0, -1);
      exception.args = PyTuple.copyOf(args, at, nargs);
    }
  }
}
