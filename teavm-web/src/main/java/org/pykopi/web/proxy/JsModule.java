package org.pykopi.web.proxy;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;

/** Module {@code js}: the members of {@code globalThis}. */
final class JsModule extends PyObject {
  private static final PyStr NAME = PyStr.intern("__name__");
  private static final PyStr JS = PyStr.intern("js");

  private final JsProxy globalThis;

  JsModule(JsProxy globalThis) {
    this.globalThis = globalThis;
  }

  @Override
  public PyType type() {
    return PyModule.TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<module 'js'>");
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    if (name == NAME) {
      return JS;
    }
    PyObject value = globalThis.get(name);
    return value instanceof JsMethod method ? method.function : value;
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    return globalThis.setAttribute(ctx, name, value);
  }
}
