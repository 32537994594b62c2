package org.pykopi.object;

/** {@code super}: looks attributes up in the bases of a class, for an instance (or class) of it. */
public final class PySuper extends PyObject {
  public static final PyType TYPE = new TypeTable("super").constructor(PySuper::make).build();

  private final PyType after;
  private final PyObject object;

  private PySuper(PyType after, PyObject object) {
    this.after = after;
    this.object = object;
  }

  /** {@code super(type, object)}. */
  public static PySuper of(PyContext ctx, PyObject type, PyObject object) {
    if (!(type instanceof PyType after)) {
      throw Errors.typeError(ctx, "super() arguments must be a type and an object");
    }
    return new PySuper(after, object);
  }

  /** super(type, object) -> super: the part of the object after that class. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 2, 2);
    return of(ctx, args[at], args[at + 1]);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<super: ");
    after.repr(ctx, out);
    out.append(", ");
    object.repr(ctx, out);
    out.append('>');
  }

  /** The attribute; {@code ctx.methodSelf} as in {@link Attributes#findMethod}. */
  PyObject find(PyContext ctx, PyStr name) {
    return Classes.findSuperAttribute(ctx, after, object, name);
  }
}
