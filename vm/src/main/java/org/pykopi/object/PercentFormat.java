package org.pykopi.object;

/**
 * The operator {@code %} of str, bytes and bytearray: fills in {@code "%" ["(" key ")"] [flags]
 * [width] ["." precision] type}, where width and precision may be {@code *}. One object works
 * through one pattern.
 */
final class PercentFormat {
  private final PyContext ctx;
  private final String pattern;
  private final boolean isBytes;
  private final PyObject[] values;
  private final PyDict named;
  private final StringBuilder out = new StringBuilder();

  /** Number of values used. */
  private int used;

  /** Next char of the pattern. */
  private int at;

  private PercentFormat(PyContext ctx, PyText pattern, PyObject values) {
    this.ctx = ctx;
    this.pattern = pattern.chars().toString();
    this.isBytes = !(pattern instanceof PyStr);
    PyObject source = Args.unwrap(values);
    this.values = source instanceof PyTuple tuple ? tuple.items() : new PyObject[] {values};
    this.named = source instanceof PyDict dict ? dict : null;
  }

  /** {@code pattern % values}, an object of the pattern's type. */
  static PyObject format(PyContext ctx, PyText pattern, PyObject values) {
    PercentFormat format = new PercentFormat(ctx, pattern, values);
    format.run();
    return pattern.make(format.out);
  }

  private void run() {
    int length = pattern.length();
    while (at < length) {
      char c = pattern.charAt(at++);
      if (c != '%') {
        out.append(c);
      } else if (at < length && pattern.charAt(at) == '%') {
        out.append('%');
        at++;
      } else {
        field();
      }
      ctx.checkSize(out.length(), 1);
    }
    if (named == null && used != values.length) {
      throw Errors.typeError(ctx, "format string didn't convert all arguments");
    }
  }

  private void field() {
    PyObject value = null;
    if (peek() == '(') {
      value = namedValue();
    }
    FormatSpec spec = new FormatSpec(isBytes);
    flags(spec);
    spec.width = number();
    if (spec.width < 0) {
      spec.align = '<';
      spec.width = -spec.width;
    }
    if (peek() == '.') {
      at++;
      spec.precision = Math.max(0, number());
    }
    if (at >= pattern.length()) {
      throw Errors.valueError(ctx, "incomplete format");
    }
    if (value == null) {
      value = nextValue();
    }
    value(spec, value, pattern.charAt(at++));
  }

  private char peek() {
    return at < pattern.length() ? pattern.charAt(at) : 0;
  }

  private PyObject namedValue() {
    if (named == null) {
      throw Errors.typeError(ctx, "format needs a dict");
    }
    int end = pattern.indexOf(')', at);
    if (end < 0) {
      throw Errors.valueError(ctx, "incomplete format key");
    }
    PyStr key = PyStr.of(pattern.substring(at + 1, end)).interned();
    at = end + 1;
    used = 1;
    PyObject found = named.get(ctx, key);
    if (found == null) {
      throw Errors.keyError(ctx, key);
    }
    return found;
  }

  private void flags(FormatSpec spec) {
    boolean isLeft = false;
    boolean hasZeros = false;
    for (; ; at++) {
      char c = peek();
      if (c == '-') {
        isLeft = true;
      } else if (c == '+' || (c == ' ' && spec.sign == 0)) {
        spec.sign = c;
      } else if (c == '#') {
        spec.isAlternate = true;
      } else if (c == '0') {
        hasZeros = true;
      } else if (c != ' ') {
        break;
      }
    }
    if (isLeft) {
      spec.align = '<';
    } else if (hasZeros) {
      spec.align = '=';
      spec.fill = '0';
    }
  }

  /** A number in the pattern, or the next value for {@code *}; 0 when there is neither. */
  private int number() {
    if (peek() == '*') {
      at++;
      return Args.toInt(ctx, nextValue());
    }
    int from = at;
    while (peek() >= '0' && peek() <= '9') {
      at++;
    }
    return Formatter.toNumber(pattern, from, at);
  }

  private PyObject nextValue() {
    if (used >= values.length) {
      throw Errors.typeError(ctx, "format string needs more arguments");
    }
    return values[used++];
  }

  private void value(FormatSpec spec, PyObject value, char type) {
    switch (type) {
      case 'd':
      case 'i':
      case 'u':
        PyObject whole = value instanceof PyFloat f ? f.unary(ctx, Op.INT) : value;
        integer(spec, whole, 10, false);
        break;
      case 'o':
        integer(spec, value, 8, false);
        break;
      case 'x':
      case 'X':
        integer(spec, value, 16, type == 'X');
        break;
      case 'e':
      case 'E':
      case 'f':
      case 'F':
      case 'g':
      case 'G':
        spec.real(ctx, out, Args.toDouble(ctx, value), type);
        break;
      case 'c':
        character(spec, value);
        break;
      case 'r':
      case 's':
        text(spec, value, type == 'r');
        break;
      default:
        throw Errors.valueError(
            ctx,
            "unsupported format character '"
                + type
                + "' (0x"
                + Integer.toHexString(type)
                + ") at index "
                + (at - 1));
    }
  }

  /** The precision is the least number of digits. */
  private void integer(FormatSpec spec, PyObject value, int base, boolean isUpper) {
    PyObject number = Args.toIntObject(ctx, value);
    spec.integer(ctx, out, number, base, isUpper, spec.precision);
  }

  private void character(FormatSpec spec, PyObject value) {
    spec.fill = ' ';
    PyObject object = Args.unwrap(value);
    if (object instanceof PyText text && (isBytes || text instanceof PyStr)) {
      if (text.size() != 1) {
        throw Errors.typeError(ctx, "%c needs int or char");
      }
      spec.precision = -1;
      right(spec);
      appendText(spec, text, false);
    } else if (Args.isInt(object)) {
      spec.character(ctx, out, object, '>');
    } else {
      throw Errors.typeError(ctx, "integer needed");
    }
  }

  /** Text stands right unless a flag says left; zeros never fill it. */
  private static void right(FormatSpec spec) {
    spec.fill = ' ';
    spec.align = spec.align == '<' ? '<' : '>';
  }

  private void text(FormatSpec spec, PyObject value, boolean isRepr) {
    right(spec);
    appendText(spec, value, isRepr);
  }

  private void appendText(FormatSpec spec, PyObject value, boolean isRepr) {
    if (isBytes
        && !isRepr
        && Args.unwrap(value) instanceof PyText bytes
        && !(bytes instanceof PyStr)) {
      FormatSpec raw = new FormatSpec(false);
      raw.align = spec.align;
      raw.width = spec.width;
      raw.precision = spec.precision;
      raw.text(ctx, out, bytes.chars().toString());
      return;
    }
    if (value instanceof PyStr s && !isRepr) {
      spec.text(ctx, out, s.value());
      return;
    }
    StringBuilder text = new StringBuilder();
    if (isRepr) {
      value.repr(ctx, text);
    } else {
      value.str(ctx, text);
    }
    spec.text(ctx, out, text.toString());
  }
}
