package org.pykopi.object;

/**
 * Base of the iterators that ask other iterators. Such can be nested to any depth without any
 * Python function in between, so the deeper ones count as recursion; the usual shallow ones need
 * not.
 */
abstract class PyNestedIterator extends PyIterator {
  private static final int FREE_NESTING = 4;

  /** How many iterators of this kind lie one in the other, this one included. */
  private final int nesting;

  PyNestedIterator(PyObject inner) {
    nesting = nestingOf(inner) + 1;
  }

  PyNestedIterator(PyObject[] inner) {
    int deepest = 0;
    for (PyObject one : inner) {
      deepest = Math.max(deepest, nestingOf(one));
    }
    nesting = deepest + 1;
  }

  private static int nestingOf(PyObject iterator) {
    return iterator instanceof PyNestedIterator nested ? nested.nesting : 0;
  }

  @Override
  public final PyObject next(PyContext ctx) {
    if (nesting <= FREE_NESTING) {
      return step(ctx);
    }
    ctx.enter();
    try {
      return step(ctx);
    } finally {
      ctx.leave();
    }
  }

  /** The next item, as {@link #next}. */
  abstract PyObject step(PyContext ctx);
}
