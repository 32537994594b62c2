package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.Op;
import org.pykopi.object.Operators;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;

/** {@code heapq}: a list kept as a heap, smallest item first. */
public final class HeapqModule {
  private HeapqModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("heapq")
        .fn2("heappush", HeapqModule::heappush)
        .fn1("heappop", HeapqModule::heappop)
        .fn1("heapify", HeapqModule::heapify)
        .build();
  }

  private static PyList heap(PyContext ctx, PyObject heap) {
    if (Args.unwrap(heap) instanceof PyList list) {
      return list;
    }
    throw Errors.typeError(ctx, "heap must be a list");
  }

  /** heappush(heap, item): adds an item. */
  private static PyObject heappush(PyContext ctx, PyObject heap, PyObject item) {
    PyList list = heap(ctx, heap);
    list.append(ctx, item);
    moveToRoot(ctx, list, 0, list.size() - 1);
    return PyNone.NONE;
  }

  /** heappop(heap) -> object: takes the smallest item. */
  private static PyObject heappop(PyContext ctx, PyObject heap) {
    PyList list = heap(ctx, heap);
    if (list.size() == 0) {
      throw Errors.indexError(ctx, "empty heap");
    }
    PyObject last = list.removeAt(list.size() - 1);
    if (list.size() == 0) {
      return last;
    }
    PyObject item = list.get(0);
    list.set(0, last);
    moveToLeaf(ctx, list, 0);
    return item;
  }

  /** heapify(list): brings a list into heap order. */
  private static PyObject heapify(PyContext ctx, PyObject heap) {
    PyList list = heap(ctx, heap);
    for (int i = list.size() / 2 - 1; i >= 0; i--) {
      moveToLeaf(ctx, list, i);
    }
    return PyNone.NONE;
  }

  /** The item at {@code place} moves towards {@code root} past all larger ones. */
  private static void moveToRoot(PyContext ctx, PyList list, int root, int place) {
    PyObject item = list.get(place);
    int at = place;
    while (at > root) {
      int parent = (at - 1) >> 1;
      PyObject other = list.get(parent);
      if (!isLess(ctx, list, item, other)) {
        break;
      }
      list.set(at, other);
      at = parent;
    }
    list.set(at, item);
  }

  /**
   * The item at {@code place} sinks to a leaf, the smaller child always rising; then it rises
   * again.
   */
  private static void moveToLeaf(PyContext ctx, PyList list, int place) {
    PyObject item = list.get(place);
    int size = list.size();
    int at = place;
    int child = 2 * at + 1;
    while (child < size) {
      if (child + 1 < size && !isLess(ctx, list, list.get(child), list.get(child + 1))) {
        child++;
      }
      list.set(at, list.get(child));
      at = child;
      child = 2 * at + 1;
    }
    list.set(at, item);
    moveToRoot(ctx, list, place, at);
  }

  /** {@code a < b}; a comparison in Python must not make the list shorter meanwhile. */
  private static boolean isLess(PyContext ctx, PyList list, PyObject a, PyObject b) {
    int size = list.size();
    boolean result = Operators.compare(ctx, Op.LESS, a, b);
    if (list.size() < size) {
      throw Errors.valueError(ctx, "heap changed during comparison");
    }
    return result;
  }
}
