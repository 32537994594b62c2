package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.Op;
import org.pykopi.object.Operators;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyCallableIterator;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyRange;
import org.pykopi.object.PyStr;
import org.pykopi.object.Sequences;

/** The functions of {@code builtins} about iterables. */
final class IterationBuiltins {
  private IterationBuiltins() {}

  static void add(ModuleTable table) {
    table
        .fn1("all", IterationBuiltins::all)
        .fn1("any", IterationBuiltins::any)
        .fn("iter", 1, 2, IterationBuiltins::iter)
        .fn1("len", IterationBuiltins::len)
        .fnRaw("max", IterationBuiltins::max)
        .fnRaw("min", IterationBuiltins::min)
        .fn("next", 1, 2, IterationBuiltins::next)
        .fnRaw("sorted", IterationBuiltins::sorted)
        .fn("sum", 1, 2, IterationBuiltins::sum);
  }

  /** all(iterable) -> bool: whether all items are true. */
  private static PyObject all(PyContext ctx, PyObject iterable) {
    return PyBool.of(!hasItem(ctx, iterable, false));
  }

  /** any(iterable) -> bool: whether some item is true. */
  private static PyObject any(PyContext ctx, PyObject iterable) {
    return PyBool.of(hasItem(ctx, iterable, true));
  }

  private static boolean hasItem(PyContext ctx, PyObject iterable, boolean wanted) {
    PyObject iterator = iterable.iter(ctx);
    int count = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      if (item.isTrue(ctx) == wanted) {
        return true;
      }
      Sequences.pollSometimes(ctx, ++count);
    }
    return false;
  }

  /**
   * iter(object[, sentinel]) -> iterator: over an object, or over a function's results until the
   * sentinel.
   */
  private static PyObject iter(PyContext ctx, PyObject[] args, int at, int nargs) {
    return nargs == 1 ? args[at].iter(ctx) : new PyCallableIterator(args[at], args[at + 1]);
  }

  /** len(object) -> int: the number of items. */
  private static PyObject len(PyContext ctx, PyObject object) {
    return PyInt.of(
        object instanceof PyRange range ? range.count : (long) Operators.length(ctx, object));
  }

  /** max(iterable or several objects, *, key=None, default) -> object: the largest. */
  private static PyObject max(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    return extreme(ctx, Op.MORE, args, at, nargs, nkw);
  }

  /** min(iterable or several objects, *, key=None, default) -> object: the smallest. */
  private static PyObject min(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    return extreme(ctx, Op.LESS, args, at, nargs, nkw);
  }

  private static PyObject extreme(
      PyContext ctx, int op, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, 0, 1, -1);
    PyObject key = null;
    PyObject fallback = null;
    for (int i = at + nargs; i < at + nargs + 2 * nkw; i += 2) {
      switch (((PyStr) args[i]).value()) {
        case "key":
          key = args[i + 1] == PyNone.NONE ? null : args[i + 1];
          break;
        case "default":
          fallback = args[i + 1];
          break;
        default:
          throw Errors.typeError(ctx, "extra keyword arguments given");
      }
    }
    PyObject iterator = nargs == 1 ? args[at].iter(ctx) : PyList.copyOf(args, at, nargs).iter(ctx);
    PyObject best = bestOf(ctx, op, iterator, key);
    if (best == null) {
      best = fallback;
    }
    if (best == null) {
      throw Errors.valueError(ctx, "arg is an empty sequence");
    }
    return best;
  }

  /** The item that beats all before it, or null when there are none. */
  private static PyObject bestOf(PyContext ctx, int op, PyObject iterator, PyObject key) {
    PyObject best = null;
    PyObject bestKey = null;
    int count = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      PyObject itemKey = key == null ? item : key.call1(ctx, item);
      if (best == null || Operators.compare(ctx, op, itemKey, bestKey)) {
        best = item;
        bestKey = itemKey;
      }
      Sequences.pollSometimes(ctx, ++count);
    }
    return best;
  }

  /** next(iterator[, default]) -> object: the next item, or default at the end. */
  private static PyObject next(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject item = args[at].next(ctx);
    if (item != null) {
      return item;
    }
    if (nargs == 2) {
      return args[at + 1];
    }
    throw Errors.stopIteration(ctx, ctx.stopValue);
  }

  /**
   * sorted(iterable, *, key=None, reverse=False) -> list: a new sorted list; equal items keep their
   * order.
   */
  private static PyObject sorted(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, 0, 1, -1);
    if (nargs > 1) {
      throw Errors.typeError(ctx, "must use keyword argument for key function");
    }
    PyObject key = PyNone.NONE;
    boolean isReverse = false;
    for (int i = at + 1; i < at + 1 + 2 * nkw; i += 2) {
      switch (((PyStr) args[i]).value()) {
        case "key":
          key = args[i + 1];
          break;
        case "reverse":
          isReverse = args[i + 1].isTrue(ctx);
          break;
        default:
          throw Errors.typeError(ctx, "extra keyword arguments given");
      }
    }
    PyObject[] items = Sequences.toArray(ctx, args[at]);
    Sequences.sort(ctx, items, key, isReverse);
    return PyList.of(items);
  }

  /** sum(iterable, start=0) -> object: start plus all items. */
  private static PyObject sum(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject total = nargs == 2 ? args[at + 1] : PyInt.of(0);
    PyObject iterator = args[at].iter(ctx);
    int count = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      total =
          total instanceof PyInt a && item instanceof PyInt b
              ? PyInt.of((long) a.value + b.value)
              : Operators.binary(ctx, Op.ADD, total, item);
      Sequences.pollSometimes(ctx, ++count);
    }
    return total;
  }
}
