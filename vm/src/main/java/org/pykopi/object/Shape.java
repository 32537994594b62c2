package org.pykopi.object;

/**
 * The hidden class of instances: which attribute lies in which slot. Instances of one class that
 * got the same attributes in the same order share a shape, so a site in the code can remember
 * (shape, slot). Names are interned, so they compare by identity. A shape never changes; adding an
 * attribute moves the instance to the next shape.
 */
public final class Shape {
  private static final Shape[] NONE = {};

  /** Source of {@link #id}; ids are only compared for equality. */
  /** One count for all machines of a process, which share types. */
  private static int lastId;

  /** A number of its own, never 0, which inline caches in word code compare. */
  public final int id = ++lastId;

  public final PyType type;

  /** Names by slot; shared prefix with the parent, owned by this shape. */
  final PyStr[] names;

  private Shape[] next = NONE;

  Shape(PyType type) {
    this(type, new PyStr[0]);
  }

  private Shape(PyType type, PyStr[] names) {
    this.type = type;
    this.names = names;
  }

  public int size() {
    return names.length;
  }

  public PyStr nameAt(int slot) {
    return names[slot];
  }

  /** The slot of an interned name, or -1. */
  public int slotOf(PyStr name) {
    PyStr[] all = names;
    for (int i = 0; i < all.length; i++) {
      if (all[i] == name) {
        return i;
      }
    }
    return -1;
  }

  /** The shape with one more attribute at the end. */
  public Shape with(PyStr name) {
    for (Shape shape : next) {
      if (shape.names[names.length] == name) {
        return shape;
      }
    }
    PyStr[] longer = new PyStr[names.length + 1];
    System.arraycopy(names, 0, longer, 0, names.length);
    longer[names.length] = name;
    Shape made = new Shape(type, longer);
    Shape[] more = new Shape[next.length + 1];
    System.arraycopy(next, 0, more, 0, next.length);
    more[next.length] = made;
    next = more;
    return made;
  }

  /** The shape without the attribute at a slot; later attributes move down one slot. */
  public Shape without(int slot) {
    Shape shape = type.rootShape;
    for (int i = 0; i < names.length; i++) {
      if (i != slot) {
        shape = shape.with(names[i]);
      }
    }
    return shape;
  }
}
