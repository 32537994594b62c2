package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyArray;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;

/** {@code array}: the array type. */
public final class ArrayModule {
  private ArrayModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("array").constant("array", PyArray.TYPE).build();
  }
}
