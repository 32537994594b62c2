package org.pykopi.module;

import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;

/** {@code platform}: what this Python runs on. */
public final class PlatformModule {
  private PlatformModule() {}

  private static final PyStr PLATFORM = PyStr.intern("platform");
  private static final PyStr NAME = PyStr.intern("sys");

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("platform")
        .fn0("platform", PlatformModule::platform)
        .fn0("python_compiler", PlatformModule::python_compiler)
        .fn("libc_ver", 0, -1, PlatformModule::libc_ver)
        .build();
  }

  /** platform() -> str: system, version of the language, machine. */
  private static PyObject platform(PyContext ctx) {
    String system = "";
    if (ctx.modules.getStr(NAME) instanceof PyModule sys
        && sys.globals.getStr(PLATFORM) instanceof PyStr name) {
      system = name.value();
    }
    String start = system.isEmpty() ? "" : system.substring(0, 1).toUpperCase();
    String rest = system.isEmpty() ? "" : system.substring(1);
    return PyStr.of(start + rest + "-" + SysModule.versionText() + "-Java");
  }

  /** python_compiler() -> str: what compiled the machine that runs Python. */
  private static PyObject python_compiler(PyContext ctx) {
    return PyStr.of("Java");
  }

  /** libc_ver() -> tuple: name and version of the C library; both empty, for there is none. */
  private static PyObject libc_ver(PyContext ctx, PyObject[] args, int at, int nargs) {
    return PyTuple.of(PyStr.of(""), PyStr.of(""));
  }
}
