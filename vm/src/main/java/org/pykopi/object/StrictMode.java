package org.pykopi.object;

import java.util.IdentityHashMap;
import java.util.Map;

/**
 * Pycopy's strict mode. While the program imports, names work as always, but what {@code def},
 * {@code class}, {@code import} and {@code const} bind becomes a constant slot of its namespace,
 * and binding that again warns. Once {@code __main__()} runs, no namespace of a module or class
 * gets or loses a name, and constant slots keep their values.
 *
 * <p>Every store of a name in a module or class comes here when {@link PyContext#strict} is not
 * null. Inline caches are not filled then, so the interpreter's loop knows nothing of this.
 */
public final class StrictMode {
  /** The names of constant slots, by namespace; both compared by identity. */
  private final Map<PyDict, Map<PyStr, PyStr>> constants = new IdentityHashMap<>();

  private boolean isRuntime;

  /** Whether a comment in the first two lines of a program says {@code -X strict}. */
  public static boolean isAskedFor(String source) {
    int end = source.indexOf('\n');
    end = end < 0 ? -1 : source.indexOf('\n', end + 1);
    String start = end < 0 ? source : source.substring(0, end);
    int wish = start.indexOf("-X strict");
    return wish >= 0 && start.lastIndexOf('#', wish) > start.lastIndexOf('\n', wish);
  }

  /** From now on the program runs; {@code __main__} is about to be called. */
  public void begin() {
    isRuntime = true;
  }

  public boolean isRuntime() {
    return isRuntime;
  }

  /** Binds an interned name in a module or class body; {@code globals()} may have fixed it. */
  public void store(
      PyContext ctx, PyDict namespace, PyStr name, PyObject value, boolean isConstant) {
    namespace.checkChangeable(ctx);
    bind(ctx, namespace, name, value, isConstant);
  }

  /** Binds an interned name in a namespace. */
  void bind(PyContext ctx, PyDict namespace, PyStr name, PyObject value, boolean isConstant) {
    PyObject old = namespace.getStr(name);
    boolean wasConstant = isConstant(namespace, name);
    if (isRuntime) {
      checkRuntimeStore(ctx, old, wasConstant, isConstant);
    } else if (old != null) {
      warnOfStore(ctx, namespace, name, value, isConstant);
    }
    if (isConstant) {
      constants.computeIfAbsent(namespace, key -> new IdentityHashMap<>()).put(name, name);
    }
    namespace.putStr(name, value);
  }

  /** Refuses to delete a name at run time. */
  public void checkDelete(PyContext ctx) {
    if (isRuntime) {
      throw cannotChange(ctx);
    }
  }

  private static PyException cannotChange(PyContext ctx) {
    return Errors.runtimeError(ctx, "strict mode: can't create/del namespace attrs at runtime");
  }

  private static void checkRuntimeStore(
      PyContext ctx, PyObject old, boolean wasConstant, boolean isConstant) {
    if (old == null) {
      throw cannotChange(ctx);
    }
    if (wasConstant) {
      throw Errors.runtimeError(ctx, "strict mode: cannot override const name");
    }
    if (isConstant) {
      throw Errors.runtimeError(ctx, "strict mode: name already defined as variable");
    }
  }

  /**
   * Warns of a name that is bound again. Modules may be replaced, as {@code import a.b} and {@code
   * from .a import a} do.
   */
  private void warnOfStore(
      PyContext ctx, PyDict namespace, PyStr name, PyObject value, boolean isConstant) {
    PyObject old = namespace.getStr(name);
    boolean wasModule = old instanceof PyModule;
    if (!isConstant(namespace, name)) {
      if (isConstant && !wasModule) {
        warn(ctx, "overriding var with func");
      }
      return;
    }
    String overriding = "overriding (monkey-patching) const name '" + name.value() + "'";
    if (!isConstant) {
      warn(ctx, overriding + " with a variable");
      constants.get(namespace).remove(name);
    } else if (old != value && !wasModule) {
      warn(ctx, overriding);
    }
  }

  private static void warn(PyContext ctx, String text) {
    ctx.warn("RuntimeWarning", "strict mode: " + text);
  }

  private boolean isConstant(PyDict namespace, PyStr name) {
    Map<PyStr, PyStr> names = constants.get(namespace);
    return names != null && names.containsKey(name);
  }
}
