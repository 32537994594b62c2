package org.pykopi.object;

/**
 * A function together with the object it was fetched from; calling it puts that object in front of
 * the arguments.
 */
public final class PyBoundMethod extends PyObject {
  public static final PyType TYPE = new TypeTable("bound_method").build();

  public final PyObject function;
  public final PyObject self;

  public PyBoundMethod(PyObject function, PyObject self) {
    this.function = function;
    this.self = self;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<bound_method ").append(ctx.addressOf(this)).append(' ');
    self.repr(ctx, out);
    out.append('.');
    function.repr(ctx, out);
    out.append('>');
  }

  @Override
  public int hash(PyContext ctx) {
    return System.identityHashCode(function) * 31 + System.identityHashCode(self);
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return op == Op.EQUAL && other instanceof PyBoundMethod method
        ? PyBool.of(method.function == function && same(method.self, self))
        : null;
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    return Attributes.find(ctx, function, name);
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    PyObject[] more = new PyObject[nargs + 1 + 2 * nkw];
    more[0] = self;
    System.arraycopy(args, at, more, 1, nargs + 2 * nkw);
    return function.call(ctx, more, 0, nargs + 1, nkw);
  }

  @Override
  public PyObject call0(PyContext ctx) {
    return function.call1(ctx, self);
  }

  @Override
  public PyObject call1(PyContext ctx, PyObject a) {
    return function.call2(ctx, self, a);
  }

  @Override
  public PyObject call2(PyContext ctx, PyObject a, PyObject b) {
    return function.call3(ctx, self, a, b);
  }
}
