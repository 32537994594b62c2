package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;

/** {@code select}: waiting for streams. */
public final class SelectModule {
  private SelectModule() {}

  private static final int POLLERR = 8;
  private static final int POLLHUP = 16;

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("select")
        .fn("poll", 0, ctx.profile.isPycopy() ? 1 : 0, SelectModule::poll)
        .constant("POLLIN", PyInt.of(Stream.POLL_READ))
        .constant("POLLOUT", PyInt.of(Stream.POLL_WRITE))
        .constant("POLLERR", PyInt.of(POLLERR))
        .constant("POLLHUP", PyInt.of(POLLHUP))
        .build();
  }

  /**
   * poll() -> poll: an object that waits for several streams at once; in Pycopy it may be told
   * their number.
   */
  private static PyObject poll(PyContext ctx, PyObject[] args, int at, int nargs) {
    return new PyPoll(ctx);
  }
}
