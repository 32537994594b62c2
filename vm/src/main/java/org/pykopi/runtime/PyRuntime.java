package org.pykopi.runtime;

import org.pykopi.host.Host;
import org.pykopi.module.SysModule;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Names;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.vm.ClassBuilder;

/**
 * One Python, ready to run programs: what the command line, the browser and the tests use. Programs
 * run in the module {@code __main__}, whose variables stay from one program to the next until a new
 * runtime is made.
 */
public final class PyRuntime {
  private static final PyStr MAIN = PyStr.intern("__main__");

  private final RuntimeContext ctx;
  private final StandardModules standard;
  private final PyModule main = new PyModule("__main__");
  private final PyDict sys;
  private boolean hasRunProgram;

  public PyRuntime(Host host, RuntimeOptions options) {
    ctx = new RuntimeContext(host, options);
    standard = new StandardModules(options.profile);
    ctx.moduleNames = standard.names;
    if (options.maxDepth > 0) {
      ctx.maxDepth = options.maxDepth;
    }
    PyModule builtins = standard.loadFixed(ctx, "builtins");
    ctx.builtins = builtins.globals;
    ctx.builtins.putName("__build_class__", ClassBuilder.FUNCTION);
    sys = standard.loadFixed(ctx, "sys").globals;
    sys.putName("platform", PyStr.of(options.platform));
    if (options.profile.isMicropython()) {
      sys.putName("executable", PyStr.of(options.executable));
    }
    sys.putName("path", toList(options.searchPath()));
    setArguments(options.arguments);
    ctx.importer().connect(standard, sys);
    ctx.connect(sys);
    ctx.modules.putStr(MAIN, main);
    ctx.interpreter.setOutermost(main.globals);
  }

  private static PyList toList(String[] texts) {
    PyObject[] items = new PyObject[texts.length];
    for (int i = 0; i < items.length; i++) {
      items[i] = PyStr.of(texts[i]);
    }
    return PyList.of(items);
  }

  public PyContext context() {
    return ctx;
  }

  /** Globals of {@code __main__}. */
  public PyDict globals() {
    return main.globals;
  }

  /** Names of the built-in modules. */
  public Iterable<String> moduleNames() {
    return standard.names;
  }

  /** Sets {@code sys.argv}. */
  public void setArguments(String... arguments) {
    sys.putName("argv", toList(arguments));
  }

  // ---- running ----

  /**
   * Runs a file as {@code __main__} with {@code argv}; prints the traceback if it fails.
   *
   * @return the exit code: 0, 1 after an exception, or what the program exits with
   */
  public int runFile(String path, String... argv) {
    setArguments(argv);
    return finish(tryFile(path));
  }

  /** Runs a text as {@code __main__}; prints the traceback if it fails. The exit code. */
  public int runText(String source, String fileName) {
    return finish(tryText(source, fileName, ReplProgram.Input.FILE));
  }

  /** Imports a module, or the {@code __main__} of a package, as {@code __main__}; the exit code. */
  public int runModule(String name) {
    return finish(
        attempt(
            () -> {
              PyObject module = ctx.importModule(PyStr.intern(name), PyBool.FALSE, 0);
              if (module instanceof PyModule m && m.globals.getStr(Names.PATH) != null) {
                module = ctx.importModule(PyStr.intern(name + ".__main__"), PyBool.FALSE, 0);
              }
              if (module instanceof PyModule m) {
                runStrictMain(m);
              }
            }));
  }

  /** Runs a file as {@code __main__}; the exception it ended with, or null. */
  public PyException tryFile(String path) {
    return attempt(
        () -> {
          ctx.importer().run(main, path);
          runStrictMain(main);
        });
  }

  /** Compiles and runs a text in {@code __main__}; the exception it ended with, or null. */
  public PyException tryText(String source, String fileName, ReplProgram.Input input) {
    String mode =
        switch (input) {
          case SINGLE -> "single";
          case PASTE -> "paste";
          case FILE -> "exec";
        };
    return attempt(
        () -> {
          if (input == ReplProgram.Input.FILE) {
            runProgram(source, fileName, mode);
          } else {
            ctx.execute(ctx.compile(source, fileName, mode), main.globals, main.globals);
          }
        });
  }

