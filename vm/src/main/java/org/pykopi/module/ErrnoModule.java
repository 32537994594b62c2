package org.pykopi.module;

import org.pykopi.object.ErrorNames;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyStr;

/** {@code errno}: numbers of errors, as OSError has them. */
public final class ErrnoModule {
  private ErrnoModule() {}

  public static PyModule create(PyContext ctx) {
    ModuleTable table = new ModuleTable("errno");
    PyDict names = new PyDict();
    for (int i = 0; i < ErrorNames.count(); i++) {
      PyInt code = PyInt.of(ErrorNames.codeAt(i));
      table.constant(ErrorNames.nameAt(i), code);
      names.put(ctx, code, PyStr.intern(ErrorNames.nameAt(i)));
    }
    return table.constant("errorcode", names.fix()).build();
  }
}
