package org.pykopi.vm;

import org.pykopi.bytecode.CodeObject;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Names;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * A function written in Python: code, the globals it was made in, default values and closed-over
 * cells. A generator function is one too; calling it makes a {@link PyGenerator}.
 */
public final class PyFunction extends PyObject {
  public static final PyType TYPE = new TypeTable("function").constructor(PyFunction::make).build();
  public static final PyType CLOSURE_TYPE = new TypeTable("closure").build();
  public static final PyType GENERATOR_FUNCTION_TYPE = new TypeTable("generator").build();
  static final PyObject[] NO_CELLS = {};
  private static final PyStr DOC = PyStr.intern("__doc__");
  private static final PyStr CODE = PyStr.intern("__code__");

  public final Code code;
  public final PyDict globals;

  /** Values of the last positional parameters; empty for none. */
  final PyObject[] defaults;

  /** Values of keyword-only parameters by name, or null. */
  final PyDict keywordDefaults;

  /** Passed in front of the arguments. */
  final PyObject[] cells;

  /** What the program gave it in Pycopy's development variant; null for nothing. */
  private PyDict attributes;

  /** Whether a call with exactly the positional arguments needs no more than a frame. */
  final boolean isPlain;

  public PyFunction(
      Code code, PyDict globals, PyObject[] defaults, PyDict keywordDefaults, PyObject[] cells) {
    this.code = code;
    this.globals = globals;
    this.defaults = defaults;
    this.keywordDefaults = keywordDefaults;
    this.cells = cells;
    isPlain = code.isSimple && cells.length == 0;
  }

  /** function(code, globals): a function with other globals. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 2, 2);
    if (args[at] instanceof Code code
        && !code.isClosure
        && args[at + 1] instanceof PyDict globals) {
      return new PyFunction(code, globals, NO_CELLS, null, NO_CELLS);
    }
    throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
  }

  /** The same function, but for its globals. */
  public PyFunction withGlobals(PyDict others) {
    return new PyFunction(code, others, defaults, keywordDefaults, cells);
  }

  @Override
  public PyType type() {
    if (cells.length > 0) {
      return CLOSURE_TYPE;
    }
    return code.isGenerator ? GENERATOR_FUNCTION_TYPE : TYPE;
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  @Override
  public boolean bindsToInstance() {
    return true;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    String address = ctx.addressOf(this);
    if (cells.length > 0) {
      out.append("<closure <function ").append(code.name.value()).append(" at 0x").append(address);
      out.append("> at ").append(address).append(", n_closed=").append(cells.length).append(' ');
      for (PyObject cell : cells) {
        cell.repr(ctx, out);
        out.append(' ');
      }
      out.append('>');
    } else if (code.source.emitter == CodeObject.Emitter.VIPER) {
      out.append("<function>");
    } else if (code.isGenerator) {
      out.append("<generator>");
    } else {
      out.append("<function ")
          .append(code.name.value())
          .append(" at 0x")
          .append(address)
          .append('>');
    }
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    if (ctx.profile.isDev()) {
      PyObject own = attributes == null ? null : attributes.getStr(name);
      if (own != null || name == DOC) {
        return own == null ? PyNone.NONE : own;
      }
    }
    CodeObject.Emitter kind = code.source.emitter;
    if (kind == CodeObject.Emitter.VIPER) {
      return null;
    }
    if (name == Names.NAME) {
      return code.name;
    }
    if (ctx.profile.isPycopy()) {
      return null;
    }
    if (name == CODE) {
      return kind == CodeObject.Emitter.BYTECODE && cells.length == 0 ? code : null;
    }
    return name == Names.GLOBALS ? globals : null;
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    if (!ctx.profile.isDev()) {
      return false;
    }
    if (attributes == null) {
      attributes = new PyDict();
    }
    if (value != null) {
      attributes.putStr(name, value);
    } else {
      attributes.deleteItem(ctx, name);
    }
    return true;
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    return ((VmContext) ctx).interpreter.call(this, args, at, nargs, nkw);
  }
}