  /** Compiles and runs the text of a program in {@code __main__}; its value, or what it raised. */
  public PyObject runProgram(String source, String fileName, String mode) {
    if (!hasRunProgram) {
      // Whatever was compiled before, such as the modules of a page, was not the program.
      hasRunProgram = true;
      ctx.expectMainProgram();
    }
    PyObject code = ctx.compile(source, fileName, mode);
    ctx.importer().nameStrictMain(main);
    PyObject value = ctx.execute(code, main.globals, main.globals);
    runStrictMain(main);
    return value;
  }

  /** In strict mode the program proper is the function {@code __main__} of the main module. */
  private void runStrictMain(PyModule module) {
    if (ctx.strict == null) {
      return;
    }
    ctx.strict.begin();
    PyObject function = module.globals.getStr(MAIN);
    if (function == null) {
      throw Errors.runtimeError(ctx, "strict mode: main module must contain __main__ function");
    }
    function.call0(ctx);
  }

  private PyException attempt(Runnable action) {
    try {
      action.run();
      return null;
    } catch (PyException e) {
      return e;
    } finally {
      ctx.host.console().flush();
    }
  }

  /** Imports {@code _boot} if there is one, as Pycopy's development variant does at its start. */
  public void boot() {
    attempt(() -> ctx.importModule(PyStr.intern("_boot"), PyNone.NONE, 0));
    ctx.expectMainProgram();
  }

  /** Only compiles a file; the exit code. */
  public int compileFile(String path) {
    return finish(attempt(() -> ctx.compile(ctx.importer().readSource(path), path, "exec")));
  }

  // ---- the end of a program ----

  /** Runs what {@code sys.atexit} asked for. */
  public void runExitFunction() {
    PyException failed = attempt(() -> SysModule.runExitFunction(ctx));
    if (failed != null) {
      report(failed);
    }
  }

  /**
   * Reports the exception a program ended with, null for none, on standard error; the exit code.
   */
  public int finish(PyException exception) {
    if (exception == null) {
      return 0;
    }
    int code = exitCode(exception);
    if (code >= 0) {
      return code;
    }
    report(exception);
    return 1;
  }

  /** Prints an exception with its traceback to standard error. */
  public void report(PyException exception) {
    ctx.report(exception);
    ctx.host.console().flush();
  }

  /** What a SystemExit asks to exit with (0 to 255); -1 for any other exception. */
  public int exitCode(PyException exception) {
    if (!exception.value.type().isSubclassOf(ExceptionTypes.SYSTEM_EXIT)) {
      return -1;
    }
    PyObject value = exception.base().value();
    if (value == PyNone.NONE) {
      return 0;
    }
    return Args.isInt(value) ? Args.toBigInteger(ctx, value).intValue() & 0xff : 1;
  }

  // ---- the prompt ----

  /** A prompt on the console of this runtime, with nothing typed before. */
  public Repl repl() {
    return repl(new History());
  }

  /** A prompt on the console of this runtime. */
  public Repl repl(History history) {
    return new Repl(
        new MainProgram(this), ctx.host.console(), history, new Completer(ctx, standard.names));
  }

  /** See {@link ReplProgram#awaitKey}. */
  void awaitKey() {
    ctx.awaitKey();
  }

  /** {@code sys.ps1} or {@code sys.ps2} as text. */
  String prompt(boolean isContinuation) {
    PyObject prompt = sys.getStr(PyStr.intern(isContinuation ? "ps2" : "ps1"));
    if (prompt == null) {
      return isContinuation ? "... " : ">>> ";
    }
    StringBuilder text = new StringBuilder();
    prompt.str(ctx, text);
    return text.toString();
  }

  /** A KeyboardInterrupt, as if the person had typed Ctrl-C. */
  static PyException keyboardInterrupt() {
    return new PyException(new PyBaseException(ExceptionTypes.KEYBOARD_INTERRUPT, PyTuple.EMPTY));
  }
}
