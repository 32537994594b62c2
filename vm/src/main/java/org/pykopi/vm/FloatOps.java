package org.pykopi.vm;

import org.pykopi.object.Op;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyObject;

/** Operators on two floats that the machine runs without asking the objects. */
final class FloatOps {
  private FloatOps() {}

  /** {@code x op y}, or null when the objects have to be asked. */
  static PyObject quick(int op, double x, double y) {
    switch (op) {
      case Op.ADD:
      case Op.INPLACE_ADD:
        return new PyFloat(x + y);
      case Op.SUBTRACT:
      case Op.INPLACE_SUBTRACT:
        return new PyFloat(x - y);
      case Op.MULTIPLY:
      case Op.INPLACE_MULTIPLY:
        return new PyFloat(x * y);
      case Op.TRUE_DIVIDE:
      case Op.INPLACE_TRUE_DIVIDE:
        return y == 0 ? null : new PyFloat(x / y);
      default:
        return op <= Op.NOT_EQUAL ? PyBool.of(compare(op, x, y)) : null;
    }
  }

  static boolean compare(int op, double x, double y) {
    switch (op) {
      case Op.LESS:
        return x < y;
      case Op.MORE:
        return x > y;
      case Op.EQUAL:
        return x == y;
      case Op.LESS_EQUAL:
        return x <= y;
      case Op.MORE_EQUAL:
        return x >= y;
      default:
        return x != y;
    }
  }
}
