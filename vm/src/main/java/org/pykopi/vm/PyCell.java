package org.pykopi.vm;

import org.pykopi.object.PyContext;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** A variable shared between a function and the functions inside it. */
public final class PyCell extends PyObject {
  public static final PyType TYPE = new TypeTable("cell").build();

  /** Null while the variable is unbound. */
  public PyObject value;

  public PyCell(PyObject value) {
    this.value = value;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<cell ").append(ctx.addressOf(this)).append(' ');
    if (value == null) {
      out.append("(nil)");
    } else {
      value.repr(ctx, out);
    }
    out.append('>');
  }
}
