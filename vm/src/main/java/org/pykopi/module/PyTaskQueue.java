package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * {@code _asyncio.TaskQueue([on_push])}: tasks by the time they are due, those due at the same time
 * in the order they came. {@code on_push(0)} is called after each push, for a loop that somebody
 * else runs.
 */
final class PyTaskQueue extends PyObject {
  static final PyType TYPE =
      new TypeTable("TaskQueue")
          .constructor(PyTaskQueue::make)
          .fn1("peek", PyTaskQueue::peek)
          .fn("push", 2, 3, PyTaskQueue::push)
          .fn1("pop", PyTaskQueue::pop)
          .fn2("remove", PyTaskQueue::remove)
          .fn("push_head", 2, 3, PyTaskQueue::push)
          .pycopyOnly("push_head")
          .fn("push_sorted", 2, 3, PyTaskQueue::push)
          .pycopyOnly("push_sorted")
          .fn1("pop_head", PyTaskQueue::pop)
          .pycopyOnly("pop_head")
          .build();

  /** A binary heap: the children of i are 2i + 1 and 2i + 2. */
  private PyTask[] heap = new PyTask[4];

  private int length;
  private long lastOrder;

  /** What to call after a push, or null. */
  private final PyObject onPush;

  PyTaskQueue(PyObject onPush) {
    this.onPush = onPush;
  }

  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    return new PyTaskQueue(nargs == 0 ? null : args[at]);
  }

  private static PyTaskQueue of(PyContext ctx, PyObject self) {
    if (self instanceof PyTaskQueue queue) {
      return queue;
    }
    throw Errors.typeError(ctx, "task queue required");
  }

  private static PyTask task(PyContext ctx, PyObject argument) {
    if (argument instanceof PyTask task) {
      return task;
    }
    throw Errors.typeError(ctx, "task required");
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** The present time as {@code time.ticks_ms} counts it. */
  static long now(PyContext ctx) {
    return TimeModule.elapsed(ctx) / 1_000_000;
  }

  /** peek() -> Task or None: the task that is due first. */
  private static PyObject peek(PyContext ctx, PyObject self) {
    PyTaskQueue queue = of(ctx, self);
    return queue.length == 0 ? PyNone.NONE : queue.heap[0];
  }

  /** push(task, ticks=now): adds a task that is due at that time. */
  private static PyObject push(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyTaskQueue queue = of(ctx, args[at]);
    long key = nargs == 3 ? Args.toLong(ctx, args[at + 2]) : now(ctx);
    queue.push(ctx, task(ctx, args[at + 1]), key);
    return PyNone.NONE;
  }

  /** Adds a task that is due now. */
  void push(PyContext ctx, PyTask task) {
    push(ctx, task, now(ctx));
  }

  private void push(PyContext ctx, PyTask task, long key) {
    task.data = PyNone.NONE;
    task.key = key;
    task.order = ++lastOrder;
    if (length == heap.length) {
      PyTask[] longer = new PyTask[length * 2];
      System.arraycopy(heap, 0, longer, 0, length);
      heap = longer;
    }
    length++;
    rise(length - 1, task);
    if (onPush != null) {
      onPush.call1(ctx, PyInt.of(0));
    }
  }

  /** pop() -> Task: takes the task that is due first. */
  private static PyObject pop(PyContext ctx, PyObject self) {
    PyTaskQueue queue = of(ctx, self);
    if (queue.length == 0) {
      throw Errors.indexError(ctx, "empty heap");
    }
    PyTask first = queue.heap[0];
    queue.removeAt(0);
    return first;
  }

  /** remove(task): takes a task out. */
  private static PyObject remove(PyContext ctx, PyObject self, PyObject task) {
    of(ctx, self).remove(task(ctx, task));
    return PyNone.NONE;
  }

  void remove(PyTask task) {
    for (int i = 0; i < length; i++) {
      if (heap[i] == task) {
        removeAt(i);
        return;
      }
    }
  }

  private void removeAt(int place) {
    length--;
    PyTask last = heap[length];
    heap[length] = null;
    if (place < length) {
      sink(place, last);
      if (heap[place] == last) {
        rise(place, last);
      }
    }
  }

  private static boolean isBefore(PyTask a, PyTask b) {
    return a.key != b.key ? a.key < b.key : a.order < b.order;
  }

  private void rise(int place, PyTask task) {
    int at = place;
    while (at > 0 && isBefore(task, heap[(at - 1) / 2])) {
      heap[at] = heap[(at - 1) / 2];
      at = (at - 1) / 2;
    }
    heap[at] = task;
  }

  private void sink(int place, PyTask task) {
    int at = place;
    int child = 2 * at + 1;
    while (child < length) {
      if (child + 1 < length && isBefore(heap[child + 1], heap[child])) {
        child++;
      }
      if (!isBefore(heap[child], task)) {
        break;
      }
      heap[at] = heap[child];
      at = child;
      child = 2 * at + 1;
    }
    heap[at] = task;
  }
}
