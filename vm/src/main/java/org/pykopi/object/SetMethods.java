package org.pykopi.object;

/** Methods of {@code set} and {@code frozenset}. */
final class SetMethods {
  private SetMethods() {}

  static PyType setTable() {
    return reading("set")
        .constructor(SetMethods::makeSet)
        .fn2("add", SetMethods::add)
        .fn1("clear", SetMethods::clear)
        .fn("difference_update", 1, -1, SetMethods::difference_update)
        .fn2("discard", SetMethods::discard)
        .fn("intersection_update", 1, -1, SetMethods::intersection_update)
        .fn1("pop", SetMethods::pop)
        .fn2("remove", SetMethods::remove)
        .fn2("symmetric_difference_update", SetMethods::symmetric_difference_update)
        .fn("update", 1, -1, SetMethods::update)
        .build();
  }

  static PyType frozenTable() {
    return reading("frozenset").constructor(SetMethods::makeFrozen).build();
  }

  private static TypeTable reading(String name) {
    return new TypeTable(name)
        .fn2("__contains__", SetMethods::contains)
        .fn1("copy", SetMethods::copy)
        .fn("difference", 1, -1, SetMethods::difference)
        .fn("intersection", 1, -1, SetMethods::intersection)
        .fn2("isdisjoint", SetMethods::isdisjoint)
        .fn2("issubset", SetMethods::issubset)
        .fn2("issuperset", SetMethods::issuperset)
        .fn2("symmetric_difference", SetMethods::symmetric_difference)
        .fn("union", 1, -1, SetMethods::union);
  }

  /** set([iterable]) -> set: a new set of the items of iterable. */
  private static PyObject makeSet(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    PySet set = new PySet();
    if (nargs == 1) {
      set.addAll(ctx, args[at]);
    }
    return set;
  }

