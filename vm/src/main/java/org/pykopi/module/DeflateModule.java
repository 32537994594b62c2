package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;

/** {@code deflate}: packed streams, raw or as zlib and gzip files have them. */
public final class DeflateModule {
  private DeflateModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("deflate")
        .constant("DeflateIO", PyDeflateStream.TYPE)
        .constant("AUTO", PyInt.of(PyDeflateStream.AUTO))
        .constant("RAW", PyInt.of(PyDeflateStream.RAW))
        .constant("ZLIB", PyInt.of(PyDeflateStream.ZLIB))
        .constant("GZIP", PyInt.of(PyDeflateStream.GZIP))
        .build();
  }
}
