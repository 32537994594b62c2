package org.pykopi.object;

/**
 * An object of a Python class. Attributes lie in {@link #slots} as {@link #shape} says. When the
 * class derives from a built-in type, {@link #base} is an object of that type which does the
 * built-in part of the work. Operators, items and calls go through the special methods of the class
 * first ({@link Instances}), then to {@code base}.
 */
public final class PyInstance extends PyObject {
  private static final PyObject[] NO_SLOTS = {};

  public final PyType type;
  public Shape shape;

  /** Attribute values; at least as long as the shape. */
  public PyObject[] slots = NO_SLOTS;

  /**
   * The built-in part, or null when the class has no built-in base or it is not initialised yet.
   */
  public PyObject base;

  public PyInstance(PyType type) {
    this.type = type;
    this.shape = type.rootShape;
  }

  @Override
  public PyType type() {
    return type;
  }

  /** The attribute in the instance itself, or null; {@code name} is interned. */
  public PyObject getSlot(PyStr name) {
    int slot = shape.slotOf(name);
    return slot < 0 ? null : slots[slot];
  }

  /** Sets an attribute in the instance itself; {@code name} is interned. */
  public void putSlot(PyStr name, PyObject value) {
    int slot = shape.slotOf(name);
    if (slot < 0) {
      addSlot(shape.with(name), value);
      return;
    }
    slots[slot] = value;
  }

  /** Adds the attribute that {@code after} has beyond the present shape. */
  public void addSlot(Shape after, PyObject value) {
    int slot = shape.size();
    if (slot >= slots.length) {
      grow(slot);
    }
    slots[slot] = value;
    shape = after;
  }

  private void grow(int used) {
    PyObject[] longer = new PyObject[used < 4 ? 4 : used * 2];
    System.arraycopy(slots, 0, longer, 0, used);
    slots = longer;
  }

  /** Removes an attribute; false when it is not there. */
  public boolean removeSlot(PyStr name) {
    int slot = shape.slotOf(name);
    if (slot < 0) {
      return false;
    }
    int size = shape.size();
    System.arraycopy(slots, slot + 1, slots, slot, size - slot - 1);
    slots[size - 1] = null;
    shape = shape.without(slot);
    return true;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    Instances.repr(ctx, this, out);
  }

  @Override
  public void str(PyContext ctx, StringBuilder out) {
    Instances.str(ctx, this, out);
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return Instances.isTrue(ctx, this);
  }

  @Override
  public int length(PyContext ctx) {
    return Instances.length(ctx, this);
  }

  @Override
  public int hash(PyContext ctx) {
    return Instances.hash(ctx, this);
  }

  @Override
  public PyObject unary(PyContext ctx, int op) {
    return Instances.unary(ctx, this, op);
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return Instances.binary(ctx, this, op, other);
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    return Instances.getItem(ctx, this, index);
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    Instances.setItem(ctx, this, index, value);
  }

  @Override
  public void deleteItem(PyContext ctx, PyObject index) {
    Instances.deleteItem(ctx, this, index);
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return Instances.iter(ctx, this);
  }

  @Override
  public PyObject next(PyContext ctx) {
    return Instances.next(ctx, this);
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    return Instances.setAttribute(ctx, this, name, value);
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    return Instances.call(ctx, this, args, at, nargs, nkw);
  }

  @Override
  public boolean isCallable() {
    return type.lookup(Names.CALL) != null || (base != null && base.isCallable());
  }

  @Override
  public BufferView buffer() {
    return base == null ? null : base.buffer();
  }
}
