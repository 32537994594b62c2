package org.pykopi.object;

import java.math.BigInteger;

/** Constructor and methods of {@code int}. */
final class IntMethods {
  private static final int DECIMAL = 10;

  private IntMethods() {}

  static PyType table() {
    return new TypeTable("int")
        .constructor(IntMethods::make)
        .fn("from_bytes", 2, 4, IntMethods::fromBytes)
        .classMethod("from_bytes")
        .fnKw(
            "to_bytes",
            Signature.of("self", "length=", "byteorder=", "*", "signed="),
            IntMethods::toBytes)
        .build();
  }

  /** int(x=0, base=10) -> int: a number without its fraction, or the number that a text shows. */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    Args.checkCount(ctx, nargs, nkw, 0, 2);
    if (nargs == 0) {
      return PyInt.of(0);
    }
    PyObject value = args[at];
    if (nargs == 2) {
      String text = NumberText.of(value);
      if (text == null) {
        text = Args.toText(ctx, value);
      }
      return NumberText.parseInt(ctx, text, Args.toInt(ctx, args[at + 1]));
    }
    if (value instanceof PyInt || value instanceof PyLong) {
      return value;
    }
    PyObject number = value instanceof PyInstance ? null : value.unary(ctx, Op.INT);
    if (number != null) {
      return number;
    }
    String text = NumberText.of(value);
    return text == null
        ? Operators.unary(ctx, Op.INT, value)
        : NumberText.parseInt(ctx, text, DECIMAL);
  }

  /** from_bytes(bytes, byteorder="big", signed=False) -> int: the number that bytes hold. */
  private static PyObject fromBytes(PyContext ctx, PyObject[] args, int at, int nargs) {
    byte[] bytes = Args.toBuffer(ctx, args[at + 1]).copy();
    if (nargs > 2 && isLittle(args[at + 2])) {
      reverse(bytes);
    }
    boolean isSigned = nargs > 3 && args[at + 3].isTrue(ctx);
    if (bytes.length == 0) {
      return PyInt.of(0);
    }
    return PyLong.of(isSigned ? new BigInteger(bytes) : new BigInteger(1, bytes));
  }

  private static boolean isLittle(PyObject byteorder) {
    return byteorder instanceof PyStr s && s.value().equals("little");
  }

  private static void reverse(byte[] bytes) {
    for (int i = 0, j = bytes.length - 1; i < j; i++, j--) {
      byte first = bytes[i];
      bytes[i] = bytes[j];
      bytes[j] = first;
    }
  }

  /** to_bytes(length=1, byteorder="big", *, signed=False) -> bytes: two's complement. */
  private static PyObject toBytes(PyContext ctx, PyObject[] bound) {
    BigInteger value = Args.toBigInteger(ctx, bound[0]);
    int length = bound[1] == null ? 1 : Args.toInt(ctx, bound[1]);
    if (length < 0) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    boolean isSigned = bound[3] != null && bound[3].isTrue(ctx);
    if (!isSigned && value.signum() < 0) {
      throw Errors.overflowError(ctx, "can't convert negative int to unsigned");
    }
    byte[] result = new byte[ctx.checkSize(length, 1)];
    int bits = value.bitLength() + (isSigned && value.signum() != 0 ? 1 : 0);
    if (bits > length * 8L) {
      throw Errors.overflowError(ctx, "value would overflow a " + length + " byte buffer");
    }
    byte[] digits = value.toByteArray();
    byte fill = (byte) (value.signum() < 0 ? -1 : 0);
    for (int i = 0; i < length; i++) {
      int from = digits.length - 1 - i;
      result[length - 1 - i] = from >= 0 ? digits[from] : fill;
    }
    if (bound[2] != null && isLittle(bound[2])) {
      reverse(result);
    }
    return PyBytes.of(result);
  }
}
