package org.pykopi.object;

/**
 * {@code super}: the attributes that an object would have if a class did not define them: those of
 * its bases, depth first from left to right, then those of object. As in the reference the
 * instance's own attributes and {@code __getattr__} are not asked.
 *
 * <p>Built-in bases have no {@code __init__} and {@code __new__} in their tables; here they get
 * them: the first makes the built-in part of the instance, the second an instance with such a part.
 */
public final class PySuper extends PyObject {
  public static final PyType TYPE = new TypeTable("super").constructor(PySuper::make).build();

  static final PyObject NATIVE_INIT =
      new PyBuiltinFunction.FormRaw("__init__", PySuper::initNative);
  private static final PyObject NATIVE_NEW =
      new PyBuiltinFunction.FormRaw("__new__", PySuper::newNative);

  private final PyType type;

  /** An instance of {@link #type}, or a class derived from it. */
  private final PyObject object;

  private PySuper(PyType type, PyObject object) {
    this.type = type;
    this.object = object;
  }

  /** super(class, object) -> super: object as an instance of what class derives from. */
  private static PyObject make(
      PyContext ctx, PyType self, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 2, 2);
    return of(ctx, args[at], args[at + 1]);
  }

  /** {@code super(type, object)}. */
  public static PySuper of(PyContext ctx, PyObject type, PyObject object) {
    if (!(type instanceof PyType t)) {
      throw Errors.typeError(ctx, "issubclass() arg 2 must be a class or a tuple of classes");
    }
    boolean isInstance = object.type().isSubclassOf(t);
    if (!isInstance && !(object instanceof PyType o && o.isSubclassOf(t))) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    return new PySuper(t, object);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<super: ");
    type.repr(ctx, out);
    out.append(", ");
    object.repr(ctx, out);
    out.append('>');
  }

  /**
   * An attribute, or null; {@link PyContext#methodSelf} as {@link Attributes#findMethod} sets it.
   */
  public PyObject find(PyContext ctx, PyStr name) {
    ctx.methodSelf = null;
    if (name == Names.CLASS) {
      return TYPE;
    }
    PyType owner = findOwner(type, name);
    if (owner == null) {
      owner = PyType.OBJECT;
    }
    PyObject member = owner.members.getStr(name);
    if (member == null && owner != PyType.OBJECT) {
      member = name == Names.INIT ? NATIVE_INIT : NATIVE_NEW;
    }
    if (member != null) {
      return bind(ctx, owner, name, member);
    }
    if (object instanceof PyInstance instance && instance.base != null) {
      PyObject operator = NativeOperator.find(name);
      ctx.methodSelf = operator == null ? null : instance.base;
      return operator;
    }
    return null;
  }

  /** The type below {@code type} that has the member, or gets it here; null when there is none. */
  private static PyType findOwner(PyType type, PyStr name) {
    for (PyType base : type.bases) {
      boolean isBuiltIn = !base.isPythonClass && base != PyType.OBJECT;
      if (base.members.getStr(name) != null
          || (isBuiltIn && (name == Names.INIT || name == Names.NEW))) {
        return base;
      }
      PyType owner = findOwner(base, name);
      if (owner != null) {
        return owner;
      }
    }
    return null;
  }

  private PyObject bind(PyContext ctx, PyType owner, PyStr name, PyObject member) {
    if (name == Names.NEW) {
      return member instanceof PyStaticMethod method ? method.function : member;
    }
    if (member == NATIVE_INIT) {
      ctx.methodSelf = object;
      return member;
    }
    return Instances.bind(ctx, object, owner, name, member);
  }

  // ---- what built-in bases get ----

  /** __init__(self, ...) -> None: makes the built-in part of an instance from the arguments. */
  private static PyObject initNative(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    if (nargs > 0 && ctx.profile.isPycopy()) {
      NativeParts.initialise(ctx, args[at], args, at + 1, nargs - 1, nkw);
      return PyNone.NONE;
    }
    if (nargs > 0 && args[at] instanceof PyInstance instance && instance.type.nativeBase != null) {
      instance.base = instance.type.nativeBase.call(ctx, args, at + 1, nargs - 1, nkw);
    }
    return PyNone.NONE;
  }

  /**
   * __new__(class, ...) -> object: an instance; with more arguments its built-in part is made from
   * them.
   */
  private static PyObject newNative(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    if (nargs == 0 || !(args[at] instanceof PyType type) || !type.isPythonClass) {
      throw Errors.typeError(ctx, "arg must be user-type");
    }
    if (ctx.profile.isPycopy()) {
      return NativeParts.newInstance(ctx, type, args, at + 1, nargs - 1, nkw);
    }
    PyInstance instance = new PyInstance(type);
    if (nargs + nkw > 1 && type.nativeBase != null) {
      instance.base = type.nativeBase.call(ctx, args, at + 1, nargs - 1, nkw);
    }
    return instance;
  }
}
