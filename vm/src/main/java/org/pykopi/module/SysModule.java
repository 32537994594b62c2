package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.Tracebacks;

/**
 * {@code sys}: the interpreter itself. The runtime replaces {@code argv}, {@code path}, {@code
 * platform} and {@code executable} by what its options say.
 */
public final class SysModule {
  private SysModule() {}

  /** Version of the reference whose behaviour and library this one has. */
  private static final int[] VERSION = {1, 28, 0};

  /** Version 6 of the bytecode files, sub-version 3, no machine code. */
  private static final int MPY = 6 | (3 << 8);

  /** What programs may set; everything else is fixed, as in the reference. */
  private static final String[] CHANGEABLE = {
    "path", "ps1", "ps2", "tracebacklimit", "stdin", "stdout", "stderr"
  };

  private static final String[] STREAMS = {"stdin", "stdout", "stderr"};
  private static final String[] NOTHING = {};

  private static final String IMPORT_HOOK = "sys.imphook";
  private static final String EXIT_FUNCTION = "sys.atexit";

  public static PyModule create(PyContext ctx) {
    IoState streams = IoState.of(ctx);
    boolean isPycopy = ctx.profile.isPycopy();
    boolean isDev = ctx.profile.isDev();
    return new ModuleTable("sys")
        .constant("argv", new PyList())
        .constant("path", PyList.of(PyStr.EMPTY))
        .constant(
            "version",
            PyStr.of(isPycopy ? "3.4.0" : "3.4.0; MicroPython v" + versionText() + " (Pykopi)"))
        .constant("version_info", PyTuple.of(PyInt.of(3), PyInt.of(4), PyInt.of(0)))
        .constant("implementation", isPycopy ? pycopyImplementation() : implementation())
        .constant("platform", PyStr.of("linux"))
        .constant("byteorder", PyStr.of("little"))
        .constant("maxsize", PyInt.of(Long.MAX_VALUE))
        .constant("modules", ctx.modules)
        .constant("stdin", streams.text[0])
        .constant("stdout", streams.text[1])
        .constant("stderr", streams.text[2])
        .fn("exit", 0, 1, SysModule::exit)
        .fn0("exc_info", SysModule::exc_info)
        .fn("print_exception", 1, 2, SysModule::print_exception)
        .when(!isPycopy)
        .constant("executable", PyStr.EMPTY)
        .constant("ps1", PyStr.of(">>> "))
        .constant("ps2", PyStr.of("... "))
        .fn1("atexit", SysModule::atexit)
        .when(ctx.profile.isFull())
        .fn1("getsizeof", SysModule::getsizeof)
        .fn1("settrace", SysModule::settrace)
        .fn1("intern", SysModule::intern)
        .when(isDev)
        .fn2("__setattr__", SysModule::setattr)
        .fn1("maybe_intern", SysModule::maybe_intern)
        .fn2("setimphook", SysModule::setimphook)
        .constant("roproxy", PyReadOnlyProxy.TYPE)
        .buildWritable(isPycopy ? isDev ? STREAMS : NOTHING : CHANGEABLE);
  }

  static String versionText() {
    return VERSION[0] + "." + VERSION[1] + "." + VERSION[2];
  }

  private static PyObject implementation() {
    PyTuple version =
        PyTuple.of(PyInt.of(VERSION[0]), PyInt.of(VERSION[1]), PyInt.of(VERSION[2]), PyStr.EMPTY);
    return PyNamedTuple.single(
        "name", PyStr.of("micropython"),
        "version", version,
        "_machine", PyStr.of("Pykopi"),
        "_mpy", PyInt.of(MPY),
        "_build", PyStr.of("standard"),
        "_thread", PyStr.of("GIL"));
  }

  private static PyObject pycopyImplementation() {
    PyTuple version = PyTuple.of(PyInt.of(3), PyInt.of(6), PyInt.of(1));
    return PyNamedTuple.single("name", PyStr.of("micropython"), "version", version);
  }

