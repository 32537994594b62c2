package org.pykopi.object;

/**
 * What str, bytes and bytearray have in common. Their methods ({@link TextMethods}) see the content
 * as a char sequence: the UTF-16 units of a str, or one char from 0 to 255 for each byte. Offsets
 * count these chars; indexes, which Python code sees, count code points and bytes. Both are equal
 * except in a str with characters beyond U+FFFF.
 */
abstract class PyText extends PyObject {
  /** The content; valid as long as the object does not change. */
  abstract CharSequence chars();

  /** An object of the same type with these chars. */
  abstract PyText make(CharSequence chars);

  /** An object of the same type with the chars {@code [from, to)} of this one. */
  abstract PyText part(int from, int to);

  /**
   * The chars of an operand; null when it is of another kind. For bytes, a str counts as its UTF-8
   * form.
   */
  abstract CharSequence charsOf(PyObject value);

  /** What errors call this kind of object: string, bytes or bytearray. */
  abstract String kind();

  /** {@code len(self)}. */
  abstract int size();

  /** From an index between 0 and {@link #size} to the offset in {@link #chars}. */
  int toOffset(int index) {
    return index;
  }

  /** The way back from {@link #toOffset}. */
  int toIndex(int offset) {
    return offset;
  }

  @Override
  public final int length(PyContext ctx) {
    return size();
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return size() != 0;
  }

  /** The chars of an argument that has to be of the same kind: text with text, bytes with bytes. */
  final CharSequence argument(PyContext ctx, PyObject value) {
    PyObject object = Args.unwrap(value);
    CharSequence chars = charsOf(object);
    if (chars == null || !isSameKind(object)) {
      throw cannotConvert(ctx, value);
    }
    return chars;
  }

  private boolean isSameKind(PyObject other) {
    return other instanceof PyStr == this instanceof PyStr;
  }

  final PyException cannotConvert(PyContext ctx, PyObject value) {
    return Errors.typeError(
        ctx,
        "can't convert '"
            + value.type().name
            + "' object to "
            + (Args.unwrap(value) instanceof PyStr ? "bytes" : "str")
            + " implicitly");
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    switch (op) {
      case Op.MODULO:
      case Op.INPLACE_MODULO:
        return PercentFormat.format(ctx, this, other);
      case Op.MULTIPLY:
      case Op.INPLACE_MULTIPLY:
        long times = Sequences.factor(ctx, other);
        return times == Long.MIN_VALUE ? null : repeat(ctx, times);
      case Op.CONTAINS:
        return PyBool.of(contains(ctx, other));
      case Op.EQUAL:
        return equal(ctx, other);
      default:
    }
    CharSequence right = Op.isReverse(op) ? null : charsOf(other);
    if (right == null) {
      return NativeOperands.reverse(ctx, op, this, other);
    }
    if (op == Op.ADD || op == Op.INPLACE_ADD) {
      return concatenate(ctx, right, other);
    }
    return isSameKind(other) ? order(op, right) : null;
  }

  /** The order operators. */
  private PyObject order(int op, CharSequence right) {
    switch (op) {
      case Op.LESS:
        return PyBool.of(TextSearch.compare(chars(), right) < 0);
      case Op.MORE:
        return PyBool.of(TextSearch.compare(chars(), right) > 0);
      case Op.LESS_EQUAL:
        return PyBool.of(TextSearch.compare(chars(), right) <= 0);
      case Op.MORE_EQUAL:
        return PyBool.of(TextSearch.compare(chars(), right) >= 0);
      default:
        return null;
    }
  }

  private PyObject equal(PyContext ctx, PyObject other) {
    boolean isMixed =
        (this instanceof PyStr && other instanceof PyBytes)
            || (this instanceof PyBytes && other instanceof PyStr);
    if (isMixed) {
      ctx.warn("BytesWarning", "Comparison between bytes and str");
      return PyBool.FALSE;
    }
    CharSequence right = isSameKind(other) && !(other instanceof PyArray) ? charsOf(other) : null;
    return right == null ? null : PyBool.of(TextSearch.equal(chars(), right));
  }

  boolean contains(PyContext ctx, PyObject item) {
    CharSequence chars = chars();
    return TextSearch.indexOf(chars, argument(ctx, item), 0, chars.length()) >= 0;
  }

  private PyObject concatenate(PyContext ctx, CharSequence right, PyObject other) {
    CharSequence left = chars();
    if (left.length() == 0 && other.type() == type() && this instanceof PyStr) {
      return other;
    }
    if (right.length() == 0 && !(this instanceof PyByteArray)) {
      return this;
    }
    ctx.checkSize((long) left.length() + right.length(), 1);
    return join(left, right);
  }

  /** An object of the same type with the chars of both. */
  abstract PyText join(CharSequence left, CharSequence right);

  private PyObject repeat(PyContext ctx, long times) {
    CharSequence chars = chars();
    long count = Math.max(0, times);
    long length = chars.length();
    if (length == 0 || count == 0) {
      return part(0, 0);
    }
    if (count == 1 && !(this instanceof PyByteArray)) {
      return this;
    }
    ctx.checkSize(count > Long.MAX_VALUE / length ? -1 : count * length, 1);
    return repeat((int) count);
  }

  /** An object of the same type with this content several times in a row. */
  abstract PyText repeat(int count);

  @Override
  public final boolean hasOnlyTypeMembers() {
    return true;
  }
}
