package org.pykopi.object;

import org.pykopi.util.Profile;

/** A context for tests of the object model alone: no programs, no modules, no host. */
final class PlainContext extends PyContext {
  final PyDict globals = new PyDict();
  final StringBuilder output = new StringBuilder();

  PlainContext() {
    super(null, Profile.MICROPYTHON);
  }

  @Override
  public PyDict globals() {
    return globals;
  }

  @Override
  public PyDict locals() {
    return globals;
  }

  @Override
  public PyObject importModule(PyStr name, PyDict globals, PyObject fromlist, int level) {
    throw Errors.importError(this, name.value());
  }

  @Override
  public PyObject compile(String source, String fileName, String mode) {
    throw Errors.notImplemented(this, "compile");
  }

  @Override
  public PyObject execute(PyObject code, PyDict globals, PyDict locals) {
    throw Errors.notImplemented(this, "execute");
  }

  @Override
  public byte[] dumpCode(PyObject code) {
    return null;
  }

  @Override
  public PyObject loadCode(byte[] file) {
    throw Errors.notImplemented(this, "loadCode");
  }

  @Override
  public void collectGarbage() {}

  @Override
  public boolean awaitsLost() {
    return false;
  }

  @Override
  public void tellOfLost() {}

  @Override
  public PyObject makeFunction(
      BufferView code, BufferView table, PyDict globals, PyObject[] defaults) {
    return null;
  }

  @Override
  public void forgetEnded() {}

  @Override
  public void print(String text) {
    output.append(text);
  }

  @Override
  public String readLine(String prompt) {
    throw Errors.of(this, ExceptionTypes.EOF_ERROR);
  }

  @Override
  public void poll() {}

  @Override
  public void warn(String category, String text) {
    output.append(text).append('\n');
  }

  @Override
  public boolean isGenerator(PyObject value) {
    return false;
  }

  // ---- for the tests ----

  PyObject call(PyObject object, String method, PyObject... args) {
    return Attributes.callMethod(this, object, PyStr.intern(method), args);
  }

  String repr(PyObject object) {
    StringBuilder out = new StringBuilder();
    object.repr(this, out);
    return out.toString();
  }

  /** The repr of the exception that an action raises. */
  String errorOf(Runnable action) {
    try {
      action.run();
    } catch (PyException e) {
      return repr(e.value);
    }
    return "no error";
  }

  static PyList ints(int... values) {
    PyObject[] items = new PyObject[values.length];
    for (int i = 0; i < values.length; i++) {
      items[i] = PyInt.of(values[i]);
    }
    return PyList.of(items);
  }

  static PySlice slice(Integer start, Integer stop, Integer step) {
    return new PySlice(optional(start), optional(stop), optional(step));
  }

  private static PyObject optional(Integer value) {
    return value == null ? PyNone.NONE : PyInt.of(value.intValue());
  }
}
