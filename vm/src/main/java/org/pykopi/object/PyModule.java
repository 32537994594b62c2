package org.pykopi.object;

/** {@code module}: a name and a namespace. */
public final class PyModule extends PyObject {
  public static final PyType TYPE = new TypeTable("module").constructor(PyModule::make).build();
  private static final PyStr NAME = PyStr.intern("__name__");

  /** The namespace, which is also the globals of the code in the module. */
  public final PyDict globals;

  /** Names that Python code can set; none for most built-in modules, null for all. */
  private final PyStr[] changeable;

  /** Whether the program opened it in Pycopy's development variant. */
  private boolean isOpen;

  public PyModule(String name) {
    this(name, new PyDict(), null);
  }

  PyModule(String name, PyDict globals, PyStr[] changeable) {
    this.globals = globals;
    this.changeable = changeable;
    globals.putStr(NAME, PyStr.intern(name));
    if (changeable != null && changeable.length == 0) {
      globals.fix();
    }
  }

  /** module(name): an empty module, in Pycopy only. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    if (ctx.profile.isMicropython()) {
      throw Errors.typeError(ctx, "cannot create 'module' instances");
    }
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    return new PyModule(Args.toStr(ctx, args[at]).value());
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** What {@code __name__} says. */
  String name() {
    return globals.getStr(NAME) instanceof PyStr text ? text.value() : "";
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<module '");
    PyObject name = globals.getStr(NAME);
    if (name != null) {
      name.str(ctx, out);
    }
    PyObject file = globals.getStr(Names.FILE);
    if (file != null) {
      out.append("' from '");
      file.str(ctx, out);
    }
    out.append("'>");
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    PyObject found = globals.getStr(name);
    if (found != null) {
      return found;
    }
    if (name == Names.DICT) {
      return globals;
    }
    PyObject hook = globals.getStr(Names.GETATTR);
    return hook == null ? null : hook.call1(ctx, name);
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    if (!isOpen && changeable != null) {
      PyObject hook = value == null ? null : globals.getStr(Names.SETATTR);
      if (!isChangeable(name)) {
        return false;
      }
      if (hook != null) {
        hook.call2(ctx, name, value);
      }
    }
    if (ctx.strict != null) {
      if (value != null) {
        ctx.strict.store(ctx, globals, name, value, value instanceof PyModule);
        return true;
      }
      ctx.strict.checkDelete(ctx);
    }
    if (value != null) {
      globals.putStr(name, value);
      return true;
    }
    return globals.remove(ctx, name) != null;
  }

  /** Lets the program change any member, or ends that; whether it could before. */
  boolean setWritable(boolean isWritable) {
    boolean wasWritable = isOpen || changeable == null;
    isOpen = isWritable;
    return wasWritable;
  }

  private boolean isChangeable(PyStr name) {
    for (PyStr one : changeable) {
      if (one == name) {
        return true;
      }
    }
    return false;
  }
}
