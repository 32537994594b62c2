package org.pykopi.object;

/**
 * Iterator over a dictionary's keys, values or items. The dictionary may change meanwhile, as in
 * the reference; entries added after the start may be left out, so the iteration always ends.
 */
public final class PyDictIterator extends PyIterator {
  private final PyDict dict;
  private final int kind;

  /** Entries from here on were not there at the start. */
  private final int limit;

  private int entry;

  PyDictIterator(PyDict dict, int kind) {
    this.dict = dict;
    this.kind = kind;
    this.limit = dict.lastEntry();
  }

  @Override
  public PyObject next(PyContext ctx) {
    int at = dict.nextEntry(entry);
    if (at < 0 || at > limit) {
      entry = Integer.MAX_VALUE;
      return end(ctx);
    }
    entry = at + 1;
    switch (kind) {
      case PyDictView.KEYS:
        return dict.keyAt(at);
      case PyDictView.VALUES:
        return dict.valueAt(at);
      default:
        return PyTuple.of(dict.keyAt(at), dict.valueAt(at));
    }
  }
}
