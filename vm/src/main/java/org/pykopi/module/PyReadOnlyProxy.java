package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Operators;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** {@code sys.roproxy(object)}: an object through which another can be read but not changed. */
final class PyReadOnlyProxy extends PyObject {
  static final PyType TYPE = new TypeTable("roproxy").constructor(PyReadOnlyProxy::make).build();

  private final PyObject target;

  private PyReadOnlyProxy(PyObject target) {
    this.target = target;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    return new PyReadOnlyProxy(args[at]);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<roproxy ");
    target.repr(ctx, out);
    out.append('>');
  }

  @Override
  public void str(PyContext ctx, StringBuilder out) {
    target.str(ctx, out);
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return target.isTrue(ctx);
  }

  @Override
  public int length(PyContext ctx) {
    return target.length(ctx);
  }

  @Override
  public int hash(PyContext ctx) {
    return target.hash(ctx);
  }

  @Override
  public PyObject unary(PyContext ctx, int op) {
    return target.unary(ctx, op);
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return Operators.binary(ctx, op, target, other);
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    return target.getItem(ctx, index);
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    return Attributes.load(ctx, target, name);
  }
}
