package org.pykopi.object;

/** {@code frozenset}: a set that never changes and so can be hashed. */
public final class PyFrozenSet extends PySet {
  public static final PyType TYPE = SetMethods.frozenTable();

  PyFrozenSet(PyDict elements) {
    super(elements);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  PySet make(PyDict newElements) {
    return new PyFrozenSet(newElements);
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("frozenset(");
    if (elements.size() != 0) {
      reprElements(ctx, out);
    }
    out.append(')');
  }

  /** The same for any order of the elements. */
  @Override
  public int hash(PyContext ctx) {
    ctx.enter();
    try {
      int hash = 0x5e7 + elements.size();
      for (int e = elements.nextEntry(0); e >= 0; e = elements.nextEntry(e + 1)) {
        int one = elements.keyAt(e).hash(ctx) * 0x9E3779B9;
        hash ^= one ^ (one >>> 16);
      }
      return hash;
    } finally {
      ctx.leave();
    }
  }
}
