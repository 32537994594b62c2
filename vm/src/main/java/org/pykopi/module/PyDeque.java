package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyIterator;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.Sequences;
import org.pykopi.object.TypeTable;

/**
 * {@code collections.deque}: a ring of at most {@code maxlen} items. A full one drops an item at
 * its other end, or raises IndexError when it was made with flag 1.
 */
final class PyDeque extends PyObject {
  static final PyType TYPE =
      new TypeTable("deque")
          .constructor(PyDeque::make)
          .fn2("append", PyDeque::append)
          .fn2("appendleft", PyDeque::appendleft)
          .fn2("extend", PyDeque::extend)
          .fn1("pop", PyDeque::pop)
          .fn1("popleft", PyDeque::popleft)
          .build();

  private static final int CHECK_OVERFLOW = 1;

  private final int maxLength;
  private final boolean checksOverflow;

  /** The items, from {@link #first} on, around the end of the array; grows up to maxLength. */
  private PyObject[] items;

  private int first;
  private int length;

  /** Counts the items ever removed at the left, so that an iterator knows which item is next. */
  private long removed;

  private PyDeque(int maxLength, boolean checksOverflow) {
    this.maxLength = maxLength;
    this.checksOverflow = checksOverflow;
    this.items = new PyObject[Math.min(maxLength, 8)];
  }

  /** deque(iterable, maxlen[, flags]) */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 2, 3);
    long maxLength = Args.toLong(ctx, args[at + 1]);
    if (maxLength < 0) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    int bytesPerItem = 8;
    ctx.checkSize(maxLength, bytesPerItem);
    int flags = nargs > 2 ? Args.toInt(ctx, args[at + 2]) : 0;
    PyDeque deque = new PyDeque((int) maxLength, (flags & CHECK_OVERFLOW) != 0);
    extend(ctx, deque, args[at]);
    return deque;
  }

  private static PyDeque of(PyContext ctx, PyObject self) {
    if (Args.unwrap(self) instanceof PyDeque deque) {
      return deque;
    }
    throw Errors.typeError(ctx, "deque required");
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public int length(PyContext ctx) {
    return length;
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.typeError(ctx, "unsupported type for __hash__: 'deque'");
  }

  private int place(int index) {
    int place = first + index;
    return place >= items.length ? place - items.length : place;
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    return items[place(Args.toIndex(ctx, index, length, "deque"))];
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    items[place(Args.toIndex(ctx, index, length, "deque"))] = value;
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new DequeIterator(this);
  }

  /** Makes sure that one more item fits; false when the deque is full at its largest size. */
  private boolean makeRoom(PyContext ctx) {
    if (length < items.length) {
      return true;
    }
    if (length == maxLength) {
      if (checksOverflow) {
        throw Errors.indexError(ctx, "full");
      }
      return false;
    }
    PyObject[] longer = new PyObject[Math.min(maxLength, items.length * 2)];
    for (int i = 0; i < length; i++) {
      longer[i] = items[place(i)];
    }
    items = longer;
    first = 0;
    return true;
  }

  /** append(item): adds at the right. */
  private static PyObject append(PyContext ctx, PyObject self, PyObject item) {
    PyDeque deque = of(ctx, self);
    if (!deque.makeRoom(ctx)) {
      if (deque.maxLength == 0) {
        return PyNone.NONE;
      }
      deque.removeFirst();
    }
    deque.items[deque.place(deque.length)] = item;
    deque.length++;
    return PyNone.NONE;
  }

  /** appendleft(item): adds at the left. */
  private static PyObject appendleft(PyContext ctx, PyObject self, PyObject item) {
    PyDeque deque = of(ctx, self);
    if (!deque.makeRoom(ctx)) {
      if (deque.maxLength == 0) {
        return PyNone.NONE;
      }
      deque.removeLast();
    }
    deque.first = deque.first == 0 ? deque.items.length - 1 : deque.first - 1;
    deque.items[deque.first] = item;
    deque.length++;
    deque.removed--;
    return PyNone.NONE;
  }

  /** extend(iterable): adds all at the right. */
  private static PyObject extend(PyContext ctx, PyObject self, PyObject iterable) {
    PyObject iterator = iterable.iter(ctx);
    int count = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      append(ctx, self, item);
      Sequences.pollSometimes(ctx, ++count);
    }
    return PyNone.NONE;
  }

  /** pop() -> object: takes the item at the right. */
  private static PyObject pop(PyContext ctx, PyObject self) {
    PyDeque deque = of(ctx, self);
    deque.checkNotEmpty(ctx);
    return deque.removeLast();
  }

  /** popleft() -> object: takes the item at the left. */
  private static PyObject popleft(PyContext ctx, PyObject self) {
    PyDeque deque = of(ctx, self);
    deque.checkNotEmpty(ctx);
    return deque.removeFirst();
  }

  private void checkNotEmpty(PyContext ctx) {
    if (length == 0) {
      throw Errors.indexError(ctx, "empty");
    }
  }

  private PyObject removeFirst() {
    PyObject item = items[first];
    items[first] = null;
    first = place(1);
    length--;
    removed++;
    return item;
  }

  private PyObject removeLast() {
    int last = place(length - 1);
    PyObject item = items[last];
    items[last] = null;
    length--;
    return item;
  }

  /** Goes on with the items that are still there when the deque changes meanwhile. */
  private static final class DequeIterator extends PyIterator {
    private final PyDeque deque;

    /** Number of the next item, counted as {@link PyDeque#removed} counts. */
    private long at;

    DequeIterator(PyDeque deque) {
      this.deque = deque;
      this.at = deque.removed;
    }

    @Override
    public PyObject next(PyContext ctx) {
      at = Math.max(at, deque.removed);
      long index = at - deque.removed;
      if (index >= deque.length) {
        ctx.stopValue = null;
        return null;
      }
      at++;
      return deque.items[deque.place((int) index)];
    }
  }
}
