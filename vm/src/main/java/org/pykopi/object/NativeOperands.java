package org.pykopi.object;

/**
 * Reverse operators of the built-in types. They are reached when the right operand is an instance
 * of a Python class that derives from a built-in type and has no method of its own: its built-in
 * part is asked with the left operand.
 */
final class NativeOperands {
  private NativeOperands() {}

  /**
   * {@code left op self} for a reverse operator; null when {@code op} is none, or when the built-in
   * part of {@code left} does not support it either.
   */
  static PyObject reverse(PyContext ctx, int op, PyObject self, PyObject left) {
    if (!Op.isReverse(op)) {
      return null;
    }
    PyObject operand = Args.unwrap(left);
    return operand instanceof PyInstance ? null : operand.binary(ctx, Op.unreversed(op), self);
  }
}
