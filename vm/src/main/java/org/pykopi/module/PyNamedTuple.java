package org.pykopi.module;

import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;

/**
 * A tuple whose items also have names: an object of a type that {@code collections.namedtuple}
 * made, or a single one without a type of its own, such as {@code sys.implementation}.
 */
final class PyNamedTuple extends PyTuple {
  private final PyType type;

  /** What repr puts before the items. */
  private final String title;

  /** Interned names of the items; shared by all objects of a type. */
  final PyStr[] names;

  PyNamedTuple(PyType type, PyStr[] names, PyObject[] items) {
    super(items);
    this.type = type;
    this.title = type.name;
    this.names = names;
  }

  private PyNamedTuple(PyStr[] names, PyObject[] items) {
    super(items);
    this.type = PyTuple.TYPE;
    this.title = "";
    this.names = names;
  }

  /** A tuple with named items; each name is followed by its value. */
  static PyNamedTuple single(Object... namesAndValues) {
    int count = namesAndValues.length / 2;
    PyStr[] names = new PyStr[count];
    PyObject[] items = new PyObject[count];
    for (int i = 0; i < count; i++) {
      names[i] = PyStr.intern((String) namesAndValues[2 * i]);
      items[i] = (PyObject) namesAndValues[2 * i + 1];
    }
    return new PyNamedTuple(names, items);
  }

  @Override
  public PyType type() {
    return type;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    ctx.enter();
    try {
      out.append(title).append('(');
      for (int i = 0; i < names.length; i++) {
        out.append(i == 0 ? "" : ", ").append(names[i].value()).append('=');
        get(i).repr(ctx, out);
      }
      out.append(')');
    } finally {
      ctx.leave();
    }
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    int i = indexOf(names, name);
    return i < 0 ? null : get(i);
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    throw Errors.attributeError(ctx, "can't set attribute");
  }

  /** The place of an interned name, or -1. */
  static int indexOf(PyStr[] names, PyStr name) {
    for (int i = 0; i < names.length; i++) {
      if (names[i] == name) {
        return i;
      }
    }
    return -1;
  }
}