  /** frozenset([iterable]) -> frozenset: the items of iterable; a frozenset itself. */
  private static PyObject makeFrozen(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 1);
    if (nargs == 1 && args[at] instanceof PyFrozenSet) {
      return args[at];
    }
    PyFrozenSet set = new PyFrozenSet(new PyDict());
    if (nargs == 1) {
      set.addAll(ctx, args[at]);
    }
    return set;
  }

  /** Self of a method that set and frozenset have. */
  private static PySet self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PySet set) {
      return set;
    }
    throw Errors.wrongSelf(ctx, "set", value);
  }

  /** Self of a method that changes it. */
  private static PySet changeable(PyContext ctx, PyObject value) {
    PySet set = self(ctx, value);
    if (set instanceof PyFrozenSet) {
      throw Errors.wrongSelf(ctx, "set", value);
    }
    return set;
  }

  /** An argument as a set: sets as they are, the items of any other iterable in a new one. */
  private static PySet toSet(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PySet set) {
      return set;
    }
    PySet set = new PySet();
    set.addAll(ctx, value);
    return set;
  }

  // ---- methods of both ----

  /** __contains__(element) -> bool: whether element is in the set. */
  private static PyObject contains(PyContext ctx, PyObject self, PyObject element) {
    return PyBool.of(self(ctx, self).contains(ctx, element));
  }

  /** copy() -> set: a new set of the same elements. */
  private static PyObject copy(PyContext ctx, PyObject self) {
    return self(ctx, self).copy(ctx);
  }

  /** difference(*iterables) -> set: the elements that are in none of the iterables. */
  private static PyObject difference(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySet result = self(ctx, args[at]).copy(ctx);
    for (int i = at + 1; i < at + nargs; i++) {
      result.removeAll(ctx, args[i]);
    }
    return result;
  }

  /** intersection(*iterables) -> set: the elements that are in all iterables. */
  private static PyObject intersection(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySet result = self(ctx, args[at]).copy(ctx);
    for (int i = at + 1; i < at + nargs; i++) {
      result.retainAll(ctx, toSet(ctx, args[i]), true);
    }
    return result;
  }

  /** isdisjoint(iterable) -> bool: whether no item of iterable is in the set. */
  private static PyObject isdisjoint(PyContext ctx, PyObject self, PyObject iterable) {
    PySet set = self(ctx, self);
    PyObject iterator = iterable.iter(ctx);
    int count = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      if (set.contains(ctx, item)) {
        return PyBool.FALSE;
      }
      Sequences.pollSometimes(ctx, ++count);
    }
    return PyBool.TRUE;
  }

  /** issubset(iterable) -> bool: whether iterable has all elements of the set. */
  private static PyObject issubset(PyContext ctx, PyObject self, PyObject iterable) {
    return PyBool.of(self(ctx, self).isSubsetOf(ctx, toSet(ctx, iterable)));
  }

  /** issuperset(iterable) -> bool: whether the set has all items of iterable. */
  private static PyObject issuperset(PyContext ctx, PyObject self, PyObject iterable) {
    return PyBool.of(toSet(ctx, iterable).isSubsetOf(ctx, self(ctx, self)));
  }

  /** symmetric_difference(iterable) -> set: the elements that only one of the two has. */
  private static PyObject symmetric_difference(PyContext ctx, PyObject self, PyObject iterable) {
    PySet result = self(ctx, self).copy(ctx);
    result.toggleAll(ctx, toSet(ctx, iterable));
    return result;
  }

  /** union(*iterables) -> set: the elements of all. */
  private static PyObject union(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySet result = self(ctx, args[at]).copy(ctx);
    for (int i = at + 1; i < at + nargs; i++) {
      result.addAll(ctx, args[i]);
    }
    return result;
  }

  // ---- methods of set alone ----

  /** add(element) -> None: adds element. */
  private static PyObject add(PyContext ctx, PyObject self, PyObject element) {
    changeable(ctx, self).add(ctx, element);
    return PyNone.NONE;
  }

  /** clear() -> None: removes all elements. */
  private static PyObject clear(PyContext ctx, PyObject self) {
    changeable(ctx, self).elements.clear();
    return PyNone.NONE;
  }

  /** difference_update(*iterables) -> None: removes all items of the iterables. */
  private static PyObject difference_update(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySet set = changeable(ctx, args[at]);
    for (int i = at + 1; i < at + nargs; i++) {
      set.removeAll(ctx, args[i]);
    }
    return PyNone.NONE;
  }

  /** discard(element) -> None: removes element if it is there. */
  private static PyObject discard(PyContext ctx, PyObject self, PyObject element) {
    changeable(ctx, self).elements.remove(ctx, element);
    return PyNone.NONE;
  }

  /** intersection_update(*iterables) -> None: removes what is not in all iterables. */
  private static PyObject intersection_update(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySet set = changeable(ctx, args[at]);
    for (int i = at + 1; i < at + nargs; i++) {
      set.retainAll(ctx, toSet(ctx, args[i]), true);
    }
    return PyNone.NONE;
  }

  /** pop() -> object: removes an element and returns it. */
  private static PyObject pop(PyContext ctx, PyObject self) {
    PyDict elements = changeable(ctx, self).elements;
    int entry = elements.nextEntry(0);
    if (entry < 0) {
      throw Errors.keyError(ctx, PyStr.of("pop from an empty set"));
    }
    PyObject element = elements.keyAt(entry);
    elements.removeEntry(entry);
    return element;
  }

  /** remove(element) -> None: removes element; KeyError when it is not there. */
  private static PyObject remove(PyContext ctx, PyObject self, PyObject element) {
    if (changeable(ctx, self).elements.remove(ctx, element) == null) {
      throw Errors.keyError(ctx, element);
    }
    return PyNone.NONE;
  }

  /**
   * symmetric_difference_update(iterable) -> None: keeps the elements that only one of the two has.
   */
  private static PyObject symmetric_difference_update(
      PyContext ctx, PyObject self, PyObject iterable) {
    changeable(ctx, self).toggleAll(ctx, toSet(ctx, iterable));
    return PyNone.NONE;
  }

  /** update(*iterables) -> None: adds all items of the iterables. */
  private static PyObject update(PyContext ctx, PyObject[] args, int at, int nargs) {
    PySet set = changeable(ctx, args[at]);
    for (int i = at + 1; i < at + nargs; i++) {
      set.addAll(ctx, args[i]);
    }
    return PyNone.NONE;
  }
}
