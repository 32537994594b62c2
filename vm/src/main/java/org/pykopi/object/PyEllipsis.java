package org.pykopi.object;

/** {@code Ellipsis}, written {@code ...}. */
public final class PyEllipsis extends PyObject {
  public static final PyType TYPE = new TypeTable("ellipsis").build();
  public static final PyEllipsis ELLIPSIS = new PyEllipsis();

  private PyEllipsis() {}

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("Ellipsis");
  }
}
