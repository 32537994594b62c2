package org.pykopi.object;

/** {@code classmethod}: wraps a function in a class body. */
public final class PyClassMethod extends PyObject {
  public static final PyType TYPE =
      new TypeTable("classmethod").constructor(PyClassMethod::make).build();

  public final PyObject function;

  public PyClassMethod(PyObject function) {
    this.function = function;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    return new PyClassMethod(args[at]);
  }
}
