package org.pykopi.object;

/**
 * A Python exception on its way through Java code. Made only by {@link Errors} and by the
 * interpreter's {@code raise}; carries no Java stack trace.
 */
public final class PyException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  /** The exception object: a {@link PyBaseException}, or a {@link PyInstance} whose base is one. */
  public final transient PyObject value;

  public PyException(PyObject value) {
    super(null, null, false, false);
    this.value = value;
  }

  /** The native part of {@link #value}, which holds arguments and traceback. */
  public PyBaseException base() {
    return PyBaseException.of(value);
  }
}
