package org.pykopi.object;

/**
 * {@code set}: the keys of a {@link PyDict}, so in insertion order. {@link PyFrozenSet} is the
 * subclass that Python code cannot change. Methods are in {@link SetMethods}.
 */
public class PySet extends PyObject {
  public static final PyType TYPE = SetMethods.setTable();

  /** The elements are the keys; all values are None. */
  final PyDict elements;

  public PySet() {
    this(new PyDict());
  }

  PySet(PyDict elements) {
    this.elements = elements;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** A set of the same type with these elements, which it takes over. */
  PySet make(PyDict newElements) {
    return new PySet(newElements);
  }

  // ---- protocol ----

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    if (elements.size() == 0) {
      out.append("set()");
    } else {
      reprElements(ctx, out);
    }
  }

  final void reprElements(PyContext ctx, StringBuilder out) {
    PyObject[] items = Sequences.toArray(ctx, this);
    out.append('{');
    Sequences.repr(ctx, out, items, items.length);
    out.append('}');
  }

  @Override
  public final boolean isTrue(PyContext ctx) {
    return elements.size() != 0;
  }

  @Override
  public final int length(PyContext ctx) {
    return elements.size();
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.unhashable(ctx, this);
  }

  @Override
  public final PyObject iter(PyContext ctx) {
    return elements.iter(ctx);
  }

  @Override
  public final PyObject binary(PyContext ctx, int op, PyObject other) {
    if (op == Op.CONTAINS) {
      return PyBool.of(contains(ctx, other));
    }
    PyObject right = Args.unwrap(other);
    if (!(right instanceof PySet set)) {
      return null;
    }
    switch (op) {
      case Op.EQUAL:
        return PyBool.of(size() == set.size() && isSubsetOf(ctx, set));
      case Op.LESS:
        return PyBool.of(size() < set.size() && isSubsetOf(ctx, set));
      case Op.LESS_EQUAL:
        return PyBool.of(isSubsetOf(ctx, set));
      case Op.MORE:
        return PyBool.of(size() > set.size() && set.isSubsetOf(ctx, this));
      case Op.MORE_EQUAL:
        return PyBool.of(set.isSubsetOf(ctx, this));
      default:
        return combine(ctx, op, set);
    }
  }

  private PyObject combine(PyContext ctx, int op, PySet other) {
    boolean isInplace = Op.isInplace(op) && !(this instanceof PyFrozenSet);
    int plain = Op.isInplace(op) ? op + Op.INPLACE_TO_PLAIN : op;
    if (plain != Op.OR && plain != Op.AND && plain != Op.XOR && plain != Op.SUBTRACT) {
      return null;
    }
    if (!isInplace && plain == Op.AND) {
      return make(
          size() <= other.size() ? select(ctx, other, true) : other.select(ctx, this, true));
    }
    if (!isInplace && plain == Op.SUBTRACT && size() <= other.size()) {
      return make(select(ctx, other, false));
    }
    PySet result = isInplace ? this : copy(ctx);
    switch (plain) {
      case Op.OR:
        result.addAll(ctx, other);
        break;
      case Op.AND:
        result.retainAll(ctx, other, true);
        break;
      case Op.XOR:
        result.toggleAll(ctx, other);
        break;
      default:
        result.removeAll(ctx, other);
    }
    return result;
  }

  // ---- for Java code ----

  public final int size() {
    return elements.size();
  }

  public final boolean contains(PyContext ctx, PyObject element) {
    return elements.findEntry(ctx, element) >= 0;
  }

  public final void add(PyContext ctx, PyObject element) {
    elements.putIfAbsent(ctx, element, PyNone.NONE);
  }

  /** A copy that may be changed before anybody else sees it, of the same type. */
  final PySet copy(PyContext ctx) {
    ctx.checkHeap();
    PyDict copy = new PyDict();
    copy.putAll(ctx, elements);
    return make(copy);
  }

  final boolean isSubsetOf(PyContext ctx, PySet other) {
    for (int e = elements.nextEntry(0); e >= 0; e = elements.nextEntry(e + 1)) {
      if (other.elements.findKeyOf(ctx, elements, e) < 0) {
        return false;
      }
    }
    return true;
  }

  /** Adds the items of any iterable. */
  public final void addAll(PyContext ctx, PyObject iterable) {
    if (iterable == this) {
      return;
    }
    if (iterable instanceof PySet set) {
      PyDict others = set.elements;
      if (size() == 0) {
        elements.putAll(ctx, others);
        return;
      }
      for (int e = others.nextEntry(0); e >= 0; e = others.nextEntry(e + 1)) {
        elements.putKeyOf(ctx, others, e, PyNone.NONE);
        Sequences.pollSometimes(ctx, e);
      }
      return;
    }
    PyObject iterator = iterable.iter(ctx);
    int count = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      add(ctx, item);
      Sequences.pollSometimes(ctx, ++count);
    }
  }

  /** Removes the items of any iterable. */
  final void removeAll(PyContext ctx, PyObject iterable) {
    if (iterable == this) {
      elements.clear();
      return;
    }
    if (iterable instanceof PySet set) {
      if (size() < set.size()) {
        retainAll(ctx, set, false);
        return;
      }
      PyDict others = set.elements;
      for (int e = others.nextEntry(0); e >= 0; e = others.nextEntry(e + 1)) {
        elements.removeIfUsed(elements.findKeyOf(ctx, others, e));
        Sequences.pollSometimes(ctx, e);
      }
      return;
    }
    PyObject iterator = iterable.iter(ctx);
    int count = 0;
    for (PyObject item = iterator.next(ctx); item != null; item = iterator.next(ctx)) {
      elements.remove(ctx, item);
      Sequences.pollSometimes(ctx, ++count);
    }
  }

  /** The elements that the other set has, or those that it has not. */
  private PyDict select(PyContext ctx, PySet other, boolean isShared) {
    PyDict selected = new PyDict();
    for (int e = elements.nextEntry(0); e >= 0; e = elements.nextEntry(e + 1)) {
      PyObject element = elements.keyAt(e);
      int hash = elements.hashAt(e);
      if (other.elements.findKeyOf(ctx, elements, e) >= 0 == isShared) {
        selected.append(element, hash, PyNone.NONE);
      }
      Sequences.pollSometimes(ctx, e);
    }
    return selected;
  }

  /** Keeps the elements that the other set has, or those that it has not. */
  final void retainAll(PyContext ctx, PySet other, boolean isShared) {
    for (int e = elements.nextEntry(0); e >= 0; e = elements.nextEntry(e + 1)) {
      if (other.elements.findKeyOf(ctx, elements, e) >= 0 != isShared) {
        elements.removeIfUsed(e);
      }
    }
  }

  /** Removes the elements that the other set has too, and adds those that only it has. */
  final void toggleAll(PyContext ctx, PySet other) {
    if (other == this) {
      elements.clear();
      return;
    }
    PyDict others = other.elements;
    for (int e = others.nextEntry(0); e >= 0; e = others.nextEntry(e + 1)) {
      elements.toggleKeyOf(ctx, others, e, PyNone.NONE);
    }
  }

  @Override
  public final boolean hasOnlyTypeMembers() {
    return true;
  }
}
