package org.pykopi.object;

/** Methods of {@code dict} and what they share with the operators. */
final class DictMethods {
  private static final PyStr KEYS = PyStr.intern("keys");

  private DictMethods() {}

  static PyType table() {
    return methods("dict").constructor(DictMethods::make).build();
  }

  /** The table of dict or a type like it. */
  static TypeTable methods(String name) {
    return new TypeTable(name)
        .fn2("__getitem__", DictMethods::getItem)
        .fn3("__setitem__", DictMethods::setItem)
        .fn2("__delitem__", DictMethods::deleteItem)
        .fn1("clear", DictMethods::clear)
        .fn1("copy", DictMethods::copy)
        .fn("fromkeys", 2, 3, DictMethods::fromkeys)
        .classMethod("fromkeys")
        .fn("get", 2, 3, DictMethods::get)
        .fn1("items", DictMethods::items)
        .fn1("keys", DictMethods::keys)
        .fn("pop", 2, 3, DictMethods::pop)
        .fn1("popitem", DictMethods::popitem)
        .fn("setdefault", 2, 3, DictMethods::setdefault)
        .fnRaw("update", DictMethods::update)
        .fn1("values", DictMethods::values);
  }

  private static PyDict self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyDict dict) {
      return dict;
    }
    throw Errors.wrongSelf(ctx, "dict", value);
  }

  /** Self of a method that changes it. */
  private static PyDict changeable(PyContext ctx, PyObject value) {
    PyDict dict = self(ctx, value);
    dict.checkChangeable(ctx);
    return dict;
  }

  /** dict([mapping or iterable of pairs], **kwargs) -> dict: a new dictionary. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyDict dict = new PyDict();
    fill(ctx, dict, args, at, nargs, nkw);
    return dict;
  }

  /** Fills a new dictionary with the arguments of its constructor. */
  static void fill(PyContext ctx, PyDict dict, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs + 1, 0, 1, 2);
    if (nargs == 1) {
      merge(ctx, dict, args[at]);
    }
    for (int i = at + nargs; i < at + nargs + 2 * nkw; i += 2) {
      dict.putStr(((PyStr) args[i]).interned(), args[i + 1]);
    }
  }

  /** __getitem__(key) -> object: the value of key; KeyError when it is not there. */
  private static PyObject getItem(PyContext ctx, PyObject self, PyObject key) {
    return self(ctx, self).getItem(ctx, key);
  }

  /** __setitem__(key, value) -> None: sets the value of key. */
  private static PyObject setItem(PyContext ctx, PyObject self, PyObject key, PyObject value) {
    changeable(ctx, self).put(ctx, key, value);
    return PyNone.NONE;
  }

  /** __delitem__(key) -> None: removes key; KeyError when it is not there. */
  private static PyObject deleteItem(PyContext ctx, PyObject self, PyObject key) {
    self(ctx, self).deleteItem(ctx, key);
    return PyNone.NONE;
  }

  /** clear() -> None: removes all entries. */
  private static PyObject clear(PyContext ctx, PyObject self) {
    changeable(ctx, self).clear();
    return PyNone.NONE;
  }

  /** copy() -> dict: a new dictionary of the same entries. */
  private static PyObject copy(PyContext ctx, PyObject self) {
    return copy(ctx, self(ctx, self));
  }

  private static PyDict copy(PyContext ctx, PyDict dict) {
    PyDict result = dict.makeEmpty();
    result.putAll(ctx, dict);
    return result;
  }

  /** fromkeys(iterable, value=None) -> dict: a new dictionary with that value for each key. */
  private static PyObject fromkeys(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject value = nargs == 3 ? args[at + 2] : PyNone.NONE;
    PyObject result = args[at] instanceof PyType type ? type.call0(ctx) : new PyDict();
    PyObject iterator = args[at + 1].iter(ctx);
    int count = 0;
    for (PyObject key = iterator.next(ctx); key != null; key = iterator.next(ctx)) {
      result.setItem(ctx, key, value);
      Sequences.pollSometimes(ctx, ++count);
    }
    return result;
  }

  /** get(key, default=None) -> object: the value of key, or default. */
  private static PyObject get(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject found = self(ctx, args[at]).get(ctx, args[at + 1]);
    if (found != null) {
      return found;
    }
    return nargs == 3 ? args[at + 2] : PyNone.NONE;
  }

  private static PyObject view(PyContext ctx, PyObject self, int kind) {
    ctx.checkHeap();
    return new PyDictView(self(ctx, self), kind);
  }

  /** items() -> dict_view: the pairs of key and value, as they are at any time. */
  private static PyObject items(PyContext ctx, PyObject self) {
    return view(ctx, self, PyDictView.ITEMS);
  }

  /** keys() -> dict_view: the keys, as they are at any time. */
  private static PyObject keys(PyContext ctx, PyObject self) {
    return view(ctx, self, PyDictView.KEYS);
  }

  /** pop(key[, default]) -> object: removes key and returns its value, or default. */
  private static PyObject pop(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject removed = changeable(ctx, args[at]).remove(ctx, args[at + 1]);
    if (removed != null) {
      return removed;
    }
    if (nargs == 3) {
      return args[at + 2];
    }
    throw Errors.keyError(ctx, args[at + 1]);
  }

  /** popitem() -> tuple: removes the newest entry and returns its key and value. */
  private static PyObject popitem(PyContext ctx, PyObject self) {
    PyDict dict = changeable(ctx, self);
    int entry = dict.lastEntry();
    if (entry < 0) {
      throw Errors.keyError(ctx, PyStr.of("popitem(): dictionary is empty"));
    }
    PyObject key = dict.keyAt(entry);
    return PyTuple.of(key, dict.removeEntry(entry));
  }

  /**
   * setdefault(key, default=None) -> object: the value of key, which is set to default first if
   * missing.
   */
  private static PyObject setdefault(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyDict dict = changeable(ctx, args[at]);
    PyObject found = dict.get(ctx, args[at + 1]);
    if (found == null) {
      found = nargs == 3 ? args[at + 2] : PyNone.NONE;
      dict.put(ctx, args[at + 1], found);
    }
    return found;
  }

  /** update([mapping or iterable of pairs], **kwargs) -> None: adds or replaces entries. */
  private static PyObject update(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, 0, 1, 2);
    fill(ctx, changeable(ctx, args[at]), args, at + 1, nargs - 1, nkw);
    return PyNone.NONE;
  }

  /** values() -> dict_view: the values, as they are at any time. */
  private static PyObject values(PyContext ctx, PyObject self) {
    return view(ctx, self, PyDictView.VALUES);
  }

  // ---- shared with the operators ----

  /** Adds the entries of a dictionary, an object with {@code keys()}, or an iterable of pairs. */
  static void merge(PyContext ctx, PyDict dict, PyObject source) {
    if (Args.unwrap(source) instanceof PyDict other) {
      if (other != dict) {
        dict.putAll(ctx, other);
      }
      return;
    }
    int count = 0;
    if (source instanceof PyInstance && source.type().lookup(KEYS) != null) {
      PyObject keys = Attributes.callMethod(ctx, source, KEYS).iter(ctx);
      for (PyObject key = keys.next(ctx); key != null; key = keys.next(ctx)) {
        dict.put(ctx, key, source.getItem(ctx, key));
        Sequences.pollSometimes(ctx, ++count);
      }
      return;
    }
    PyObject pairs = source.iter(ctx);
    for (PyObject pair = pairs.next(ctx); pair != null; pair = pairs.next(ctx)) {
      PyObject parts = pair.iter(ctx);
      PyObject key = parts.next(ctx);
      PyObject value = key == null ? null : parts.next(ctx);
      if (value == null || parts.next(ctx) != null) {
        throw Errors.valueError(ctx, "dict update sequence has wrong length");
      }
      dict.put(ctx, key, value);
      Sequences.pollSometimes(ctx, ++count);
    }
  }

  /**
   * {@code dict | other} for all that update() takes; null when the other may have its own
   * operator.
   */
  static PyObject union(PyContext ctx, PyDict dict, PyObject other) {
    if (other instanceof PyInstance && !(Args.unwrap(other) instanceof PyDict)) {
      return null;
    }
    PyDict result = copy(ctx, dict);
    merge(ctx, result, other);
    return result;
  }

  /**
   * Whether both have equal keys with equal values; for two ordered dictionaries also in the same
   * order.
   */
  static boolean equal(PyContext ctx, PyDict a, PyDict b) {
    if (a.size() != b.size()) {
      return false;
    }
    ctx.enter();
    try {
      boolean isOrdered = a instanceof PyOrderedDict && b instanceof PyOrderedDict;
      int other = -1;
      for (int e = a.nextEntry(0); e >= 0; e = a.nextEntry(e + 1)) {
        PyObject key = a.keyAt(e);
        PyObject value = a.valueAt(e);
        other = isOrdered ? b.nextEntry(other + 1) : b.findEntry(ctx, key);
        if (other < 0
            || (isOrdered && !Operators.equal(ctx, key, b.keyAt(other)))
            || !Operators.equal(ctx, value, b.valueAt(other))) {
          return false;
        }
      }
      return true;
    } finally {
      ctx.leave();
    }
  }
}
