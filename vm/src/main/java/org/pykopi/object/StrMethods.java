package org.pykopi.object;

/** Constructor and own methods of {@code str}; the others are in {@link TextMethods}. */
final class StrMethods {
  private StrMethods() {}

  static PyType table() {
    return TextMethods.addTo(new TypeTable("str"))
        .constructor(StrMethods::make)
        .fn("encode", 1, 3, StrMethods::encode)
        .build();
  }

  /**
   * str(object="") -> str, str(bytes, encoding, errors="strict") -> str: text of an object, or
   * decoded.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.refuseKeywords(ctx, nkw);
    Args.checkCount(ctx, nargs, 0, 0, 3);
    if (nargs == 0) {
      return PyStr.EMPTY;
    }
    PyObject object = args[at];
    if (nargs > 1) {
      PyObject errors = nargs > 2 ? args[at + 2] : null;
      return ByteText.decode(ctx, Args.toBuffer(ctx, object), args[at + 1], errors);
    }
    if (object instanceof PyStr) {
      return object;
    }
    StringBuilder out = new StringBuilder();
    object.str(ctx, out);
    return PyStr.of(out);
  }

  /** encode(encoding="utf-8", errors="strict") -> bytes: the text as bytes. */
  private static PyObject encode(PyContext ctx, PyObject[] args, int at, int nargs) {
    if (!(Args.unwrap(args[at]) instanceof PyStr s)) {
      throw Errors.wrongSelf(ctx, "str", args[at]);
    }
    return PyBytes.of(
        ByteText.encode(
            ctx, s.value(), nargs > 1 ? args[at + 1] : null, nargs > 2 ? args[at + 2] : null));
  }
}
