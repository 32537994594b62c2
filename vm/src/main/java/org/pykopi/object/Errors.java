package org.pykopi.object;

/**
 * Makes the exceptions that built-in code raises: {@code throw Errors.typeError(ctx, "...")}. Texts
 * are those of the reference when it has one.
 */
public final class Errors {
  private Errors() {}

  /** An exception of that type without arguments. */
  public static PyException of(PyContext ctx, PyType type) {
    return new PyException(new PyBaseException(type, PyTuple.EMPTY));
  }

  /** An exception of that type with a text. */
  public static PyException of(PyContext ctx, PyType type, String message) {
    return new PyException(new PyBaseException(type, PyTuple.of(PyStr.of(message))));
  }

  /** An exception of that type with one argument. */
  public static PyException of(PyContext ctx, PyType type, PyObject argument) {
    return new PyException(new PyBaseException(type, PyTuple.of(argument)));
  }

  public static PyException typeError(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.TYPE_ERROR, message);
  }

  public static PyException valueError(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.VALUE_ERROR, message);
  }

  public static PyException indexError(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.INDEX_ERROR, message);
  }

  public static PyException keyError(PyContext ctx, PyObject key) {
    return of(ctx, ExceptionTypes.KEY_ERROR, key);
  }

  public static PyException attributeError(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.ATTRIBUTE_ERROR, message);
  }

  public static PyException nameError(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.NAME_ERROR, message);
  }

  public static PyException overflowError(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.OVERFLOW_ERROR, message);
  }

  public static PyException zeroDivision(PyContext ctx) {
    return of(ctx, ExceptionTypes.ZERO_DIVISION_ERROR, "divide by zero");
  }

  public static PyException runtimeError(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.RUNTIME_ERROR, message);
  }

  public static PyException notImplemented(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.NOT_IMPLEMENTED_ERROR, message);
  }

  /** For a method of a built-in type called with something else as self. */
  public static PyException wrongSelf(PyContext ctx, String typeName, PyObject self) {
    return typeError(
        ctx, "argument should be a '" + typeName + "' not a '" + self.type().name + "'");
  }

  /** For {@code hash()} of an object whose type has no hash. */
  public static PyException unhashable(PyContext ctx, PyObject value) {
    return typeError(ctx, "unsupported type for __hash__: '" + value.type().name + "'");
  }

  public static PyException recursionError(PyContext ctx) {
    return runtimeError(ctx, "maximum recursion depth exceeded");
  }

  /** MemoryError for an allocation of that many bytes, which may be beyond any limit. */
  public static PyException memoryError(PyContext ctx, long bytes) {
    return of(
        ctx,
        ExceptionTypes.MEMORY_ERROR,
        "memory allocation failed, allocating " + bytes + " bytes");
  }

  public static PyException importError(PyContext ctx, String message) {
    return of(ctx, ExceptionTypes.IMPORT_ERROR, message);
  }

  public static PyException osError(PyContext ctx, int errno) {
    return of(ctx, ExceptionTypes.OS_ERROR, PyInt.of(errno));
  }

  public static PyException stopIteration(PyContext ctx, PyObject value) {
    return value == null
        ? of(ctx, ExceptionTypes.STOP_ITERATION)
        : of(ctx, ExceptionTypes.STOP_ITERATION, value);
  }
}
