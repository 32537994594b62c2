package org.pykopi.object;

/** What {@code iter(callable, sentinel)} gives: calls until a result equals the sentinel. */
public final class PyCallableIterator extends PyIterator {
  /** Null after the end. */
  private PyObject callable;

  private final PyObject sentinel;

  public PyCallableIterator(PyObject callable, PyObject sentinel) {
    this.callable = callable;
    this.sentinel = sentinel;
  }

  @Override
  public PyObject next(PyContext ctx) {
    if (callable != null) {
      PyObject result = callOnce(ctx);
      if (result != null) {
        return result;
      }
      callable = null;
    }
    return end(ctx);
  }

  /** The next result, or null when it is the sentinel or the callable raised StopIteration. */
  private PyObject callOnce(PyContext ctx) {
    PyObject result;
    try {
      result = callable.call0(ctx);
    } catch (PyException e) {
      if (e.value.type().isSubclassOf(ExceptionTypes.STOP_ITERATION)) {
        return null;
      }
      throw e;
    }
    return Operators.equal(ctx, result, sentinel) ? null : result;
  }
}
