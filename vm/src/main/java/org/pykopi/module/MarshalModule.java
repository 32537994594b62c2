package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;

/** {@code marshal}: code objects as bytes, in the form of an {@code .mpy} file, and back. */
public final class MarshalModule {
  private MarshalModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("marshal")
        .fn1("dumps", MarshalModule::dumps)
        .fn1("loads", MarshalModule::loads)
        .build();
  }

  /** dumps(code) -> bytes: a code object as bytes. */
  private static PyObject dumps(PyContext ctx, PyObject code) {
    byte[] file = ctx.dumpCode(code);
    if (file == null) {
      throw Errors.valueError(ctx, "unmarshallable object");
    }
    return PyBytes.of(file);
  }

  /** loads(data) -> code: the code object that bytes hold. */
  private static PyObject loads(PyContext ctx, PyObject data) {
    return ctx.loadCode(Args.toBuffer(ctx, data).copy());
  }
}
