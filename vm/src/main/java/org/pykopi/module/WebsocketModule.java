package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;

/** {@code websocket}: the frames of a WebSocket over any stream. */
public final class WebsocketModule {
  private WebsocketModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("websocket").constant("websocket", PyWebSocket.TYPE).build();
  }
}
