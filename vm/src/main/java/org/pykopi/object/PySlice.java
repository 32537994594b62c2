package org.pykopi.object;

/** {@code slice}: start, stop and step of a subscript, each any object, None when left out. */
public final class PySlice extends PyObject {
  public static final PyType TYPE =
      new TypeTable("slice")
          .constructor(PySlice::make)
          .property("start", (ctx, self) -> ((PySlice) self).start)
          .property("stop", (ctx, self) -> ((PySlice) self).stop)
          .property("step", (ctx, self) -> ((PySlice) self).step)
          .fn2("indices", PySlice::indices)
          .build();

  public final PyObject start;
  public final PyObject stop;
  public final PyObject step;

  public PySlice(PyObject start, PyObject stop, PyObject step) {
    this.start = start;
    this.stop = stop;
    this.step = step;
  }

  /** slice([start], stop[, step]) -> slice: the object behind {@code x[start:stop:step]}. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 1, 3);
    if (nargs == 1) {
      return new PySlice(PyNone.NONE, args[at], PyNone.NONE);
    }
    return new PySlice(args[at], args[at + 1], nargs == 3 ? args[at + 2] : PyNone.NONE);
  }

  /** indices(length) -> tuple: start, stop and step for a sequence of that length. */
  private static PyObject indices(PyContext ctx, PyObject self, PyObject length) {
    if (!(self instanceof PySlice slice)) {
      throw Errors.wrongSelf(ctx, "slice", self);
    }
    Slices range = slice.resolve(ctx, Args.toInt(ctx, length));
    return PyTuple.of(PyInt.of(range.start()), PyInt.of(range.stop()), PyInt.of(range.step()));
  }

  /** What this slice selects from a sequence of that length. */
  public Slices resolve(PyContext ctx, int length) {
    return Slices.of(ctx, start, stop, step, length);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("slice(");
    start.repr(ctx, out);
    out.append(", ");
    stop.repr(ctx, out);
    out.append(", ");
    step.repr(ctx, out);
    out.append(')');
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    if (op != Op.EQUAL || !(other instanceof PySlice slice)) {
      return null;
    }
    return PyBool.of(
        Operators.equal(ctx, start, slice.start)
            && Operators.equal(ctx, stop, slice.stop)
            && Operators.equal(ctx, step, slice.step));
  }

  @Override
  public int hash(PyContext ctx) {
    throw Errors.unhashable(ctx, this);
  }
}
