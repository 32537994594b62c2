package org.pykopi.object;

/**
 * Any value of a Python program. Each Python type is a subclass that overrides the protocol methods
 * it supports; the defaults say "not supported" in the way that the operator layer ({@link
 * Operators}, {@link Attributes}) expects.
 *
 * <p>Conventions: {@code null} as a result means "not supported here" for operators, "not found"
 * for look-ups and "no more items" for {@link #next}; it is never a Python value. Arguments of a
 * call lie in an array: {@code nargs} positional values from {@code at} on, followed by {@code nkw}
 * pairs of name ({@link PyStr}) and value. The callee must not keep or change that array.
 */
public abstract class PyObject {
  /** The Python type; for instances of a Python class it is that class. */
  public abstract PyType type();

  // ---- text ----

  /** Appends {@code repr(self)}. */
  public void repr(PyContext ctx, StringBuilder out) {
    out.append('<').append(type().name).append('>');
  }

  /** Appends {@code str(self)}. */
  public void str(PyContext ctx, StringBuilder out) {
    repr(ctx, out);
  }

  // ---- operators ----

  /** {@code bool(self)}; the default is true unless the object has a length of zero. */
  public boolean isTrue(PyContext ctx) {
    int length = length(ctx);
    return length != 0;
  }

  /** {@code len(self)}, or -1 when the type has no length. */
  public int length(PyContext ctx) {
    return -1;
  }

  /**
   * {@code hash(self)}; types that cannot be hashed raise TypeError. The default is by identity.
   */
  public int hash(PyContext ctx) {
    return System.identityHashCode(this);
  }

  /** A unary operator, {@link Op#POSITIVE} ...; null when not supported. */
  public PyObject unary(PyContext ctx, int op) {
    return null;
  }

  /**
   * A binary operator, {@link Op#LESS} ... {@link Op#POWER}, with self on the left, or a reverse
   * operator with self on the right. EQUAL is asked for, never NOT_EQUAL, except of Python classes.
   * IN is asked of the container as {@link Op#CONTAINS}. Null when not supported.
   */
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return null;
  }

  // ---- items ----

  /** {@code self[index]}. */
  public PyObject getItem(PyContext ctx, PyObject index) {
    throw Errors.typeError(ctx, "'" + type().name + "' object isn't subscriptable");
  }

  /** {@code self[index] = value}. */
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    throw Errors.typeError(ctx, "'" + type().name + "' object doesn't support item assignment");
  }

  /** {@code del self[index]}. */
  public void deleteItem(PyContext ctx, PyObject index) {
    throw Errors.typeError(ctx, "'" + type().name + "' object doesn't support item deletion");
  }

  // ---- iteration ----

  /** {@code iter(self)}. */
  public PyObject iter(PyContext ctx) {
    throw Errors.typeError(ctx, "'" + type().name + "' object isn't iterable");
  }

  /**
   * The next item of this iterator, or null at the end; then {@link PyContext#stopValue} holds the
   * value of the StopIteration (null for none).
   */
  public PyObject next(PyContext ctx) {
    throw Errors.typeError(ctx, "'" + type().name + "' object isn't an iterator");
  }

  // ---- attributes ----

  /**
   * An attribute that this object has beyond those of its type (module members, instance
   * attributes, native properties); null when there is none. Most types need not override it:
   * {@link Attributes} finds methods in the type's table.
   */
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    return null;
  }

  /**
   * {@code self.name = value}, or {@code del self.name} when {@code value} is null.
   *
   * @return false when this object takes no such attribute; the caller raises AttributeError
   */
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    return false;
  }

  // ---- calls ----

  /** {@code self(...)}; see the class comment for the layout of the arguments. */
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    throw Errors.typeError(ctx, "'" + type().name + "' object isn't callable");
  }

  public final PyObject call(PyContext ctx, PyObject... args) {
    return call(ctx, args, 0, args.length, 0);
  }

  public PyObject call0(PyContext ctx) {
    return call(ctx, NO_ARGS, 0, 0, 0);
  }

  public PyObject call1(PyContext ctx, PyObject a) {
    return call(ctx, new PyObject[] {a}, 0, 1, 0);
  }

  public PyObject call2(PyContext ctx, PyObject a, PyObject b) {
    return call(ctx, new PyObject[] {a, b}, 0, 2, 0);
  }

  public PyObject call3(PyContext ctx, PyObject a, PyObject b, PyObject c) {
    return call(ctx, new PyObject[] {a, b, c}, 0, 3, 0);
  }

  public boolean isCallable() {
    return false;
  }

  /**
   * Whether, as a member of a type, this is a function that takes the object it is fetched from as
   * first argument.
   */
  public boolean bindsToInstance() {
    return false;
  }

  // ---- access to bytes ----

  /** The bytes behind bytes, bytearray, array, memoryview and str; null for other types. */
  public BufferView buffer() {
    return null;
  }

  /**
   * Whether attributes of this object are just the members of its type, so that code may remember a
   * method by type. Only for types whose objects have no attributes of their own.
   */
  public boolean hasOnlyTypeMembers() {
    return false;
  }

  // ---- identity ----

  /** {@code a is b}: equal small ints count as one object, as in the reference. */
  public static boolean same(PyObject a, PyObject b) {
    return a == b || (a instanceof PyInt x && b instanceof PyInt y && x.value == y.value);
  }

  public static final PyObject[] NO_ARGS = {};
}
