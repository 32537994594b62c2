package org.pykopi.object;

/** {@code NotImplemented}. */
public final class PyNotImplemented extends PyObject {
  public static final PyType TYPE = new TypeTable("NotImplementedType").build();
  public static final PyNotImplemented NOT_IMPLEMENTED = new PyNotImplemented();

  private PyNotImplemented() {}

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("NotImplemented");
  }
}
