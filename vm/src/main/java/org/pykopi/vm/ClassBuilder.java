package org.pykopi.vm;

import org.pykopi.object.Args;
import org.pykopi.object.Classes;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBuiltinFunction;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyTuple;

/** {@code __build_class__}, which a class statement calls. */
public final class ClassBuilder {
  private ClassBuilder() {}

  /** {@code __build_class__} as a Python function. */
  public static final PyObject FUNCTION =
      PyBuiltinFunction.of("__build_class__", ClassBuilder::buildClass);

  /**
   * __build_class__(body, name, *bases) -> type: runs the body with a new namespace and makes the
   * class of it.
   */
  private static PyObject buildClass(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    if (nkw > 0) {
      throw Errors.typeError(ctx, "function doesn't take keyword arguments");
    }
    Args.checkCount(ctx, nargs, 0, 2, -1);
    if (!(args[at] instanceof PyFunction body)) {
      throw Errors.typeError(ctx, "'" + args[at].type().name + "' object isn't callable");
    }
    PyTuple bases = PyTuple.copyOf(args, at + 2, nargs - 2);
    String name = Args.toText(ctx, args[at + 1]);
    PyDict members = new PyDict();
    PyObject cell = ((VmContext) ctx).interpreter.executeBody(body, members, PyObject.NO_ARGS);
    PyObject made = Classes.create(ctx, name, bases, members);
    if (cell instanceof PyCell classCell) {
      classCell.value = made;
    }
    return made;
  }
}
