package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.Signature;
import org.pykopi.util.Profile;
import org.pykopi.util.Utf8;

/** The functions of {@code builtins} about program text, modules and namespaces. */
final class CodeBuiltins {
  private static final String UNNAMED = "<string>";

  private CodeBuiltins() {}

  static void add(ModuleTable table, Profile profile) {
    table
        .fn("compile", 3, 6, CodeBuiltins::compile)
        .fn("eval", 1, 3, CodeBuiltins::eval)
        .fn("exec", 1, 3, CodeBuiltins::exec)
        .fn0("globals", CodeBuiltins::globals)
        .fn0("locals", CodeBuiltins::locals)
        .when(!profile.isPycopy())
        .fn("execfile", 1, 3, CodeBuiltins::execfile)
        .when(profile.isFull())
        .fn("help", 0, 1, CodeBuiltins::help)
        .always()
        .fnKw("open", IoModule.OPEN, IoModule::open)
        .fnKw(
            "__import__",
            Signature.of("name", "globals=None", "locals=None", "fromlist=None", "level=0"),
            CodeBuiltins::import_);
  }

  // ---- program text ----

  /**
   * compile(source, filename, mode[, flags[, dont_inherit]]) -> code: for exec or eval; mode is
   * exec, single or eval.
   */
  private static PyObject compile(PyContext ctx, PyObject[] args, int at, int nargs) {
    String fileName = Args.toText(ctx, args[at + 1]);
    String mode = Args.toText(ctx, args[at + 2]);
    if (!mode.equals("exec") && !mode.equals("eval") && !mode.equals("single")) {
      throw Errors.valueError(ctx, "bad compile mode");
    }
    return ctx.compile(source(ctx, args[at]), fileName, mode);
  }

  /**
   * eval(expression[, globals[, locals]]) -> object: the value of program text or of a compiled
   * expression.
   */
  private static PyObject eval(PyContext ctx, PyObject[] args, int at, int nargs) {
    return run(ctx, "eval", args, at, nargs);
  }

  /**
   * exec(source[, globals[, locals]]) -> None: runs program text or a code object; in Pycopy also a
   * function, and modules may stand for namespaces.
   */
  private static PyObject exec(PyContext ctx, PyObject[] args, int at, int nargs) {
    return run(ctx, "exec", args, at, nargs);
  }

  private static PyObject run(PyContext ctx, String mode, PyObject[] args, int at, int nargs) {
    PyObject code = args[at];
    boolean isFunction = ctx.profile.isPycopy() && code.isCallable();
    if (!isFunction && !code.type().name.equals("code")) {
      code = ctx.compile(source(ctx, code), UNNAMED, mode);
    }
    return execute(ctx, code, args, at, nargs);
  }

  /** Runs a code object with the namespaces in the arguments after the first. */
  private static PyObject execute(
      PyContext ctx, PyObject code, PyObject[] args, int at, int nargs) {
    PyDict globals = nargs > 1 ? namespace(ctx, args[at + 1]) : null;
    PyDict locals = nargs > 2 ? namespace(ctx, args[at + 2]) : globals;
    return ctx.execute(
        code,
        globals == null ? ctx.globals() : globals,
        locals == null ? (globals == null ? ctx.locals() : globals) : locals);
  }

  /** Null for None. */
  private static PyDict namespace(PyContext ctx, PyObject value) {
    if (value == PyNone.NONE) {
      return null;
    }
    if (Args.unwrap(value) instanceof PyDict dict) {
      return dict;
    }
    if (ctx.profile.isPycopy()) {
      if (value instanceof PyModule module) {
        return module.globals;
      }
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    throw Errors.typeError(ctx, "globals and locals must be dict, not " + value.type().name);
  }

  private static String source(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyStr text) {
      return text.value();
    }
    BufferView bytes = Args.toBuffer(ctx, value);
    String text = Utf8.decode(bytes.data(), bytes.offset(), bytes.length());
    if (text == null) {
      throw Errors.of(ctx, ExceptionTypes.SYNTAX_ERROR, "invalid syntax");
    }
    return text;
  }

  /** execfile(filename[, globals[, locals]]) -> None: runs a file. */
  private static PyObject execfile(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyStr name = Args.toStr(ctx, args[at]);
    byte[] bytes = Mounts.of(ctx).read(name.value());
    String text = Utf8.decode(bytes, 0, bytes.length);
    if (text == null) {
      throw Errors.of(ctx, ExceptionTypes.UNICODE_ERROR);
    }
    return execute(ctx, ctx.compile(text, name.value(), "exec"), args, at, nargs);
  }

  // ---- namespaces, modules, files ----

  /** globals() -> dict: the global variables. */
  private static PyObject globals(PyContext ctx) {
    PyDict globals = ctx.globals();
    if (ctx.strict != null && ctx.strict.isRuntime()) {
      globals.fix();
    }
    return globals;
  }

  /** locals() -> dict: the variables of a class body or module, else the global ones. */
  private static PyObject locals(PyContext ctx) {
    return ctx.locals();
  }

  /**
   * help([object]) -> None: prints what an object is and has; help('modules') names the modules.
   */
  private static PyObject help(PyContext ctx, PyObject[] args, int at, int nargs) {
    String text;
    if (nargs == 0) {
      text = HelpText.welcome(ctx);
    } else if (args[at] instanceof PyStr topic && topic.value().equals("modules")) {
      text = HelpText.modules(ctx);
    } else {
      text = HelpText.of(ctx, args[at]);
    }
    ctx.print(text);
    return PyNone.NONE;
  }

  /**
   * __import__(name, globals=None, locals=None, fromlist=None, level=0) -> module: what import
   * does. In Pycopy an empty {@code fromlist} asks for the inner module, as one with names does.
   */
  private static PyObject import_(PyContext ctx, PyObject[] bound) {
    PyObject wanted = bound[3];
    boolean isEmpty = wanted instanceof PyTuple tuple && tuple.length() == 0;
    if (isEmpty && ctx.profile.isMicropython()) {
      wanted = PyNone.NONE;
    }
    int level = Args.toInt(ctx, bound[4]);
    PyObject globals = bound[1] == PyNone.NONE || level <= 0 ? ctx.globals() : bound[1];
    if (!(globals instanceof PyDict dict)) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    return ctx.importModule(Args.toStr(ctx, bound[0]), dict, wanted, level);
  }
}
