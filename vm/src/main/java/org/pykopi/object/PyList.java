package org.pykopi.object;

/**
 * {@code list}: a growing array of references. The model for other types: the table comes first,
 * the methods follow in the order of the table, then the protocol of {@link PyObject}, then the
 * plain Java access that other built-in code uses.
 *
 * <p>Only the first {@link #size} elements of {@link #items} are in use. Python code can run in the
 * middle of an operation (a comparison, a sort key) and change the list, so a loop that calls back
 * reads {@link #size} again each turn.
 */
public final class PyList extends PyObject {
  public static final PyType TYPE =
      new TypeTable("list")
          .constructor(PyList::make)
          .fn2("append", PyList::append)
          .fn1("clear", PyList::clear)
          .fn1("copy", PyList::copy)
          .fn2("count", PyList::count)
          .fn2("extend", PyList::extend)
          .fn("index", 2, 4, PyList::index)
          .fn3("insert", PyList::insert)
          .fn("pop", 1, 2, PyList::pop)
          .fn2("remove", PyList::remove)
          .fn1("reverse", PyList::reverse)
          .fnKw("sort", Signature.of("self", "*", "key=None", "reverse=False"), PyList::sort)
          .build();

  /** Open for the dispatch loop, as is {@link #size}: it makes no calls for items. */
  public PyObject[] items;

  public int size;

  public PyList() {
    this.items = NO_ARGS;
  }

  private PyList(PyObject[] items, int size) {
    this.items = items;
    this.size = size;
  }

  /** A list of these items; takes over the array. */
  public static PyList of(PyObject... items) {
    return new PyList(items, items.length);
  }

  /** A list of a copy of part of an array. */
  public static PyList copyOf(PyObject[] source, int from, int count) {
    if (count == 0) {
      return new PyList();
    }
    PyObject[] copy = new PyObject[count];
    System.arraycopy(source, from, copy, 0, count);
    return new PyList(copy, count);
  }

  // ---- construction and methods ----

  /** list([iterable]) -> list: a new list of the items of iterable. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    return nargs == 0 ? new PyList() : of(Sequences.toArray(ctx, args[at]));
  }

  private static PyList self(PyContext ctx, PyObject value) {
    if (value instanceof PyList list) {
      return list;
    }
    if (Args.unwrap(value) instanceof PyList list) {
      return list;
    }
    throw Errors.wrongSelf(ctx, "list", value);
  }

  /** append(object) -> None: adds object at the end. */
  private static PyObject append(PyContext ctx, PyObject self, PyObject object) {
    self(ctx, self).append(ctx, object);
    return PyNone.NONE;
  }

  /** clear() -> None: removes all items. */
  private static PyObject clear(PyContext ctx, PyObject self) {
    self(ctx, self).clear();
    return PyNone.NONE;
  }

  /** copy() -> list: a new list of the same items. */
  private static PyObject copy(PyContext ctx, PyObject self) {
    PyList list = self(ctx, self);
    return copyOf(list.items, 0, list.size);
  }

  /** count(value) -> int: how many items are equal to value. */
  private static PyObject count(PyContext ctx, PyObject self, PyObject value) {
    PyList list = self(ctx, self);
    return Sequences.count(ctx, list.items, list.size, value);
  }

  /** extend(iterable) -> None: adds the items of iterable at the end. */
  private static PyObject extend(PyContext ctx, PyObject self, PyObject iterable) {
    self(ctx, self).extend(ctx, iterable);
    return PyNone.NONE;
  }

  /** index(value[, start[, stop]]) -> int: where the first item equal to value is. */
  private static PyObject index(PyContext ctx, PyObject[] args, int at, int nargs) {
    return Sequences.index(ctx, self(ctx, args[at]), args, at, nargs);
  }

