package org.pykopi.object;

/**
 * {@code property}: functions that get, set and delete an attribute of the instances of a Python
 * class.
 */
public final class PyProperty extends PyObject {
  public static final PyType TYPE =
      new TypeTable("property")
          .constructor(PyProperty::make)
          .fn2("getter", PyProperty::getter)
          .fn2("setter", PyProperty::setter)
          .fn2("deleter", PyProperty::deleter)
          .build();

  private static final Signature SIGNATURE =
      Signature.of("fget=None", "fset=None", "fdel=None", "doc=None");

  /** Each a function or None. */
  private final PyObject getter;

  private final PyObject setter;
  private final PyObject deleter;

  private PyProperty(PyObject getter, PyObject setter, PyObject deleter) {
    this.getter = getter;
    this.setter = setter;
    this.deleter = deleter;
  }

  /**
   * property(fget=None, fset=None, fdel=None, doc=None) -> property: an attribute with functions
   * behind it.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyObject[] bound = SIGNATURE.bind(ctx, args, at, nargs, nkw);
    return new PyProperty(bound[0], bound[1], bound[2]);
  }

  private static PyProperty self(PyContext ctx, PyObject value) {
    if (value instanceof PyProperty property) {
      return property;
    }
    throw Errors.wrongSelf(ctx, "property", value);
  }

  /** getter(function) -> property: a copy that reads with function. */
  private static PyObject getter(PyContext ctx, PyObject self, PyObject function) {
    PyProperty property = self(ctx, self);
    return new PyProperty(function, property.setter, property.deleter);
  }

  /** setter(function) -> property: a copy that writes with function. */
  private static PyObject setter(PyContext ctx, PyObject self, PyObject function) {
    PyProperty property = self(ctx, self);
    return new PyProperty(property.getter, function, property.deleter);
  }

  /** deleter(function) -> property: a copy that deletes with function. */
  private static PyObject deleter(PyContext ctx, PyObject self, PyObject function) {
    PyProperty property = self(ctx, self);
    return new PyProperty(property.getter, property.setter, function);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  // ---- for attribute access on instances ----

  /** The value for an instance, or null when the property cannot be read. */
  public PyObject get(PyContext ctx, PyObject instance) {
    return getter == PyNone.NONE ? null : getter.call1(ctx, instance);
  }

  /**
   * Sets the value for an instance, or deletes it when {@code value} is null; false when that is
   * not possible.
   */
  public boolean set(PyContext ctx, PyObject instance, PyObject value) {
    PyObject function = value == null ? deleter : setter;
    if (function == PyNone.NONE) {
      return false;
    }
    if (value == null) {
      function.call1(ctx, instance);
    } else {
      function.call2(ctx, instance, value);
    }
    return true;
  }
}
