package org.pykopi.object;

/**
 * The types {@code type} and {@code object}. Members of object are found through {@code super()}
 * and object itself only.
 */
final class TypeMethods {
  private TypeMethods() {}

  static PyType makeType() {
    return new TypeTable("type").constructor(Classes::callType).build();
  }

  static PyType makeObject() {
    return new TypeTable("object")
        .constructor(TypeMethods::make)
        .fnRaw("__init__", TypeMethods::init)
        .fnRaw("__new__", TypeMethods::new_)
        .staticMethod("__new__")
        .fn2("__delattr__", TypeMethods::delattr)
        .fn3("__setattr__", TypeMethods::setattr)
        .fnRaw("__init_subclass__", TypeMethods::initSubclass)
        .classMethod("__init_subclass__")
        .build();
  }

  /** object() -> object: an object that is equal to itself alone. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 0);
    return new PyPlainObject();
  }

  /** __init__(...) -> None: does nothing; takes arguments in Pycopy only. */
  private static PyObject init(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    if (ctx.profile.isMicropython()) {
      Args.checkCount(ctx, nargs, nkw, 1, 1);
    }
    return PyNone.NONE;
  }

  /**
   * __new__(class, ...) -> object: an instance of a Python class, not initialised yet; takes more
   * arguments in Pycopy only.
   */
  private static PyObject new_(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    boolean isPycopy = ctx.profile.isPycopy();
    Args.checkCount(ctx, nargs, isPycopy ? 0 : nkw, 1, isPycopy ? -1 : 1);
    if (!(args[at] instanceof PyType type) || !type.isPythonClass) {
      throw notInstance(ctx);
    }
    return isPycopy
        ? NativeParts.newInstance(ctx, type, args, at + 1, nargs - 1, nkw)
        : new PyInstance(type);
  }

  /** __delattr__(name) -> None: removes an attribute of the instance itself. */
  private static PyObject delattr(PyContext ctx, PyObject self, PyObject name) {
    if (!(self instanceof PyInstance instance)) {
      throw notInstance(ctx);
    }
    if (!instance.removeSlot(Args.toStr(ctx, name).interned())) {
      throw Errors.attributeError(ctx, "no such attribute");
    }
    return PyNone.NONE;
  }

  /** __setattr__(name, value) -> None: sets an attribute of the instance itself. */
  private static PyObject setattr(PyContext ctx, PyObject self, PyObject name, PyObject value) {
    if (!(self instanceof PyInstance instance)) {
      throw notInstance(ctx);
    }
    instance.putSlot(Args.toStr(ctx, name).interned(), value);
    return PyNone.NONE;
  }

  /** __init_subclass__(**kwargs) -> None: does nothing. */
  private static PyObject initSubclass(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    return PyNone.NONE;
  }

  private static PyException notInstance(PyContext ctx) {
    return Errors.typeError(ctx, "arg must be user-type");
  }
}
