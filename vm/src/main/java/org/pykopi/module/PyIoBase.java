package org.pykopi.module;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code io.IOBase}: the base of stream classes written in Python. It does nothing itself; see
 * {@link PythonStream}.
 */
final class PyIoBase extends PyObject {
  static final PyType TYPE = new TypeTable("IOBase").constructor(PyIoBase::make).build();

  /** It has no state, so one object serves all. */
  private static final PyIoBase INSTANCE = new PyIoBase();

  private PyIoBase() {}

  @Override
  public PyType type() {
    return TYPE;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    return INSTANCE;
  }
}
