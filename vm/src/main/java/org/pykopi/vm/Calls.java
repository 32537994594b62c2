package org.pykopi.vm;

import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Classes;
import org.pykopi.object.Errors;
import org.pykopi.object.Names;
import org.pykopi.object.PyBoundMethod;
import org.pykopi.object.PyBuiltinFunction;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.Sequences;

/**
 * Calls that need more than the quick path of the loop. Each method returns the frame to go on
 * with, or null when the call is done and its value lies at the caller's {@code sp}. Python
 * functions and {@code __init__} of Python classes get a frame of their own instead of recursing
 * through Java.
 */
final class Calls {
  private static final PyStr KEYS = PyStr.intern("keys");

  private final VmContext ctx;
  private final Interpreter interpreter;

  Calls(VmContext ctx, Interpreter interpreter) {
    this.ctx = ctx;
    this.interpreter = interpreter;
  }

  /** Calls a Python function with any arguments. */
  Frame enterFunction(
      Frame caller, PyFunction function, PyObject[] args, int at, int nargs, int nkw) {
    if (function.code.isGenerator) {
      return done(caller, interpreter.makeGenerator(function, args, at, nargs, nkw));
    }
    return enter(caller, function, args, at, nargs, nkw, Frame.TO_CALLER);
  }

  private Frame enter(
      Frame caller,
      PyFunction function,
      PyObject[] args,
      int at,
      int nargs,
      int nkw,
      int destination) {
    Frame frame = interpreter.pushFrame(caller, function, caller.free, destination);
    try {
      Arguments.bind(ctx, function, args, at, nargs, nkw, frame);
    } catch (PyException e) {
      interpreter.popFrame(frame);
      throw e;
    }
    return frame;
  }

  private static Frame done(Frame caller, PyObject value) {
    caller.stack[caller.sp] = value;
    return null;
  }

  /** Calls any object. */
  Frame callObject(Frame caller, PyObject callee, PyObject[] args, int at, int nargs, int nkw) {
    if (callee instanceof PyBuiltinFunction builtin) {
      return done(caller, builtin.call(ctx, args, at, nargs, nkw));
    }
    if (callee instanceof PyFunction function) {
      return enterFunction(caller, function, args, at, nargs, nkw);
    }
    if (callee instanceof PyType type && type.isPythonClass) {
      Frame frame = enterInit(caller, type, args, at, nargs, nkw);
      if (frame != null) {
        return frame;
      }
    } else if (callee instanceof PyBoundMethod method
        && method.function instanceof PyFunction function) {
      if (fitsInPlace(caller, function, args, at, nargs, nkw)) {
        args[at - 1] = method.self;
        return interpreter.enter(caller, function, at - 1, Frame.TO_CALLER);
      }
      PyObject[] all = withSelf(method.self, args, at, nargs + 2 * nkw);
      return enterFunction(caller, function, all, 0, nargs + 1, nkw);
    } else if (callee instanceof PyInstance instance
        && instance.type.lookup(Names.CALL) instanceof PyFunction function) {
      PyObject[] all = withSelf(instance, args, at, nargs + 2 * nkw);
      return enterFunction(caller, function, all, 0, nargs + 1, nkw);
    }
    return done(caller, callee.call(ctx, args, at, nargs, nkw));
  }

  /**
   * Calls a Python function whose arguments lie at the caller's {@code sp} and above, where its
   * value goes.
   */
  Frame callInPlace(Frame caller, PyFunction function, int nargs) {
    boolean stays =
        function.isPlain && nargs == function.code.positional && caller.generator == null;
    return stays
        ? interpreter.enter(caller, function, caller.sp, Frame.TO_CALLER)
        : enterFunction(caller, function, caller.stack, caller.sp, nargs, 0);
  }

  /**
   * Whether the arguments of a call and a first argument before them can stay where they are: below
   * them lies what was called, which is done with.
   */
  private static boolean fitsInPlace(
      Frame caller, PyFunction function, PyObject[] args, int at, int nargs, int nkw) {
    return function.isPlain
        && nkw == 0
        && nargs + 1 == function.code.positional
        && caller.generator == null
        && args == caller.stack
        && at > caller.sp;
  }

  static PyObject[] withSelf(PyObject self, PyObject[] args, int at, int count) {
    PyObject[] all = new PyObject[count + 1];
    all[0] = self;
    System.arraycopy(args, at, all, 1, count);
    return all;
  }

  /**
   * Starts {@code __init__} of a plain Python class; null when the class needs {@link
   * Classes#instantiate}.
   */
  private Frame enterInit(Frame caller, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    if (!Classes.hasPlainInit(ctx, type)
        || !(type.lookup(Names.INIT) instanceof PyFunction init)
        || init.code.isGenerator) {
      return null;
    }
    PyInstance instance = new PyInstance(type);
    Frame frame;
    if (fitsInPlace(caller, init, args, at, nargs, nkw)) {
      args[at - 1] = instance;
      frame = interpreter.enter(caller, init, at - 1, Frame.TO_INSTANCE);
    } else {
      PyObject[] all = withSelf(instance, args, at, nargs + 2 * nkw);
      frame = enter(caller, init, all, 0, nargs + 1, nkw, Frame.TO_INSTANCE);
    }
    frame.instance = instance;
    return frame;
  }

