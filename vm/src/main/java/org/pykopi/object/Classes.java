package org.pykopi.object;

/** Python classes: making them, making and using their instances. */
public final class Classes {
  private Classes() {}

  static PyObject instantiate(PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) { return null; }
  static PyObject callType(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) { return null; }
  static PyObject getClassAttribute(PyContext ctx, PyType type, PyStr name) { return null; }
  static boolean setClassAttribute(PyContext ctx, PyType type, PyStr name, PyObject value) { return false; }
  static PyObject findInstanceAttribute(PyContext ctx, PyInstance self, PyStr name) { return null; }
  static PyObject findTypeAttribute(PyContext ctx, PyType type, PyStr name) { return null; }
  static void repr(PyContext ctx, PyInstance self, StringBuilder out) {}
  static void str(PyContext ctx, PyInstance self, StringBuilder out) {}
  static boolean isTrue(PyContext ctx, PyInstance self) { return true; }
  static int length(PyContext ctx, PyInstance self) { return -1; }
  static int hash(PyContext ctx, PyInstance self) { return 0; }
  static PyObject unary(PyContext ctx, PyInstance self, int op) { return null; }
  static PyObject binary(PyContext ctx, PyInstance self, int op, PyObject other) { return null; }
  static PyObject getItem(PyContext ctx, PyInstance self, PyObject index) { return null; }
  static void setItem(PyContext ctx, PyInstance self, PyObject index, PyObject value) {}
  static void deleteItem(PyContext ctx, PyInstance self, PyObject index) {}
  static PyObject iter(PyContext ctx, PyInstance self) { return null; }
  static PyObject next(PyContext ctx, PyInstance self) { return null; }
  static boolean setAttribute(PyContext ctx, PyInstance self, PyStr name, PyObject value) { return false; }
  static PyObject callInstance(PyContext ctx, PyInstance self, PyObject[] args, int at, int nargs, int nkw) { return null; }
}
