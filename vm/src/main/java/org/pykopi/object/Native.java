package org.pykopi.object;

/**
 * Forms of a built-in function's Java method; a table entry is one of these, always a non-capturing
 * method reference.
 */
public final class Native {
  private Native() {}

  public interface Fn0 {
    PyObject call(PyContext ctx);
  }

  public interface Fn1 {
    PyObject call(PyContext ctx, PyObject a);
  }

  public interface Fn2 {
    PyObject call(PyContext ctx, PyObject a, PyObject b);
  }

  public interface Fn3 {
    PyObject call(PyContext ctx, PyObject a, PyObject b, PyObject c);
  }

  /**
   * Any number of positional arguments, {@code args[at .. at + nargs)}; the table checked the
   * number.
   */
  public interface FnN {
    PyObject call(PyContext ctx, PyObject[] args, int at, int nargs);
  }

  /**
   * Arguments bound by a {@link Signature}: one array element for each parameter, null where left
   * out without default.
   */
  public interface FnKw {
    PyObject call(PyContext ctx, PyObject[] bound);
  }

  /** Positional arguments and keyword pairs as they come. */
  public interface FnRaw {
    PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw);
  }

  /** Reads a native attribute of an object. */
  public interface Getter {
    PyObject get(PyContext ctx, PyObject self);
  }
}
