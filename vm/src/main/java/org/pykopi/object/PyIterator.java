package org.pykopi.object;

/**
 * Base of the built-in iterators. A subclass implements {@link #next}; at the end it returns {@link
 * #end}. Iterators that Python code cannot name share the type {@code iterator}.
 */
public abstract class PyIterator extends PyObject {
  public static final PyType TYPE = table("iterator").build();

  /** A table that already has what all iterators have. */
  static TypeTable table(String name) {
    return new TypeTable(name).fn1("__next__", PyIterator::nextMethod);
  }

  /** __next__() -> object: the next item; StopIteration at the end. */
  private static PyObject nextMethod(PyContext ctx, PyObject self) {
    PyObject item = self.next(ctx);
    if (item == null) {
      throw Errors.stopIteration(ctx, ctx.stopValue);
    }
    return item;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public final PyObject iter(PyContext ctx) {
    return this;
  }

  @Override
  public abstract PyObject next(PyContext ctx);

  /** What {@link #next} returns at the end. */
  static PyObject end(PyContext ctx) {
    ctx.stopValue = null;
    return null;
  }
}