  /** exit(code=None): raises SystemExit. */
  private static PyObject exit(PyContext ctx, PyObject[] args, int at, int nargs) {
    throw nargs == 0
        ? Errors.of(ctx, ExceptionTypes.SYSTEM_EXIT)
        : Errors.of(ctx, ExceptionTypes.SYSTEM_EXIT, args[at]);
  }

  /**
   * exc_info() -> tuple: type and value of the exception being handled, and None; three times None
   * without one.
   */
  private static PyObject exc_info(PyContext ctx) {
    PyObject exception = ctx.handledException;
    return exception == null
        ? PyTuple.of(PyNone.NONE, PyNone.NONE, PyNone.NONE)
        : PyTuple.of(exception.type(), exception, PyNone.NONE);
  }

  /** print_exception(exception, file=sys.stdout): writes the report of an exception. */
  private static PyObject print_exception(PyContext ctx, PyObject[] args, int at, int nargs) {
    String text = Tracebacks.format(ctx, args[at]);
    if (nargs == 1) {
      ctx.print(text);
    } else {
      Streams.print(ctx, args[at + 1], text);
    }
    return PyNone.NONE;
  }

  /**
   * atexit(function) -> object: has the function called at the end; gives the one set before, or
   * None.
   */
  private static PyObject atexit(PyContext ctx, PyObject function) {
    PyObject old = (PyObject) ctx.moduleState.put(EXIT_FUNCTION, function);
    return old == null ? PyNone.NONE : old;
  }

  /**
   * Calls the function given to {@code atexit}, if any; the runtime does so when the program ends.
   */
  public static void runExitFunction(PyContext ctx) {
    PyObject function = (PyObject) ctx.moduleState.remove(EXIT_FUNCTION);
    if (function != null && function != PyNone.NONE) {
      function.call0(ctx);
    }
  }

  /** getsizeof(object) -> int: about how many bytes the object takes, without what it refers to. */
  private static PyObject getsizeof(PyContext ctx, PyObject object) {
    int header = 16;
    int reference = 8;
    BufferView view = object.buffer();
    if (view != null) {
      return PyInt.of(header + view.length());
    }
    if (object instanceof PyInstance instance) {
      return PyInt.of(header + reference * instance.shape.size());
    }
    int items = Math.max(0, object.length(ctx));
    return PyInt.of(header + (long) items * (object instanceof PyDict ? 3 : 1) * reference);
  }

  /**
   * settrace(function): has {@code function(frame, event, None)} called for each call of a function
   * from now on; what it returns is called for each line, return and exception of that call. None
   * ends it.
   */
  private static PyObject settrace(PyContext ctx, PyObject function) {
    ctx.setTrace(function);
    return PyNone.NONE;
  }

  /** intern(text) -> str: the one string of that text that names share. */
  private static PyObject intern(PyContext ctx, PyObject text) {
    return Args.toStr(ctx, text).interned();
  }

  /** maybe_intern(text) -> str: the one string of that text that names share, if there is one. */
  private static PyObject maybe_intern(PyContext ctx, PyObject text) {
    if (!(text instanceof PyStr plain)) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    return plain.interned();
  }

  /** __setattr__(name, value): refuses a standard stream that cannot be read or written. */
  private static PyObject setattr(PyContext ctx, PyObject name, PyObject value) {
    PyStr method = PyStr.intern(Args.toText(ctx, name).equals("stdin") ? "read" : "write");
    if (Attributes.find(ctx, value, method) == null) {
      throw Errors.of(ctx, ExceptionTypes.OS_ERROR, "stream operation not supported");
    }
    return PyNone.NONE;
  }

  /**
   * setimphook(hook, extensions) -> object: has {@code hook(name, path)} called for each place
   * where a module may be; what it returns instead of None is the module. Gives the hook set
   * before.
   */
  private static PyObject setimphook(PyContext ctx, PyObject hook, PyObject extensions) {
    PyObject old = (PyObject) ctx.moduleState.put(IMPORT_HOOK, hook);
    return old == null ? PyNone.NONE : old;
  }

  /** What {@code setimphook} set, or null. */
  public static PyObject importHook(PyContext ctx) {
    PyObject hook = (PyObject) ctx.moduleState.get(IMPORT_HOOK);
    return hook == PyNone.NONE ? null : hook;
  }
}
