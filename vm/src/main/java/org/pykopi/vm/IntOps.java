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

  /** Whether {@link #quick} knows the operator. */
  static boolean isQuick(int op) {
    int plain = op < Op.OR ? op + Op.INPLACE_TO_PLAIN : op;
    return plain >= Op.ADD && plain <= Op.MULTIPLY || plain <= Op.AND;
  }

  /** An operator on ints that cannot fail. */
  static PyObject quick(int op, int x, int y) {
    int plain = op < Op.OR ? op + Op.INPLACE_TO_PLAIN : op;
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
      default:
        return PyInt.of(x & y);
    }
  }
}
