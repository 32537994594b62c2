package org.pykopi.object;

/**
 * {@code enumerate}: pairs of a running number and an item. Ends with the stop value of the
 * iterator behind it.
 */
public final class PyEnumerate extends PyNestedIterator {
  public static final PyType TYPE = table("enumerate").constructor(PyEnumerate::make).build();
  private static final Signature SIGNATURE = Signature.of("iterable", "start=0");

  private final PyObject iterator;
  private PyObject number;

  private PyEnumerate(PyObject iterator, PyObject start) {
    super(iterator);
    this.iterator = iterator;
    this.number = start;
  }

  /**
   * enumerate(iterable, start=0) -> enumerate: yields (start, first item), (start + 1, second item)
   * ...
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyObject[] bound = SIGNATURE.bind(ctx, args, at, nargs, nkw);
    PyObject start = Args.toIntObject(ctx, bound[1]);
    return new PyEnumerate(bound[0].iter(ctx), start);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  PyObject step(PyContext ctx) {
    PyObject item = iterator.next(ctx);
    if (item == null) {
      return null;
    }
    PyObject current = number;
    number =
        current instanceof PyInt i
            ? PyInt.of(i.value + 1L)
            : Operators.binary(ctx, Op.ADD, current, PyInt.of(1));
    return PyTuple.of(current, item);
  }
}
