package org.pykopi.object;

/** {@code reversed}: the items of a sequence from the last to the first, by index. */
public final class PyReversed extends PyIterator {
  public static final PyType TYPE = table("reversed").constructor(PyReversed::make).build();
  private static final PyStr REVERSED = PyStr.intern("__reversed__");

  private final PyObject sequence;

  /** Index of the item given last. */
  private int index;

  private PyReversed(PyObject sequence, int length) {
    this.sequence = sequence;
    this.index = length;
  }

  /** reversed(sequence) -> iterator: its __reversed__() if it has one, else its items by index. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    PyObject sequence = args[at];
    if (sequence instanceof PyInstance && sequence.type().lookup(REVERSED) != null) {
      return Attributes.callMethod(ctx, sequence, REVERSED);
    }
    return new PyReversed(sequence, Operators.length(ctx, sequence));
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public PyObject next(PyContext ctx) {
    if (index == 0) {
      return end(ctx);
    }
    index--;
    return sequence.getItem(ctx, PyInt.of(index));
  }
}
