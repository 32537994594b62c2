package org.pykopi.object;

/**
 * A special method that a built-in type has no table entry for, because its objects implement the
 * operator itself: {@code super().__getitem__} in a subclass of list. Found by {@link PySuper} only
 * (the reference has no such attributes), so that a class can extend what its built-in base does.
 */
final class NativeOperator extends PyBuiltinFunction {
  /** Number of a binary operator, or {@link #OTHERS} plus an index into {@link #OTHER_NAMES}. */
  private final int operation;

  private static final int OTHERS = 1000;
  private static final int GET_ITEM = OTHERS;
  private static final int SET_ITEM = OTHERS + 1;
  private static final int DELETE_ITEM = OTHERS + 2;
  private static final int LENGTH = OTHERS + 3;
  private static final int ITERATE = OTHERS + 4;
  private static final int REPR = OTHERS + 5;
  private static final int STR = OTHERS + 6;
  private static final int HASH = OTHERS + 7;
  private static final int IS_TRUE = OTHERS + 8;

  private static final String[] OTHER_NAMES = {
    "__getitem__",
    "__setitem__",
    "__delitem__",
    "__len__",
    "__iter__",
    "__repr__",
    "__str__",
    "__hash__",
    "__bool__"
  };

  private NativeOperator(String name, int operation) {
    super(name);
    this.operation = operation;
  }

  /** The special method of that name, or null when there is none. */
  static NativeOperator find(PyStr name) {
    for (int op = 0; op <= Op.REVERSE_POWER; op++) {
      if (op != Op.IN && op != Op.IS && op != Op.EXCEPTION_MATCH && Names.BINARY[op] == name) {
        return new NativeOperator(name.value(), op);
      }
    }
    for (int i = 0; i < OTHER_NAMES.length; i++) {
      if (OTHER_NAMES[i].equals(name.value())) {
        return new NativeOperator(name.value(), OTHERS + i);
      }
    }
    return null;
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    int wanted = operation == SET_ITEM ? 3 : operation > DELETE_ITEM ? 1 : 2;
    Args.checkCount(ctx, nargs, nkw, wanted, wanted);
    PyObject self = args[at];
    return operation < OTHERS
        ? binary(ctx, self, Args.unwrap(args[at + 1]))
        : other(ctx, self, args, at + 1);
  }

  private PyObject binary(PyContext ctx, PyObject self, PyObject right) {
    PyObject result = self.binary(ctx, operation == Op.NOT_EQUAL ? Op.EQUAL : operation, right);
    if (result == null) {
      return PyNotImplemented.NOT_IMPLEMENTED;
    }
    return operation == Op.NOT_EQUAL ? PyBool.of(!result.isTrue(ctx)) : result;
  }

  private PyObject other(PyContext ctx, PyObject self, PyObject[] args, int at) {
    StringBuilder text = new StringBuilder();
    switch (operation) {
      case GET_ITEM:
        return self.getItem(ctx, args[at]);
      case SET_ITEM:
        self.setItem(ctx, args[at], args[at + 1]);
        return PyNone.NONE;
      case DELETE_ITEM:
        self.deleteItem(ctx, args[at]);
        return PyNone.NONE;
      case LENGTH:
        return PyInt.of(Operators.length(ctx, self));
      case ITERATE:
        return self.iter(ctx);
      case REPR:
        self.repr(ctx, text);
        return PyStr.of(text);
      case STR:
        self.str(ctx, text);
        return PyStr.of(text);
      case HASH:
        return PyInt.of(self.hash(ctx));
      default:
        return PyBool.of(self.isTrue(ctx));
    }
  }
}
