package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;

/** {@code weakref}: references that do not keep an object alive, and calls when it is gone. */
public final class WeakrefModule {
  private WeakrefModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("weakref")
        .constant("ref", PyWeakReference.REF)
        .constant("finalize", PyWeakReference.FINALIZE)
        .build();
  }
}
