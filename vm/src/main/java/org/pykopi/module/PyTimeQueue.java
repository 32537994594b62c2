package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/**
 * Pycopy's {@code utimeq.utimeq}: a queue of fixed size, the entry with the earliest time first.
 * Times are those of {@code utime.ticks_ms}, which start anew after {@link
 * TimeModule#TICKS_PERIOD}.
 *
 * <p>A binary heap of entries; each entry has a number, its handle, and knows its place in the
 * heap, so that it can be removed. Which of two equal times comes first is that of the reference,
 * because the heap moves as it does.
 */
final class PyTimeQueue extends PyObject {
  static final PyType TYPE =
      new TypeTable("utimeq")
          .constructor(PyTimeQueue::make)
          .fn("push", 4, 4, PyTimeQueue::push)
          .fn2("pop", PyTimeQueue::pop)
          .fn1("peektime", PyTimeQueue::peektime)
          .fn2("remove", PyTimeQueue::remove)
          .build();

  private static final class Entry {
    final int handle;
    long time;
    int place;

    /** Null while the entry is free. */
    PyObject callback;

    PyObject arguments;

    /** The next one of the free entries, or null. */
    Entry nextFree;

    Entry(int handle) {
      this.handle = handle;
    }
  }

  private final Entry[] entries;
  private final Entry[] heap;
  private int length;
  private Entry firstFree;

  private PyTimeQueue(int size) {
    entries = new Entry[size];
    heap = new Entry[size];
    for (int i = size - 1; i >= 0; i--) {
      entries[i] = new Entry(i);
      free(entries[i]);
    }
  }

  /** utimeq(size) */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    return new PyTimeQueue(ctx.checkSize(Args.toLong(ctx, args[at]), 48));
  }

  private static PyTimeQueue of(PyContext ctx, PyObject self) {
    if (Args.unwrap(self) instanceof PyTimeQueue queue) {
      return queue;
    }
    throw Errors.wrongSelf(ctx, "utimeq", self);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public int length(PyContext ctx) {
    return length;
  }

  private void free(Entry entry) {
    entry.callback = null;
    entry.arguments = null;
    entry.nextFree = firstFree;
    firstFree = entry;
  }

  private void checkNotEmpty(PyContext ctx) {
    if (length == 0) {
      throw Errors.indexError(ctx, "empty heap");
    }
  }

  // ---- methods ----

  /** push(time, callback, args) -> int: adds an entry; the handle for {@code remove}. */
  private static PyObject push(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyTimeQueue queue = of(ctx, args[at]);
    Entry entry = queue.firstFree;
    if (entry == null) {
      throw Errors.indexError(ctx, "queue overflow");
    }
    entry.time = Args.toLong(ctx, args[at + 1]);
    entry.callback = args[at + 2];
    entry.arguments = args[at + 3];
    queue.firstFree = entry.nextFree;
    queue.rise(entry, 0, queue.length++);
    return PyInt.of(entry.handle);
  }

  /** pop(list): takes the earliest entry; the first items become its time, callback and args. */
  private static PyObject pop(PyContext ctx, PyObject self, PyObject into) {
    PyTimeQueue queue = of(ctx, self);
    queue.checkNotEmpty(ctx);
    if (!(into instanceof PyList list) || list.length(ctx) < 3) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    Entry entry = queue.heap[0];
    list.setItem(ctx, PyInt.of(0), PyInt.of(entry.time));
    list.setItem(ctx, PyInt.of(1), entry.callback);
    list.setItem(ctx, PyInt.of(2), entry.arguments);
    queue.take(entry);
    return PyNone.NONE;
  }

  /** peektime() -> int: the earliest time. */
  private static PyObject peektime(PyContext ctx, PyObject self) {
    PyTimeQueue queue = of(ctx, self);
    queue.checkNotEmpty(ctx);
    return PyInt.of(queue.heap[0].time);
  }

  /** remove(handle): takes out an entry that is still there. */
  private static PyObject remove(PyContext ctx, PyObject self, PyObject handle) {
    PyTimeQueue queue = of(ctx, self);
    queue.checkNotEmpty(ctx);
    long number = Args.toLong(ctx, handle);
    if (number < 0 || number >= queue.entries.length) {
      throw noEntry(ctx);
    }
    Entry entry = queue.entries[(int) number];
    if (entry.callback == null) {
      throw noEntry(ctx);
    }
    queue.take(entry);
    return PyNone.NONE;
  }

  private static PyException noEntry(PyContext ctx) {
    return Errors.of(ctx, ExceptionTypes.INDEX_ERROR);
  }

  // ---- the heap ----

  private static boolean isBefore(Entry one, Entry other) {
    long ahead = other.time - one.time;
    ahead += ahead < 0 ? TimeModule.TICKS_PERIOD : 0;
    return ahead > 0 && ahead < TimeModule.TICKS_PERIOD / 2;
  }

  private void put(Entry entry, int place) {
    heap[place] = entry;
    entry.place = place;
  }

  private void take(Entry entry) {
    int place = entry.place;
    free(entry);
    length--;
    if (place != length) {
      sink(heap[length], place);
    }
    heap[length] = null;
  }

  /** Puts an entry at a place or above it, up to {@code top}. */
  private void rise(Entry entry, int top, int place) {
    int at = place;
    while (at > top && isBefore(entry, heap[(at - 1) / 2])) {
      put(heap[(at - 1) / 2], at);
      at = (at - 1) / 2;
    }
    put(entry, at);
  }

  /** Puts an entry into the subtree at a place: down to a leaf and from there up again. */
  private void sink(Entry entry, int place) {
    int at = place;
    for (int child = 2 * at + 1; child < length; child = 2 * at + 1) {
      if (child + 1 < length && !isBefore(heap[child], heap[child + 1])) {
        child++;
      }
      put(heap[child], at);
      at = child;
    }
    rise(entry, place, at);
  }
}
