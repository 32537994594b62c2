package org.pykopi.vm;

import org.pykopi.object.Op;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;

/** Operators on small ints that the dispatch loop runs without asking the objects. */
final class IntOps {
  private IntOps() {}

  static boolean compareInts(int op, int x, int y) {
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

  /** An operator on ints, or null when the objects have to be asked. */
  static PyObject quick(int op, int x, int y) {
    int plain = op >= Op.INPLACE_OR && op < Op.OR ? op + Op.INPLACE_TO_PLAIN : op;
    switch (plain) {
      case Op.ADD:
        return PyInt.of((long) x + y);
      case Op.SUBTRACT:
        return PyInt.of((long) x - y);
      case Op.MULTIPLY:
        return PyInt.of((long) x * y);
      case Op.OR:
        return PyInt.of(x | y);
      case Op.XOR:
        return PyInt.of(x ^ y);
      case Op.AND:
        return PyInt.of(x & y);
      case Op.LSHIFT:
        return y >= 0 && y < Integer.SIZE ? PyInt.of((long) x << y) : null;
      case Op.RSHIFT:
        return y >= 0 ? PyInt.of(x >> Math.min(y, Integer.SIZE - 1)) : null;
      case Op.FLOOR_DIVIDE:
        return y > 0 ? PyInt.of(floorDivide(x, y)) : null;
      case Op.MODULO:
        return y > 0 ? PyInt.of(x - floorDivide(x, y) * y) : null;
      default:
        return null;
    }
  }

  /** For a positive divisor. */
  private static int floorDivide(int x, int y) {
    int quotient = x / y;
    return quotient * y > x ? quotient - 1 : quotient;
  }
}
