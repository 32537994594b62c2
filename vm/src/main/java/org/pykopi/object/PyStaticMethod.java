package org.pykopi.object;

/** {@code staticmethod}: wraps a function in a class body. */
public final class PyStaticMethod extends PyObject {
  public static final PyType TYPE =
      new TypeTable("staticmethod").constructor(PyStaticMethod::make).build();

  public final PyObject function;

  public PyStaticMethod(PyObject function) {
    this.function = function;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    return new PyStaticMethod(args[at]);
  }
}