  /** insert(index, object) -> None: puts object before the item at index. */
  private static PyObject insert(PyContext ctx, PyObject self, PyObject index, PyObject object) {
    PyList list = self(ctx, self);
    int at = Args.toInt(ctx, index);
    if (at < 0) {
      at += list.size;
    }
    at = Math.max(0, Math.min(list.size, at));
    list.append(ctx, object);
    System.arraycopy(list.items, at, list.items, at + 1, list.size - 1 - at);
    list.items[at] = object;
    return PyNone.NONE;
  }

  /** pop([index]) -> object: removes the item at index, the last by default, and returns it. */
  private static PyObject pop(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyList list = self(ctx, args[at]);
    if (list.size == 0) {
      throw Errors.indexError(ctx, "pop from empty list");
    }
    int index = nargs == 1 ? list.size - 1 : Args.toIndex(ctx, args[at + 1], list.size, "list");
    return list.removeAt(index);
  }

  /** remove(value) -> None: removes the first item equal to value. */
  private static PyObject remove(PyContext ctx, PyObject self, PyObject value) {
    PyList list = self(ctx, self);
    int found = Sequences.indexOf(ctx, list.items, 0, list.size, value);
    if (found < 0) {
      throw Errors.valueError(ctx, "object not in sequence");
    }
    if (found < list.size) {
      list.removeAt(found);
    }
    return PyNone.NONE;
  }

  /** reverse() -> None: reverses the order of the items. */
  private static PyObject reverse(PyContext ctx, PyObject self) {
    PyList list = self(ctx, self);
    PyObject[] items = list.items;
    for (int i = 0, j = list.size - 1; i < j; i++, j--) {
      PyObject item = items[i];
      items[i] = items[j];
      items[j] = item;
    }
    return PyNone.NONE;
  }

  /** sort(*, key=None, reverse=False) -> None: sorts the items; equal ones keep their order. */
  private static PyObject sort(PyContext ctx, PyObject[] bound) {
    PyList list = self(ctx, bound[0]);
    PyObject[] sorted = Sequences.copy(list.items, list.size);
    Sorter.sort(ctx, sorted, bound[1], bound[2].isTrue(ctx));
    list.items = sorted;
    list.size = sorted.length;
    return PyNone.NONE;
  }

