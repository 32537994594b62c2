package org.pykopi.object;

import java.util.ArrayList;
import java.util.List;

/**
 * An exception object of a built-in type. An instance of a Python class derived from an exception
 * type is a {@link PyInstance} whose {@link PyInstance#base} is one of these.
 */
public final class PyBaseException extends PyObject {
  /** One line of a traceback: where a frame was when the exception passed. */
  public record Entry(String file, int line, String block) {}

  private PyType type;

  /** The arguments; {@link PyTuple#EMPTY} for none. */
  public PyTuple args;

  /** Innermost frame first. */
  public final List<Entry> traceback = new ArrayList<>(4);

  /** What may be wrong in a source text, for people; null for nothing. Programs never see it. */
  public String hint;

  public PyBaseException(PyType type, PyTuple args) {
    this.type = type;
    this.args = args;
  }

  /** The native exception object behind {@code value}, or null when it is no exception object. */
  public static PyBaseException of(PyObject value) {
    if (value instanceof PyBaseException e) {
      return e;
    }
    return value instanceof PyInstance instance && instance.base instanceof PyBaseException e
        ? e
        : null;
  }

  @Override
  public PyType type() {
    return type;
  }

  /** First argument or None; any exception has it as {@code value} and {@code errno}. */
  public PyObject value() {
    return args.length() == 0 ? PyNone.NONE : args.get(0);
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    reprAs(ctx, type, out);
  }

  /**
   * Appends the repr under the name of {@code shown}, which is a Python class for instances of
   * such.
   */
  public void reprAs(PyContext ctx, PyType shown, StringBuilder out) {
    out.append(shown.name);
    args.repr(ctx, out);
  }

  /**
   * Appends the message: the only argument as text, several as a tuple, the name of an OSError's
   * number.
   */
  @Override
  public void str(PyContext ctx, StringBuilder out) {
    int count = args.length();
    if (count == 0) {
      return;
    }
    int most = ctx.profile.isPycopy() ? 1 : 2; // in Pycopy a second argument is a name space
    if (type == ExceptionTypes.OS_ERROR && count <= most && args.get(0) instanceof PyInt code) {
      String name = ErrorNames.nameOf(code.value);
      if (name != null) {
        out.append("[Errno ").append(code.value).append("] ").append(name);
        if (count == 2) {
          out.append(": ");
          args.get(1).str(ctx, out);
        }
        return;
      }
    }
    if (count == 1) {
      args.get(0).str(ctx, out);
    } else {
      args.repr(ctx, out);
    }
  }

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    switch (name.value()) {
      case "args":
        return args;
      case "value":
        if (ctx.profile.isPycopy() && !type.isSubclassOf(ExceptionTypes.STOP_ITERATION)) {
          return null;
        }
        return value();
      case "errno":
        // As in the reference, every exception has both.
        return value();
      default:
        return null;
    }
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    if (name.value().equals("__traceback__") && value == PyNone.NONE) {
      traceback.clear();
      return true;
    }
    return false;
  }

  void become(PyType newType, PyTuple newArgs) {
    type = newType;
    args = newArgs;
  }
}
