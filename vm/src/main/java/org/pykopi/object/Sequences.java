package org.pykopi.object;

import java.util.Arrays;

/**
 * What lists, tuples and their kin share: text, comparison, search, repetition, and the items of
 * any iterable.
 */
public final class Sequences {
  private Sequences() {}

  /** Bytes that one reference takes, for {@link PyContext#checkSize}. */
  static final int REFERENCE_SIZE = 8;

  private static final int SMALLEST_LIST = 4;

  /** After so many items a loop in Java asks the host for interrupts; a power of two. */
  private static final int POLL_INTERVAL = 4096;

  private static final int FIRST_CAPACITY = 8;

  // ---- iterables ----

  /** All items of an iterable, in an array of exactly that length which the caller owns. */
  public static PyObject[] toArray(PyContext ctx, PyObject iterable) {
    if (iterable instanceof PyList list) {
      return copy(list.items(), list.size());
    }
    if (iterable instanceof PyTuple tuple && tuple.type() == PyTuple.TYPE) {
      return copy(tuple.items(), tuple.length());
    }
    PyObject iterator = iterable.iter(ctx);
    PyObject[] items = new PyObject[firstCapacity(ctx, iterable)];
    int size = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      if (size == items.length) {
        items = grow(ctx, items, size + 1);
      }
      items[size++] = item;
      pollSometimes(ctx, size);
    }
    return size == items.length ? items : copy(items, size);
  }

  /** Enough for all items of a range; ranges that cannot fit raise MemoryError at once. */
  private static int firstCapacity(PyContext ctx, PyObject iterable) {
    return iterable instanceof PyRange range
        ? ctx.checkSize(range.count, REFERENCE_SIZE)
        : FIRST_CAPACITY;
  }

  /** To be called with 1, 2, 3 ... by a loop in Java over an iterator that may never end. */
  public static void pollSometimes(PyContext ctx, int count) {
    if ((count & (POLL_INTERVAL - 1)) == 0) {
      ctx.poll();
    }
  }

  /**
   * Sorts an array in place, equal items in the order they had; {@code key} is a function or None.
   */
  public static void sort(PyContext ctx, PyObject[] items, PyObject key, boolean isReverse) {
    Sorter.sort(ctx, items, key, isReverse);
  }

  /** A copy of the first {@code count} items. */
  static PyObject[] copy(PyObject[] items, int count) {
    PyObject[] result = new PyObject[count];
    System.arraycopy(items, 0, result, 0, count);
    return result;
  }

  /**
   * A longer copy of an array with room for at least {@code needed} items. The reference's lists
   * have room for four from the start, so a locked heap does not stop those.
   */
  static PyObject[] grow(PyContext ctx, PyObject[] items, long needed) {
    if (needed > SMALLEST_LIST) {
      ctx.checkHeap();
    }
    ctx.checkSize(needed, REFERENCE_SIZE);
    long capacity = Math.max(needed, items.length + (items.length >> 1) + 4L);
    PyObject[] longer = new PyObject[(int) capacity];
    System.arraycopy(items, 0, longer, 0, items.length);
    return longer;
  }

  // ---- text ----

  /** Appends the reprs of the items with ", " between them. */
  static void repr(PyContext ctx, StringBuilder out, PyObject[] items, int count) {
    ctx.enter();
    try {
      for (int i = 0; i < count; i++) {
        if (i > 0) {
          out.append(", ");
        }
        items[i].repr(ctx, out);
        ctx.checkSize(out.length(), 2);
      }
    } finally {
      ctx.leave();
    }
  }

  // ---- comparison ----

  /**
   * Compares two lists or tuples item by item; {@code op} is EQUAL or one of the order operators.
   */
  static PyObject compare(PyContext ctx, int op, PyObject left, PyObject right) {
    PyObject[] a = itemsOf(left);
    PyObject[] b = itemsOf(right);
    int na = sizeOf(left);
    int nb = sizeOf(right);
    if (op == Op.EQUAL && na != nb) {
      return PyBool.FALSE;
    }
    ctx.enter();
    try {
      int common = Math.min(na, nb);
      for (int i = 0; i < common; i++) {
        PyObject x = a[i];
        PyObject y = b[i];
        if (x == null || y == null) {
          break;
        }
        if (!Operators.equal(ctx, x, y)) {
          return op == Op.EQUAL ? PyBool.FALSE : PyBool.of(compareItems(ctx, op, x, y));
        }
      }
    } finally {
      ctx.leave();
    }
    return PyBool.of(compareSizes(op, na, nb));
  }

  /**
   * Asks with {@code >} and {@code >=} only, as the reference does, which programs can see; Pycopy
   * asks with the operator itself.
   */
  private static boolean compareItems(PyContext ctx, int op, PyObject x, PyObject y) {
    if (ctx.profile.isPycopy()) {
      return Operators.compare(ctx, op, x, y);
    }
    switch (op) {
      case Op.LESS:
        return Operators.compare(ctx, Op.MORE, y, x);
      case Op.LESS_EQUAL:
        return Operators.compare(ctx, Op.MORE_EQUAL, y, x);
      default:
        return Operators.compare(ctx, op, x, y);
    }
  }

  private static boolean compareSizes(int op, int na, int nb) {
    switch (op) {
      case Op.LESS:
        return na < nb;
      case Op.MORE:
        return na > nb;
      case Op.LESS_EQUAL:
        return na <= nb;
      case Op.MORE_EQUAL:
        return na >= nb;
      default:
        return true;
    }
  }

  private static PyObject[] itemsOf(PyObject sequence) {
    return sequence instanceof PyList list ? list.items() : ((PyTuple) sequence).items;
  }

  private static int sizeOf(PyObject sequence) {
    return sequence instanceof PyList list ? list.size() : ((PyTuple) sequence).items.length;
  }

  /** Whether {@link #compare} takes that operator. */
  static boolean isComparison(int op) {
    return op >= Op.LESS && op <= Op.MORE_EQUAL;
  }

  // ---- search ----

  /** Where an equal item is within {@code [from, to)}, or -1. */
  static int indexOf(PyContext ctx, PyObject[] items, int from, int to, PyObject wanted) {
    for (int i = from; i < to; i++) {
      PyObject item = items[i];
      if (item != null && Operators.equal(ctx, item, wanted)) {
        return i;
      }
    }
    return -1;
  }

  /**
   * {@code index(value[, start[, stop]])} of a list or tuple; {@code args[at]} is the sequence as
   * Python has it.
   */
  static PyObject index(PyContext ctx, PyObject sequence, PyObject[] args, int at, int nargs) {
    int size = sizeOf(sequence);
    int from = nargs > 2 ? bound(ctx, sequence, args[at + 2]) : 0;
    int to = nargs > 3 ? bound(ctx, sequence, args[at + 3]) : size;
    int found = indexOf(ctx, itemsOf(sequence), from, to, args[at + 1]);
    if (found < 0) {
      throw Errors.valueError(ctx, "object not in sequence");
    }
    return PyInt.of(found);
  }

  private static int bound(PyContext ctx, PyObject sequence, PyObject index) {
    if (!Args.isInt(Args.unwrap(index))) {
      throw Errors.typeError(
          ctx, sequence.type().name + " indices must be integers, not " + index.type().name);
    }
    int size = sizeOf(sequence);
    long i = Args.toLong(ctx, index);
    if (i < 0) {
      i += size;
    }
    return (int) Math.max(0, Math.min(size, i));
  }

  /** {@code count(value)} for the items of a sequence. */
  static PyObject count(PyContext ctx, PyObject[] items, int size, PyObject wanted) {
    int count = 0;
    for (int i = 0; i < size; i++) {
      if (items[i] != null && Operators.equal(ctx, items[i], wanted)) {
        count++;
      }
    }
    return PyInt.of(count);
  }

  // ---- new sequences ----

  /** The items of {@code a} followed by those of {@code b}. */
  static PyObject[] concatenate(PyContext ctx, PyObject[] a, int na, PyObject[] b, int nb) {
    PyObject[] result = new PyObject[ctx.checkSize((long) na + nb, REFERENCE_SIZE)];
    System.arraycopy(a, 0, result, 0, na);
    System.arraycopy(b, 0, result, na, nb);
    return result;
  }

  /** The items {@code times} times in a row; none when {@code times} is not positive. */
  static PyObject[] repeat(PyContext ctx, PyObject[] items, int size, long times) {
    if (times <= 0 || size == 0) {
      return PyObject.NO_ARGS;
    }
    long total = times > Long.MAX_VALUE / REFERENCE_SIZE / size ? Long.MAX_VALUE : times * size;
    PyObject[] result = new PyObject[ctx.checkSize(total, REFERENCE_SIZE)];
    if (size == 1) {
      Arrays.fill(result, items[0]);
      return result;
    }
    for (int i = 0; i < result.length; i += size) {
      System.arraycopy(items, 0, result, i, size);
    }
    return result;
  }

  /**
   * The factor of a repetition {@code sequence * n}, or Long.MIN_VALUE when {@code n} is no int and
   * has no {@code __int__}.
   */
  static long factor(PyContext ctx, PyObject n) {
    PyObject number = n instanceof PyInstance instance ? instance.unary(ctx, Op.INT) : n;
    return Args.isInt(number) ? Math.max(-1, Args.toLong(ctx, number)) : Long.MIN_VALUE;
  }

  /** The selected items of a slice. */
  static PyObject[] slice(PyObject[] items, Slices range) {
    PyObject[] result = new PyObject[range.count()];
    if (range.step() == 1) {
      System.arraycopy(items, range.start(), result, 0, result.length);
      return result;
    }
    int from = range.start();
    for (int i = 0; i < result.length; i++) {
      result[i] = items[from];
      from += range.step();
    }
    return result;
  }
}
