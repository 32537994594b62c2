package org.pykopi.object;

/** {@code tuple}: an immutable sequence. Owns its array; there is one empty tuple, {@link #EMPTY}. */
public class PyTuple extends PyObject {
  public static final PyType TYPE = new TypeTable("tuple").build();
  public static final PyTuple EMPTY = new PyTuple(NO_ARGS);

  final PyObject[] items;

  protected PyTuple(PyObject[] items) {
    this.items = items;
  }

  /** A tuple of these items; takes over the array. */
  public static PyTuple of(PyObject... items) {
    return items.length == 0 ? EMPTY : new PyTuple(items);
  }

  /** A tuple of a copy of part of an array. */
  public static PyTuple copyOf(PyObject[] source, int from, int count) {
    if (count == 0) {
      return EMPTY;
    }
    PyObject[] copy = new PyObject[count];
    System.arraycopy(source, from, copy, 0, count);
    return new PyTuple(copy);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  public final int length() {
    return items.length;
  }

  /** The item at an index known to be valid. */
  public final PyObject get(int index) {
    return items[index];
  }

  /** The items themselves; not to be changed. */
  public final PyObject[] items() {
    return items;
  }
}
