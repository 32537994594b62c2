package org.pykopi.web.proxy;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;

/** A JavaScript function found as a property: its first argument is JavaScript's {@code this}. */
final class JsMethod extends PyObject {
  final JsProxy function;

  JsMethod(JsProxy function) {
    this.function = function;
  }

  @Override
  public PyType type() {
    return JsProxy.TYPE;
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    return function.getOwnAttribute(ctx, name);
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    return function.callWith(ctx, args[at], args, at + 1, nargs - 1, nkw);
  }
}
