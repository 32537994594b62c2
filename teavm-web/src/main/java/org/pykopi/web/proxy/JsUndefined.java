package org.pykopi.web.proxy;

import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** JavaScript's {@code undefined}. */
final class JsUndefined extends PyObject {
  private static final PyType TYPE = new TypeTable("undefined").build();

  static final JsUndefined UNDEFINED = new JsUndefined();

  private JsUndefined() {}

  @Override
  public PyType type() {
    return TYPE;
  }
}
