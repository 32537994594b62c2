package org.pykopi.object;

/** {@code str.format}. */
final class Formatter {
  private Formatter() {}

  static StringBuilder format(
      PyContext ctx, String pattern, PyObject[] args, int at, int nargs, int nkw) {
    throw Errors.notImplemented(ctx, "format");
  }
}
