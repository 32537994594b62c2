package org.pykopi.module;

import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBuiltinFunction;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyEllipsis;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyNotImplemented;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.Tracebacks;
import org.pykopi.object.TypeTable;
import org.pykopi.util.Utf8;

/**
 * {@code weakref.ref} and {@code weakref.finalize}. The garbage collector is that of the machine
 * below; it does not say what it found, so {@code gc.collect()} looks through the references
 * ({@link #sweep}) and calls the callbacks of those that lost their object. A ref must be held by
 * the program for its callback to be called; a finalize holds itself.
 */
final class PyWeakReference extends PyObject {
  static final PyType REF = new TypeTable("ref").constructor(PyWeakReference::makeRef).build();
  static final PyType FINALIZE =
      new TypeTable("finalize")
          .constructor(PyWeakReference::makeFinalize)
          .fn1("peek", PyWeakReference::peek)
          .fn1("detach", PyWeakReference::detach)
          .property("alive", PyWeakReference::alive)
          .build();

  private static final String KEY = "weakref";

  /** All references of a runtime that still have an object, oldest first. */
  private static final class Registry {
    final List<PyWeakReference> finalizers = new ArrayList<>();
    final List<WeakReference<PyWeakReference>> refs = new ArrayList<>();
  }

  private final PyType type;

  /** None for none. */
  private final PyObject callback;

  /** Arguments of a finalizer's callback: positional ones, then pairs of name and value. */
  private final PyObject[] arguments;

  private final int positional;

  /** Null when the object is gone or the reference was given up. */
  private WeakReference<PyObject> target;

  private PyWeakReference(
      PyType type, PyObject object, PyObject callback, PyObject[] arguments, int positional) {
    this.type = type;
    this.target = new WeakReference<>(object);
    this.callback = callback;
    this.arguments = arguments;
    this.positional = positional;
  }

  /** ref(object[, callback]) */
  private static PyObject makeRef(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 2);
    checkTarget(ctx, args[at]);
    PyObject callback = nargs == 2 ? args[at + 1] : PyNone.NONE;
    PyWeakReference made = new PyWeakReference(REF, args[at], callback, NO_ARGS, 0);
    registry(ctx).refs.add(new WeakReference<>(made));
    return made;
  }

  /** finalize(object, function, *args, **kwargs) */
  private static PyObject makeFinalize(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, 0, 2, -1);
    checkTarget(ctx, args[at]);
    PyObject[] arguments = new PyObject[nargs - 2 + 2 * nkw];
    System.arraycopy(args, at + 2, arguments, 0, arguments.length);
    PyWeakReference made =
        new PyWeakReference(FINALIZE, args[at], args[at + 1], arguments, nargs - 2);
    registry(ctx).finalizers.add(made);
    return made;
  }

  /** Values that exist once for all cannot be referred to. */
  private static void checkTarget(PyContext ctx, PyObject object) {
    boolean isShared =
        object == PyNone.NONE
            || object instanceof PyBool
            || object == PyEllipsis.ELLIPSIS
            || object instanceof PyNotImplemented
            || object instanceof PyInt
            || object instanceof PyStr
            || object == PyTuple.EMPTY
            || object == PyBytes.EMPTY
            || object instanceof PyBuiltinFunction
            || (object instanceof PyType named && !named.isPythonClass);
    if (isShared) {
      throw Errors.typeError(ctx, "not a heap object");
    }
  }

  private static Registry registry(PyContext ctx) {
    Registry registry = (Registry) ctx.moduleState.get(KEY);
    if (registry == null) {
      registry = new Registry();
      ctx.moduleState.put(KEY, registry);
    }
    return registry;
  }

  /** Whether {@link #sweep} has anything to do. */
  static boolean isUsed(PyContext ctx) {
    return ctx.moduleState.get(KEY) != null;
  }

  /**
   * Calls what waits for objects that are gone, the youngest reference first, finalizers before
   * refs.
   */
  static void sweep(PyContext ctx) {
    if (!(ctx.moduleState.get(KEY) instanceof Registry registry)) {
      return;
    }
    List<PyWeakReference> lost = new ArrayList<>();
    for (int i = registry.finalizers.size() - 1; i >= 0; i--) {
      PyWeakReference finalizer = registry.finalizers.get(i);
      if (finalizer.object() == null) {
        registry.finalizers.remove(i);
        lost.add(finalizer);
      }
    }
    for (int i = registry.refs.size() - 1; i >= 0; i--) {
      PyWeakReference ref = registry.refs.get(i).get();
      if (ref == null || ref.object() == null) {
        registry.refs.remove(i);
        if (ref != null) {
          lost.add(ref);
        }
      }
    }
    for (PyWeakReference reference : lost) {
      reference.callBack(ctx);
    }
  }

  /** The object, or null when it is gone. */
  private PyObject object() {
    return target == null ? null : target.get();
  }

  private void callBack(PyContext ctx) {
    boolean isDue = target != null && callback != PyNone.NONE;
    target = null;
    if (!isDue) {
      return;
    }
    PyException raised = null;
    try {
      if (type == REF) {
        callback.call1(ctx, this);
      } else {
        callFunction(ctx);
      }
    } catch (PyException e) {
      raised = e;
    }
    if (raised != null) {
      String text =
          "Unhandled exception in weakref callback:\n" + Tracebacks.format(ctx, raised.value);
      byte[] bytes = Utf8.encode(text);
      ctx.host.console().writeError(bytes, 0, bytes.length);
    }
  }

  private PyObject callFunction(PyContext ctx) {
    int pairs = (arguments.length - positional) / 2;
    return callback.call(ctx, arguments, 0, positional, pairs);
  }

  @Override
  public PyType type() {
    return type;
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  /** A ref gives its object, or None; a finalizer calls its function, but only once. */
  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 0);
    PyObject object = object();
    if (object == null) {
      return PyNone.NONE;
    }
    if (type == REF) {
      return object;
    }
    giveUp(ctx);
    return callFunction(ctx);
  }

  private void giveUp(PyContext ctx) {
    target = null;
    registry(ctx).finalizers.remove(this);
  }

  private static PyWeakReference self(PyContext ctx, PyObject value) {
    if (value instanceof PyWeakReference reference && reference.type == FINALIZE) {
      return reference;
    }
    throw Errors.wrongSelf(ctx, "finalize", value);
  }

  private static PyObject alive(PyContext ctx, PyObject self) {
    return PyBool.of(self(ctx, self).object() != null);
  }

  /** peek() -> tuple: object, function, args and kwargs; None when it is over. */
  private static PyObject peek(PyContext ctx, PyObject self) {
    PyWeakReference finalizer = self(ctx, self);
    PyObject object = finalizer.object();
    if (object == null) {
      return PyNone.NONE;
    }
    PyObject[] arguments = finalizer.arguments;
    PyDict keywords = new PyDict();
    for (int i = finalizer.positional; i < arguments.length; i += 2) {
      keywords.put(ctx, arguments[i], arguments[i + 1]);
    }
    PyTuple positional = PyTuple.copyOf(arguments, 0, finalizer.positional);
    return PyTuple.of(object, finalizer.callback, positional, keywords);
  }

  /** detach() -> tuple: as peek(); the function will not be called. */
  private static PyObject detach(PyContext ctx, PyObject self) {
    PyObject content = peek(ctx, self);
    self(ctx, self).giveUp(ctx);
    return content;
  }
}