  // ---- protocol ----

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append('[');
    Sequences.repr(ctx, out, items, size);
    out.append(']');
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return size != 0;
  }

  @Override
  public int length(PyContext ctx) {
    return size;
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.unhashable(ctx, this);
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    switch (op) {
      case Op.CONTAINS:
        return PyBool.of(Sequences.indexOf(ctx, items, 0, size, other) >= 0);
      case Op.INPLACE_ADD:
        extend(ctx, other);
        return this;
      case Op.MULTIPLY:
      case Op.REVERSE_OR + Op.MULTIPLY - Op.OR:
      case Op.INPLACE_MULTIPLY:
        return repeat(ctx, other, op == Op.INPLACE_MULTIPLY);
      default:
    }
    if (!(Args.unwrap(other) instanceof PyList list)) {
      return null;
    }
    if (op == Op.ADD) {
      return of(Sequences.concatenate(ctx, items, size, list.items, list.size));
    }
    return Sequences.isComparison(op) ? Sequences.compare(ctx, op, this, list) : null;
  }

  private PyObject repeat(PyContext ctx, PyObject other, boolean isInplace) {
    long times = Sequences.factor(ctx, other);
    if (times == Long.MIN_VALUE) {
      return null;
    }
    PyObject[] repeated = Sequences.repeat(ctx, items, size, times);
    if (!isInplace) {
      return of(repeated);
    }
    items = repeated;
    size = repeated.length;
    return this;
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    if (index instanceof PyInt n) {
      int i = n.value;
      if (i < 0) {
        i += size;
      }
      if (i >= 0 && i < size) {
        return items[i];
      }
    } else if (index instanceof PySlice slice) {
      ctx.checkHeap();
      return of(Sequences.slice(items, slice.resolve(ctx, size)));
    }
    return items[Args.toIndex(ctx, index, size, "list")];
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    if (index instanceof PySlice slice) {
      setSlice(ctx, slice, Sequences.toArray(ctx, value));
    } else {
      items[Args.toIndex(ctx, index, size, "list")] = value;
    }
  }

  /** {@code self[slice] = values}; any number of values when the step is 1. */
  private void setSlice(PyContext ctx, PySlice slice, PyObject[] values) {
    Slices range = slice.resolve(ctx, size);
    if (range.step() == 1) {
      replace(ctx, range.start(), range.count(), values);
      return;
    }
    if (values.length != range.count()) {
      throw Errors.valueError(
          ctx,
          "attempt to assign sequence of size "
              + values.length
              + " to extended slice of size "
              + range.count());
    }
    int at = range.start();
    for (PyObject value : values) {
      items[at] = value;
      at += range.step();
    }
  }

  /** Puts {@code values} where {@code count} items from {@code start} on are. */
  private void replace(PyContext ctx, int start, int count, PyObject[] values) {
    int tail = size - start - count;
    int newSize = ctx.checkSize((long) start + values.length + tail, Sequences.REFERENCE_SIZE);
    PyObject[] target = newSize > items.length ? Sequences.grow(ctx, items, newSize) : items;
    System.arraycopy(items, start + count, target, start + values.length, tail);
    System.arraycopy(values, 0, target, start, values.length);
    for (int i = newSize; i < size; i++) {
      target[i] = null;
    }
    items = target;
    size = newSize;
  }

  @Override
  public void deleteItem(PyContext ctx, PyObject index) {
    if (!(index instanceof PySlice slice)) {
      if (size == 0) {
        throw Errors.indexError(ctx, "pop from empty list");
      }
      removeAt(Args.toIndex(ctx, index, size, "list"));
      return;
    }
    Slices range = slice.resolve(ctx, size);
    if (range.step() == 1) {
      replace(ctx, range.start(), range.count(), NO_ARGS);
    } else if (range.count() > 0) {
      deleteEvery(range);
    }
  }

  private void deleteEvery(Slices range) {
    int step = range.step();
    int next = step > 0 ? range.start() : range.start() + (range.count() - 1) * step;
    int distance = Math.abs(step);
    int left = range.count();
    int to = next;
    for (int from = next; from < size; from++) {
      if (from == next && left > 0) {
        left--;
        next += distance;
      } else {
        items[to++] = items[from];
      }
    }
    for (int i = to; i < size; i++) {
      items[i] = null;
    }
    size = to;
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new PyListIterator(this);
  }

  // ---- for Java code ----

  public int size() {
    return size;
  }

  /** The item at an index known to be valid. */
  public PyObject get(int index) {
    return items[index];
  }

  /** Replaces the item at an index known to be valid. */
  public void set(int index, PyObject value) {
    items[index] = value;
  }

  /** The array behind the list, {@link #size} items of it in use; valid until the list changes. */
  public PyObject[] items() {
    return items;
  }

  public void append(PyContext ctx, PyObject item) {
    if (size == items.length) {
      items = Sequences.grow(ctx, items, size + 1);
    }
    items[size++] = item;
  }

  public void clear() {
    items = NO_ARGS;
    size = 0;
  }

  /** Adds the items of any iterable at the end. */
  public void extend(PyContext ctx, PyObject iterable) {
    PyObject[] more;
    int count;
    if (iterable instanceof PyList list) {
      more = list.items;
      count = list.size;
    } else {
      more = Sequences.toArray(ctx, iterable);
      count = more.length;
    }
    if ((long) size + count > items.length) {
      items = Sequences.grow(ctx, items, (long) size + count);
    }
    System.arraycopy(more, 0, items, size, count);
    size += count;
  }

  /** Removes the item at an index known to be valid and returns it. */
  public PyObject removeAt(int index) {
    PyObject item = items[index];
    size--;
    System.arraycopy(items, index + 1, items, index, size - index);
    items[size] = null;
    return item;
  }

  @Override
  public final boolean hasOnlyTypeMembers() {
    return true;
  }
}
