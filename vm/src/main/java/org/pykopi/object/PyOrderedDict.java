package org.pykopi.object;

/** {@code OrderedDict}: a dict whose comparison with another one looks at the order too. */
public final class PyOrderedDict extends PyDict {
  public static final PyType TYPE =
      DictMethods.methods("OrderedDict").base(PyDict.TYPE).constructor(PyOrderedDict::make).build();

  /** OrderedDict([mapping or iterable of pairs], **kwargs) -> OrderedDict: a new dictionary. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyOrderedDict dict = new PyOrderedDict();
    DictMethods.fill(ctx, dict, args, at, nargs, nkw);
    return dict;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** In the reference this is a plain list, and takes slices. */
  @Override
  int hashOf(PyContext ctx, PyObject key) {
    return key instanceof PySlice ? 0 : key.hash(ctx);
  }

  @Override
  PyDict makeEmpty() {
    return new PyOrderedDict();
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("OrderedDict(");
    super.repr(ctx, out);
    out.append(')');
  }
}
