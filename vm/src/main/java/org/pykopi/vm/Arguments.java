package org.pykopi.vm;

import org.pykopi.bytecode.CodeObject;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;

/**
 * Puts the arguments of a call into the locals of a frame: closed-over cells, positional, keyword,
 * defaults, * and **.
 */
final class Arguments {
  private Arguments() {}

  /** The arguments lie as {@link PyObject#call} says, outside the slots of the frame. */
  static void bind(
      PyContext ctx,
      PyFunction function,
      PyObject[] args,
      int at,
      int nargs,
      int nkw,
      Frame frame) {
    Code code = function.code;
    if (code.source.emitter == CodeObject.Emitter.VIPER) {
      checkNative(ctx, code, nargs + function.cells.length, nkw);
    }
    PyObject[] slots = frame.stack;
    int base = frame.base;
    for (int i = base + code.localCount - 1; i >= base; i--) {
      slots[i] = null;
    }
    int cells = function.cells.length;
    System.arraycopy(function.cells, 0, slots, base, cells);
    bindPositional(ctx, function, args, at, nargs, nkw, frame);
    if (nkw > 0 || code.source.hasKeywordDefaults()) {
      bindKeywords(ctx, function, args, at + nargs, nkw, frame);
    } else {
      if (code.keywordOnly != 0) {
        throw wrong(ctx, code, "function missing keyword-only argument");
      }
      if (code.source.hasVarKeywords()) {
        slots[base + varKeywordsSlot(code)] = new PyDict();
      }
    }
    for (int cell : code.source.cells) {
      slots[base + cell] = new PyCell(slots[base + cell]);
    }
  }

  /** An error of the call. In Pycopy its traceback begins in the function that was called. */
  private static PyException wrong(PyContext ctx, Code code, String message) {
    PyException e = Errors.typeError(ctx, message);
    if (ctx.profile.isPycopy()) {
      Unwinding.addTraceback(e, code, 0);
    }
    return e;
  }

  /** A viper function takes positional arguments only, and knows no default values. */
  private static void checkNative(PyContext ctx, Code code, int given, int nkw) {
    if (nkw > 0) {
      throw wrong(ctx, code, "function doesn't take keyword arguments");
    }
    if (given != code.positional) {
      throw wrong(
          ctx,
          code,
          "function takes "
              + code.positional
              + " positional arguments but "
              + given
              + " were given");
    }
  }

  private static int varKeywordsSlot(Code code) {
    return code.positional + code.keywordOnly + (code.source.hasVarArgs() ? 1 : 0);
  }

  private static void bindPositional(
      PyContext ctx,
      PyFunction function,
      PyObject[] args,
      int at,
      int nargs,
      int nkw,
      Frame frame) {
    Code code = function.code;
    PyObject[] slots = frame.stack;
    int base = frame.base;
    int cells = function.cells.length;
    int wanted = code.positional;
    int given = nargs + cells;
    int direct = Math.min(nargs, wanted - cells);
    System.arraycopy(args, at, slots, base + cells, direct);
    if ((code.source.scopeFlags & CodeObject.FLAG_VARARGS) != 0) {
      slots[base + wanted + code.keywordOnly] = PyTuple.copyOf(args, at + direct, nargs - direct);
    } else if (given > wanted) {
      throw mismatch(ctx, code, wanted, given);
    }
    if (given < wanted && nkw == 0 && !code.source.hasKeywordDefaults()) {
      int defaults = function.defaults.length;
      if (given < wanted - defaults) {
        throw mismatch(ctx, code, wanted - defaults, given);
      }
      for (int i = given; i < wanted; i++) {
        slots[base + i] = function.defaults[i - (wanted - defaults)];
      }
    }
  }

  private static PyException mismatch(PyContext ctx, Code code, int wanted, int given) {
    return wrong(
        ctx,
        code,
        code.name.value()
            + "() takes "
            + wanted
            + " positional arguments but "
            + given
            + " were given");
  }

  private static void bindKeywords(
      PyContext ctx, PyFunction function, PyObject[] args, int at, int nkw, Frame frame) {
    Code code = function.code;
    PyObject[] slots = frame.stack;
    int base = frame.base;
    PyDict extra = null;
    if ((code.source.scopeFlags & CodeObject.FLAG_VARKEYWORDS) != 0) {
      extra = new PyDict();
      slots[base + varKeywordsSlot(code)] = extra;
    }
    for (int i = at; i < at + 2 * nkw; i += 2) {
      PyStr name = ((PyStr) args[i]).interned();
      int parameter = code.parameterOf(name);
      if (parameter >= 0) {
        if (slots[base + parameter] != null) {
          throw multiple(ctx, code, name);
        }
        slots[base + parameter] = args[i + 1];
      } else if (extra == null) {
        throw wrong(ctx, code, "unexpected keyword argument '" + name.value() + "'");
      } else if (extra.getStr(name) != null) {
        throw multiple(ctx, code, name);
      } else {
        extra.putStr(name, args[i + 1]);
      }
    }
    fillDefaults(ctx, function, slots, base);
  }

  private static PyException multiple(PyContext ctx, Code code, PyStr name) {
    return wrong(ctx, code, "function got multiple values for argument '" + name.value() + "'");
  }

  private static void fillDefaults(PyContext ctx, PyFunction function, PyObject[] slots, int base) {
    Code code = function.code;
    int wanted = code.positional;
    int defaults = function.defaults.length;
    for (int i = wanted - 1; i >= 0; i--) { // the last missing one is reported
      if (slots[base + i] == null) {
        if (i < wanted - defaults) {
          throw wrong(ctx, code, "function missing required positional argument #" + i);
        }
        slots[base + i] = function.defaults[i - (wanted - defaults)];
      }
    }
    for (int i = wanted; i < wanted + code.keywordOnly; i++) {
      if (slots[base + i] == null) {
        PyStr name = code.parameterNames[i];
        PyObject value =
            function.keywordDefaults == null ? null : function.keywordDefaults.getStr(name);
        if (value == null) {
          throw wrong(
              ctx, code, "function missing required keyword argument '" + name.value() + "'");
        }
        slots[base + i] = value;
      }
    }
  }
}
