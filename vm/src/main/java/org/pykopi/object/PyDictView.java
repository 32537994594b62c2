package org.pykopi.object;

/**
 * What {@code dict.keys()}, {@code values()} and {@code items()} give: a window on the dictionary.
 */
public final class PyDictView extends PyObject {
  public static final PyType TYPE = new TypeTable("dict_view").build();

  static final int KEYS = 0;
  static final int VALUES = 1;
  static final int ITEMS = 2;

  private static final String[] NAMES = {"dict_keys", "dict_values", "dict_items"};

  private final PyDict dict;
  private final int kind;

  PyDictView(PyDict dict, int kind) {
    this.dict = dict;
    this.kind = kind;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    PyObject[] items = Sequences.toArray(ctx, this);
    out.append(NAMES[kind]).append("([");
    Sequences.repr(ctx, out, items, items.length);
    out.append("])");
  }

  /** Keys and items compare like sets, so only values have a hash. */
  @Override
  public int hash(PyContext ctx) {
    if (kind != VALUES) {
      throw Errors.unhashable(ctx, this);
    }
    return System.identityHashCode(this);
  }

  @Override
  public int length(PyContext ctx) {
    return dict.size();
  }

  @Override
  public PyObject iter(PyContext ctx) {
    return new PyDictIterator(dict, kind);
  }

  /** Keys and items work like sets; values only iterate. */
  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (kind == VALUES) {
      return null;
    }
    if (op == Op.CONTAINS) {
      return kind == KEYS ? PyBool.of(dict.findEntry(ctx, other) >= 0) : null;
    }
    if (isSetOperator(op)) {
      PySet set = new PySet();
      set.addAll(ctx, other);
      return toSet(ctx).binary(ctx, op, set);
    }
    if (Sequences.isComparison(op)) {
      PyObject set = other instanceof PyDictView view ? view.toSet(ctx) : Args.unwrap(other);
      return set instanceof PySet ? toSet(ctx).binary(ctx, op, set) : null;
    }
    return null;
  }

  private static boolean isSetOperator(int op) {
    return op == Op.OR || op == Op.AND || op == Op.XOR || op == Op.SUBTRACT;
  }

  private PySet toSet(PyContext ctx) {
    PySet set = new PySet();
    set.addAll(ctx, this);
    return set;
  }
}
