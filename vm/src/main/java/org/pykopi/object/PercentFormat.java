package org.pykopi.object;

/** The operator {@code %} of str, bytes and bytearray. */
final class PercentFormat {
  private PercentFormat() {}

  static PyObject format(PyContext ctx, PyText pattern, PyObject values) {
    throw Errors.notImplemented(ctx, "%");
  }
}
