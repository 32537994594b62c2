package org.pykopi.object;

/**
 * A Python type. Built-in types are made once by {@link TypeTable} and never change; Python classes
 * are made by {@link Classes}. Members are found depth first from left to right through the bases,
 * as in the reference (not by C3).
 */
public final class PyType extends PyObject {
  /** Source of {@link #id}; below 0, so that no shape has the same number. */
  /** One count for all machines of a process, which share types. */
  private static int lastId;

  public static final PyType[] NO_BASES = {};
  public static final PyType TYPE = TypeMethods.makeType();
  public static final PyType OBJECT = TypeMethods.makeObject();

  public final String name;

  /** A number of its own, below 0, which inline caches in word code compare. */
  public final int id = --lastId;

  /**
   * Direct bases; empty for built-in types without one and for classes that derive from object
   * alone.
   */
  public final PyType[] bases;

  /** Classes above each other up to the topmost; lookups go through them recursively. */
  final int height;

  /** Members: methods, class attributes. */
  public final PyDict members;

  /**
   * Makes objects of a built-in type; null when Python code cannot make any ("cannot create 'x'
   * instances").
   */
  final NativeConstructor constructor;

  /** Whether this is a Python class, made by a class statement or type(). */
  public final boolean isPythonClass;

  /**
   * The built-in type that instances of this Python class carry inside (list for {@code class
   * A(list)}), or null.
   */
  public PyType nativeBase;

  /** The only attributes that instances may have, by Pycopy's {@code __slots__}; null for any. */
  PyStr[] slotNames;

  /** Shape of an instance without attributes; Python classes only. */
  public final Shape rootShape;

  /**
   * Makes an object of a built-in type; {@code type} is the type called, the arguments as in {@link
   * PyObject#call}.
   */
  public interface NativeConstructor {
    PyObject make(PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw);
  }

  PyType(
      String name,
      PyType[] bases,
      PyDict members,
      NativeConstructor constructor,
      boolean isPythonClass) {
    this.name = name;
    this.bases = bases;
    int highest = 0;
    for (PyType base : bases) {
      highest = Math.max(highest, base.height);
    }
    this.height = highest + 1;
    this.members = members.fix();
    this.constructor = constructor;
    this.isPythonClass = isPythonClass;
    this.rootShape = isPythonClass ? new Shape(this) : null;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<class '").append(name).append("'>");
  }

  /** The member of that name in this type or its bases, unbound; null when there is none. */
  public PyObject lookup(PyStr member) {
    PyObject found = members.getStr(member);
    if (found != null) {
      return found;
    }
    for (PyType base : bases) {
      found = base.lookup(member);
      if (found != null) {
        return found;
      }
    }
    return null;
  }

  /** Whether instances may have an attribute of that name; {@code attribute} is interned. */
  boolean allows(PyStr attribute) {
    if (slotNames == null) {
      return true;
    }
    for (PyStr one : slotNames) {
      if (one == attribute) {
        return true;
      }
    }
    return false;
  }

  /** Whether this is {@code other} or derives from it; everything derives from object. */
  public boolean isSubclassOf(PyType other) {
    if (this == other || other == OBJECT) {
      return true;
    }
    for (PyType base : bases) {
      if (base.isSubclassOf(other)) {
        return true;
      }
    }
    return false;
  }

  /**
   * The built-in type whose part an instance carries inside, or null; for built-in types other than
   * object themselves.
   */
  PyType nativeBaseOrSelf() {
    if (isPythonClass) {
      return nativeBase;
    }
    return this == OBJECT ? null : this;
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    if (isPythonClass) {
      return Classes.instantiate(ctx, this, args, at, nargs, nkw);
    }
    if (constructor == null) {
      throw Errors.typeError(ctx, "cannot create '" + name + "' instances");
    }
    return constructor.make(ctx, this, args, at, nargs, nkw);
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr attribute, PyObject value) {
    return Classes.setClassAttribute(ctx, this, attribute, value);
  }
}
