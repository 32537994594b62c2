package org.pykopi.object;

/**
 * Stable merge sort behind {@code list.sort} and {@code sorted}. Asks only for {@code b < a} with b
 * after a, so that any {@code __lt__}, even an inconsistent one, gives some order and never an
 * error of ours. Runs that are in order already cost one comparison per item.
 */
final class Sorter {
  private static final int RUN = 8;

  private final PyContext ctx;

  /**
   * What is compared: the items themselves or their keys. Arrays of PyObject; reading them as such
   * would cost a checked cast in WebAssembly.
   */
  private Object[] keys;

  /** The items in the order of the keys; null when the items are the keys. */
  private Object[] items;

  private Object[] mergedKeys;
  private Object[] mergedItems;

  /** Whether larger keys come first; equal ones keep their order all the same. */
  private final boolean isReverse;

  private Sorter(PyContext ctx, PyObject[] keys, PyObject[] items, boolean isReverse) {
    this.ctx = ctx;
    this.keys = keys;
    this.items = items;
    this.isReverse = isReverse;
  }

  /** Sorts an array in place; {@code key} is a function or None, called once for each item. */
  static void sort(PyContext ctx, PyObject[] array, PyObject key, boolean isReverse) {
    ctx.enter();
    try {
      if (key == PyNone.NONE) {
        Sorter sorter = new Sorter(ctx, Sequences.copy(array, array.length), null, isReverse);
        sorter.run();
        System.arraycopy(sorter.keys, 0, array, 0, array.length);
        return;
      }
      PyObject[] keys = new PyObject[array.length];
      for (int i = 0; i < keys.length; i++) {
        keys[i] = key.call1(ctx, array[i]);
      }
      Sorter sorter = new Sorter(ctx, keys, Sequences.copy(array, array.length), isReverse);
      sorter.run();
      System.arraycopy(sorter.items, 0, array, 0, array.length);
    } finally {
      ctx.leave();
    }
  }

  private void run() {
    int length = keys.length;
    for (int from = 0; from < length; from += RUN) {
      sortRun(from, Math.min(length, from + RUN));
    }
    if (length <= RUN) {
      return;
    }
    mergedKeys = new PyObject[length];
    mergedItems = items == null ? null : new PyObject[length];
    for (int width = RUN; width > 0 && width < length; width *= 2) {
      for (long from = 0; from < length; from += 2L * width) {
        int middle = (int) Math.min(length, from + width);
        merge((int) from, middle, (int) Math.min(length, from + 2L * width));
      }
      Object[] spare = keys;
      keys = mergedKeys;
      mergedKeys = spare;
      spare = items;
      items = mergedItems;
      mergedItems = spare;
    }
  }

  /** Insertion sort of {@code [from, to)}. */
  private void sortRun(int from, int to) {
    for (int i = from + 1; i < to; i++) {
      Object key = keys[i];
      Object item = items == null ? null : items[i];
      int at = i;
      while (at > from && isBefore(key, keys[at - 1])) {
        keys[at] = keys[at - 1];
        if (items != null) {
          items[at] = items[at - 1];
        }
        at--;
      }
      keys[at] = key;
      if (items != null) {
        items[at] = item;
      }
    }
  }

  /** Merges {@code [from, middle)} and {@code [middle, to)} into the other arrays. */
  private void merge(int from, int middle, int to) {
    if (middle >= to || !isBefore(keys[middle], keys[middle - 1])) {
      copy(from, from, to - from);
      return;
    }
    Object[] source = keys;
    Object[] target = mergedKeys;
    int left = from;
    int right = middle;
    int at = from;
    while (left < middle && right < to) {
      int next = isBefore(source[right], source[left]) ? right++ : left++;
      target[at] = source[next];
      if (items != null) {
        mergedItems[at] = items[next];
      }
      at++;
    }
    copy(left, at, middle - left);
    copy(right, at + middle - left, to - right);
  }

  private void copy(int from, int to, int count) {
    System.arraycopy(keys, from, mergedKeys, to, count);
    if (items != null) {
      System.arraycopy(items, from, mergedItems, to, count);
    }
  }

  /** Whether {@code a}, which comes later now, has to stand before {@code b}. */
  private boolean isBefore(Object a, Object b) {
    if (a instanceof PyInt x && b instanceof PyInt y) {
      return isReverse ? x.value > y.value : x.value < y.value;
    }
    PyObject first = (PyObject) (isReverse ? b : a);
    return Operators.compare(ctx, Op.LESS, first, (PyObject) (isReverse ? a : b));
  }
}
