package org.pykopi.web.proxy;

import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * What {@code await promise} iterates over: it gives the promise out once, so that the JavaScript
 * side can wait for it; the value sent in then is the result.
 */
final class JsAwait extends PyObject {
  private static final PyType TYPE =
      new TypeTable("generator")
          .fn2("send", (ctx, self, value) -> ((JsAwait) self).send(ctx, value))
          .fn("throw", 2, 4, JsAwait::throwInto)
          .fn1("close", (ctx, self) -> PyNone.NONE)
          .build();

  private static final int NEW = 0;
  private static final int WAITING = 1;
  private static final int DONE = 2;

  private final JsProxy promise;
  private int state = NEW;

  JsAwait(JsProxy promise) {
    this.promise = promise;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return this;
  }

  @Override
  public PyObject next(PyContext ctx) {
    return resume(ctx, PyNone.NONE);
  }

  /** Null at the end, with the result in {@code ctx.stopValue}. */
  private PyObject resume(PyContext ctx, PyObject sent) {
    if (state == NEW) {
      state = WAITING;
      return promise;
    }
    ctx.stopValue = state == WAITING && sent != PyNone.NONE ? sent : null;
    state = DONE;
    return null;
  }

  private PyObject send(PyContext ctx, PyObject value) {
    PyObject result = resume(ctx, value);
    if (result == null) {
      throw Errors.stopIteration(ctx, ctx.stopValue);
    }
    return result;
  }

  private static PyObject throwInto(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject thrown = nargs > 2 && args[at + 2] != PyNone.NONE ? args[at + 2] : args[at + 1];
    throw new PyException(thrown instanceof PyType type ? type.call0(ctx) : thrown);
  }
}
