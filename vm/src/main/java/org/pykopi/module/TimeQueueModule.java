package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;

/** Pycopy's {@code utimeq}: queues of what is to happen when. */
public final class TimeQueueModule {
  private TimeQueueModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("utimeq").constant("utimeq", PyTimeQueue.TYPE).build();
  }
}
