package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.Signature;

/** {@code btree}: a database of bytes by bytes in a file. */
public final class BtreeModule {
  private BtreeModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("btree")
        .fnKw(
            "open",
            Signature.of(
                "stream", "/", "*", "flags=0", "cachesize=0", "pagesize=0", "minkeypage=0"),
            BtreeModule::open)
        .constant("INCL", PyInt.of(PyBtree.INCLUDING_END))
        .constant("DESC", PyInt.of(PyBtree.DESCENDING))
        .build();
  }

  /** open(stream, *, flags=0, cachesize=0, pagesize=0, minkeypage=0) -> btree: the database. */
  private static PyObject open(PyContext ctx, PyObject[] bound) {
    Streams.of(ctx, bound[0]);
    int flags = Args.toInt(ctx, bound[1]);
    Args.toInt(ctx, bound[2]);
    int pageSize = Args.toInt(ctx, bound[3]);
    int keysPerPage = Args.toInt(ctx, bound[4]);
    return PyBtree.open(ctx, bound[0], flags, pageSize, keysPerPage);
  }
}