  /** The value of a call that ran {@code __init__}. */
  PyObject finishInit(Frame frame, PyObject returned) {
    PyObject instance = frame.instance;
    frame.instance = null;
    if (returned != PyNone.NONE) {
      throw Errors.typeError(
          ctx, "__init__() should return None, not '" + returned.type().name + "'");
    }
    return instance;
  }

  // ---- calls with * and ** ----

  /**
   * CALL_FUNCTION_VAR_KW and CALL_METHOD_VAR_KW. Stack: function [self] args.. (name value).. map
   * -> x. Bit i of the map tells that argument i is an iterable to be spread; a null name that the
   * value is a mapping to be spread.
   */
  Frame callSpread(Frame frame, int operand, boolean isMethod) {
    PyObject[] stack = frame.stack;
    int nargs = operand & 0xff;
    int nkw = operand >> 8;
    PyObject map = stack[frame.sp];
    int first = frame.sp - nargs - 2 * nkw;
    int at = first - (isMethod ? 2 : 1);
    PyObject self = isMethod ? stack[first - 1] : null;
    ArgumentList all = new ArgumentList(nargs + 2 * nkw + 4);
    if (self != null) {
      all.add(self);
    }
    long spread = Args.toLong(ctx, map);
    for (int i = 0; i < nargs; i++) {
      PyObject x = stack[first + i];
      if (i < 63 && (spread >> i & 1) != 0) {
        all.addAll(Sequences.toArray(ctx, x));
      } else {
        all.add(x);
      }
    }
    int positional = all.size;
    for (int i = first + nargs; i < frame.sp; i += 2) {
      if (stack[i] == null) {
        spreadMapping(stack[i + 1], all);
      } else {
        all.add(stack[i]);
        all.add(stack[i + 1]);
      }
    }
    PyObject callee = stack[at];
    frame.sp = at;
    return callObject(frame, callee, all.items, 0, positional, (all.size - positional) / 2);
  }

  /**
   * CALL_FUNCTION_STARS and CALL_METHOD_STARS. Stack: function [self] args.. (name value)..
   * iterable mapping -> x. Either of the last two may be null.
   */
  Frame callStars(Frame frame, int operand, boolean isMethod) {
    PyObject[] stack = frame.stack;
    int nargs = operand & 0xff;
    int nkw = operand >> 8;
    PyObject mapping = stack[frame.sp];
    PyObject iterable = stack[frame.sp - 1];
    int first = frame.sp - 1 - nargs - 2 * nkw;
    int at = first - (isMethod ? 2 : 1);
    ArgumentList all = new ArgumentList(nargs + 2 * nkw + 4);
    if (isMethod && stack[first - 1] != null) {
      all.add(stack[first - 1]);
    }
    for (int i = 0; i < nargs; i++) {
      all.add(stack[first + i]);
    }
    if (iterable != null) {
      all.addAll(Sequences.toArray(ctx, iterable));
    }
    int positional = all.size;
    for (int i = first + nargs; i < frame.sp - 1; i++) {
      all.add(stack[i]);
    }
    if (mapping != null) {
      spreadMapping(mapping, all);
    }
    PyObject callee = stack[at];
    frame.sp = at;
    return callObject(frame, callee, all.items, 0, positional, (all.size - positional) / 2);
  }

  private void spreadMapping(PyObject mapping, ArgumentList all) {
    if (Args.unwrap(mapping) instanceof PyDict dict) {
      for (int e = dict.nextEntry(0); e >= 0; e = dict.nextEntry(e + 1)) {
        all.add(Args.toStr(ctx, dict.keyAt(e)).interned());
        all.add(dict.valueAt(e));
      }
      return;
    }
    PyObject keys = Attributes.callMethod(ctx, mapping, KEYS);
    for (PyObject key : Sequences.toArray(ctx, keys)) {
      all.add(Args.toStr(ctx, key).interned());
      all.add(mapping.getItem(ctx, key));
    }
  }

  /** A growing array of arguments. */
  private static final class ArgumentList {
    PyObject[] items;
    int size;

    ArgumentList(int capacity) {
      items = new PyObject[capacity];
    }

    void add(PyObject item) {
      reserve(1);
      items[size++] = item;
    }

    void addAll(PyObject[] more) {
      reserve(more.length);
      System.arraycopy(more, 0, items, size, more.length);
      size += more.length;
    }

    private void reserve(int count) {
      if (size + count > items.length) {
        PyObject[] longer = new PyObject[Math.max(size + count, items.length * 2)];
        System.arraycopy(items, 0, longer, 0, size);
        items = longer;
      }
    }
  }
}
