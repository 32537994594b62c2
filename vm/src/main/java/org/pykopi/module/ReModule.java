package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;

/** {@code re}: regular expressions; see {@link RegexCompiler} for their syntax. */
public final class ReModule {
  private ReModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("re")
        .fn("compile", 1, 2, ReModule::compile)
        .fn("match", 2, 4, PyRegex::match)
        .fn("search", 2, 4, PyRegex::search)
        .fn("sub", 3, 5, PyRegex::sub)
        .build();
  }

  /**
   * compile(pattern, flags=0) -> re: prepares an expression for repeated use; flags mean nothing.
   */
  private static PyObject compile(PyContext ctx, PyObject[] args, int at, int nargs) {
    return PyRegex.compile(ctx, args[at]);
  }
}
