package org.pykopi.object;

/** {@code None}. */
public final class PyNone extends PyObject {
  public static final PyType TYPE = new TypeTable("NoneType").build();
  public static final PyNone NONE = new PyNone();

  private PyNone() {}

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("None");
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return false;
  }
}
