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
      PyObject result = callable.call0(ctx);
      if (!Operators.equal(ctx, result, sentinel)) {
        return result;
      }
      callable = null;
    }
    return end(ctx);
  }
}
