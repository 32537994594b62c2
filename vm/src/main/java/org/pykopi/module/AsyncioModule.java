package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;

/**
 * {@code _asyncio}: the parts of {@code asyncio} that are written in Java; the rest is in {@link
 * FrozenLibrary}.
 */
public final class AsyncioModule {
  private AsyncioModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("_asyncio")
        .constant("TaskQueue", PyTaskQueue.TYPE)
        .constant("Task", PyTask.TYPE)
        .build();
  }
}
