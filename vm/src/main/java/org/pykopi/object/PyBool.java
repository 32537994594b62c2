package org.pykopi.object;

/** {@code bool}: the two objects {@link #TRUE} and {@link #FALSE}. */
public final class PyBool extends PyObject {
  public static final PyBool FALSE = new PyBool(false);
  public static final PyBool TRUE = new PyBool(true);

  public final boolean value;

  private PyBool(boolean value) {
    this.value = value;
  }

  public static PyBool of(boolean value) {
    return value ? TRUE : FALSE;
  }

  @Override
  public PyType type() {
    return NumberTypes.BOOL;
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return value;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append(value ? "True" : "False");
  }

  @Override
  public int hash(PyContext ctx) {
    return value ? 1 : 0;
  }

  /** The same number as an int. */
  public PyInt toInt() {
    return PyInt.of(value ? 1 : 0);
  }

  @Override
  public PyObject unary(PyContext ctx, int op) {
    return toInt().unary(ctx, op);
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return toInt().binary(ctx, op, other);
  }

  static PyObject make(PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    return of(nargs == 1 && args[at].isTrue(ctx));
  }
}
