package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyByteArray;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;

/** Pycopy's {@code uzlib}: unpacking zlib, gzip and raw data. */
public final class UzlibModule {
  private UzlibModule() {}

  private static final int BAD_DATA = -3;
  private static final int BAD_CHECKSUM = -4;
  private static final int RAW_BITS = -15;

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("uzlib")
        .fn("decompress", 1, 3, UzlibModule::decompress)
        .constant("DecompIO", PyDecompStream.TYPE)
        .build();
  }

  /**
   * decompress(data, wbits=0, bufsize=0) -> bytearray: unpacks zlib data; raw if wbits is negative.
   */
  private static PyObject decompress(PyContext ctx, PyObject[] args, int at, int nargs) {
    Stream source = PyMemoryStream.of(Args.toBuffer(ctx, args[at]));
    int bits = nargs > 1 && Args.toInt(ctx, args[at + 1]) < 0 ? RAW_BITS : 0;
    PyDeflateStream.Reader reader = null;
    try {
      reader = PyDecompStream.open(ctx, source, bits, null);
      if (reader != null) {
        return PyByteArray.sharing(reader.readAll());
      }
    } catch (PyException e) {
      if (e.value.type() == ExceptionTypes.MEMORY_ERROR) {
        throw e;
      }
    }
    int code = reader != null && reader.isDone() ? BAD_CHECKSUM : BAD_DATA;
    throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR, PyInt.of(code));
  }
}
