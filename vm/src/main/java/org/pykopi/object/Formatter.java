package org.pykopi.object;

import org.pykopi.util.Utf8;

/**
 * {@code str.format}: fills in replacement fields {@code "{" [name] ["!" conversion] [":" spec]
 * "}"}, where spec is {@code [[fill]align][sign]["#"]["0"][width][grouping]["." precision][type]}
 * and may hold fields itself. One object works through one call.
 */
final class Formatter {
  private final PyContext ctx;
  private final PyObject[] args;
  private final int at;
  private final int nargs;
  private final int nkw;
  private final boolean isBytes;

  /** Number of the next field without a name; -1 once a field had a number. */
  private int nextField;

  private Formatter(PyContext ctx, PyObject[] args, int at, int nargs, int nkw, boolean isBytes) {
    this.ctx = ctx;
    this.args = args;
    this.at = at;
    this.nargs = nargs;
    this.nkw = nkw;
    this.isBytes = isBytes;
  }

  /** The pattern with its fields filled in by the arguments, as chars of its own kind. */
  static StringBuilder format(
      PyContext ctx, PyText pattern, PyObject[] args, int at, int nargs, int nkw) {
    boolean isBytes = !(pattern instanceof PyStr);
    Formatter formatter = new Formatter(ctx, args, at, nargs, nkw, isBytes);
    StringBuilder out = new StringBuilder();
    formatter.run(pattern.chars().toString(), out);
    return out;
  }

  /** The UTF-8 form of a text, one char for each byte. */
  static String encoded(String text) {
    byte[] bytes = Utf8.encode(text);
    return bytes.length == text.length()
        ? text
        : new ByteSequence(bytes, 0, bytes.length).toString();
  }

  private void run(String pattern, StringBuilder out) {
    int length = pattern.length();
    int i = 0;
    while (i < length) {
      char c = pattern.charAt(i++);
      boolean isDouble = i < length && pattern.charAt(i) == c;
      if (c != '{' && c != '}') {
        out.append(c);
      } else if (isDouble) {
        out.append(c);
        i++;
      } else if (c == '}') {
        throw Errors.valueError(ctx, "single '}' encountered in format string");
      } else {
        i = field(pattern, i, out);
      }
      ctx.checkSize(out.length(), 1);
    }
  }

  /** Appends the field that begins at {@code from}; returns where the pattern goes on. */
  private int field(String pattern, int from, StringBuilder out) {
    int i = from;
    while (i < pattern.length() && "}!:".indexOf(pattern.charAt(i)) < 0) {
      i++;
    }
    String name = pattern.substring(from, i);
    char conversion = 0;
    if (charAt(pattern, i) == '!') {
      conversion = conversion(pattern, i + 1);
      i += 2;
    }
    String spec = "";
    if (charAt(pattern, i) == ':') {
      int end = specEnd(pattern, i + 1);
      spec = pattern.substring(i + 1, end);
      i = end;
    }
    if (i >= pattern.length()) {
      throw Errors.valueError(ctx, "unmatched '{' in format");
    }
    if (pattern.charAt(i) != '}') {
      throw Errors.valueError(ctx, "expected ':' after format specifier");
    }
    value(argument(name), conversion, spec, out);
    return i + 1;
  }

  private static char charAt(String text, int i) {
    return i < text.length() ? text.charAt(i) : 0;
  }

  private char conversion(String pattern, int at) {
    if (at >= pattern.length()) {
      throw Errors.valueError(ctx, "end of format while looking for conversion specifier");
    }
    char c = pattern.charAt(at);
    if (c != 'r' && c != 's') {
      throw Errors.valueError(ctx, "unknown conversion specifier " + c);
    }
    return c;
  }

  /**
   * Where the specification that begins at {@code from} ends: at the brace that closes the field.
   */
  private static int specEnd(String pattern, int from) {
    int nesting = 1;
    int i = from;
    for (; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      nesting += c == '{' ? 1 : c == '}' ? -1 : 0;
      if (nesting == 0) {
        break;
      }
    }
    return i;
  }

  // ---- arguments ----

  private PyObject argument(String name) {
    if (name.isEmpty()) {
      if (nextField < 0) {
        throw Errors.valueError(
            ctx, "can't switch from manual field specification to automatic field numbering");
      }
      return positional(nextField++);
    }
    int end = 0;
    if (isDigit(name, 0)) {
      if (nextField > 0) {
        throw Errors.valueError(
            ctx, "can't switch from automatic field numbering to manual field specification");
      }
      nextField = -1;
      while (isDigit(name, end)) {
        end++;
      }
      checkWhole(name, end);
      return positional(toNumber(name, 0, end));
    }
    while (end < name.length() && name.charAt(end) != '.' && name.charAt(end) != '[') {
      end++;
    }
    PyObject found = keyword(name.substring(0, end));
    checkWhole(name, end);
    return found;
  }

  private void checkWhole(String name, int end) {
    if (end < name.length()) {
      throw Errors.notImplemented(
          ctx, "attributes not supported" + (ctx.profile.isPycopy() ? " yet" : ""));
    }
  }

  private PyObject positional(int index) {
    if (index >= nargs) {
      throw Errors.indexError(ctx, "tuple index out of range");
    }
    return args[at + index];
  }

  private PyObject keyword(String name) {
    for (int i = 0; i < nkw; i++) {
      if (((PyStr) args[at + nargs + 2 * i]).value().equals(name)) {
        return args[at + nargs + 2 * i + 1];
      }
    }
    throw Errors.keyError(ctx, PyStr.of(name));
  }

  private static boolean isDigit(String text, int at) {
    return at < text.length() && text.charAt(at) >= '0' && text.charAt(at) <= '9';
  }

  /** The number that digits show, cut to int range. */
  static int toNumber(String text, int from, int to) {
    long value = 0;
    for (int i = from; i < to; i++) {
      value = Math.min(Integer.MAX_VALUE, value * 10 + text.charAt(i) - '0');
    }
    return (int) value;
  }

  // ---- values ----

  private void value(PyObject argument, char conversion, String spec, StringBuilder out) {
    if (spec.isEmpty()) {
      plain(argument, conversion, out);
      return;
    }
    PyObject shown = Args.unwrap(argument);
    if (conversion != 0) {
      StringBuilder text = new StringBuilder();
      show(argument, conversion, text);
      shown = PyStr.of(text);
    }
    String resolved = spec;
    if (spec.indexOf('{') >= 0) {
      StringBuilder nested = new StringBuilder();
      ctx.enter();
      try {
        run(spec, nested);
      } finally {
        ctx.leave();
      }
      resolved = nested.toString();
    }
    specified(argument, shown, resolved, out);
  }

  private void plain(PyObject argument, char conversion, StringBuilder out) {
    if (!isBytes) {
      show(argument, conversion, out);
      return;
    }
    StringBuilder text = new StringBuilder();
    show(argument, conversion, text);
    out.append(encoded(text.toString()));
  }

  private void show(PyObject argument, char conversion, StringBuilder out) {
    if (conversion == 'r') {
      argument.repr(ctx, out);
    } else {
      argument.str(ctx, out);
    }
  }

  private void specified(PyObject argument, PyObject shown, String text, StringBuilder out) {
    boolean isInt = Args.isInt(shown);
    boolean isNumber = isInt || shown instanceof PyFloat;
    FormatSpec spec = new FormatSpec(isBytes);
    char type = parse(text, spec, isNumber);
    if (spec.sign != 0 && type == 's') {
      throw Errors.valueError(ctx, "sign not allowed in string format specifier");
    }
    if (spec.sign != 0 && type == 'c') {
      throw Errors.valueError(ctx, "sign not allowed with integer format specifier 'c'");
    }
    if (isInt && integer(shown, spec, type, out)) {
      return;
    }
    if (isNumber && (type == 0 || "eEfFgGn%".indexOf(type) >= 0)) {
      spec.real(ctx, out, Args.toDouble(ctx, shown), type == 'n' ? 'g' : type);
      return;
    }
    if (!isNumber && spec.align == '=') {
      throw Errors.valueError(ctx, "'=' alignment not allowed in string format specifier");
    }
    if (isNumber || (type != 0 && type != 's')) {
      throw Errors.valueError(
          ctx,
          "unknown format code '" + type + "' for object of type '" + argument.type().name + "'");
    }
    spec.text(ctx, out, textOf(shown));
  }

  /** The text of a str, or what bytes encode; nothing else has one. */
  private String textOf(PyObject shown) {
    String decoded = shown instanceof PyBytes b ? Utf8.decode(b.value, 0, b.value.length) : null;
    return decoded == null ? Args.toText(ctx, shown) : decoded;
  }

  /** Formats an int as int; false when the type is one of the float types. */
  private boolean integer(PyObject number, FormatSpec spec, char type, StringBuilder out) {
    switch (type) {
      case 0:
      case 'd':
      case 'n':
        spec.integer(ctx, out, number, 10, false, 0);
        return true;
      case 'b':
        spec.integer(ctx, out, number, 2, false, 0);
        return true;
      case 'o':
        spec.integer(ctx, out, number, 8, false, 0);
        return true;
      case 'x':
      case 'X':
        spec.integer(ctx, out, number, 16, type == 'X', 0);
        return true;
      case 'c':
        spec.character(ctx, out, number, '>');
        return true;
      default:
        return false;
    }
  }

  /** Fills in a specification; returns its type, or 0. */
  private char parse(String text, FormatSpec spec, boolean isNumber) {
    int i = 0;
    int first = text.isEmpty() ? 0 : Character.charCount(text.codePointAt(0));
    if (isAlign(text, first)) {
      spec.fill = text.codePointAt(0);
      spec.align = text.charAt(first);
      i = first + 1;
    } else if (isAlign(text, 0)) {
      spec.align = text.charAt(0);
      i = 1;
    }
    boolean hasFill = i > 1;
    char c = charAt(text, i);
    if (c == '+' || c == '-' || c == ' ') {
      spec.sign = c == '-' ? 0 : c;
      i++;
    }
    if (charAt(text, i) == '#') {
      spec.isAlternate = true;
      i++;
    }
    if (charAt(text, i) == '0') {
      if (spec.align == 0 && isNumber) {
        spec.align = '=';
      }
      spec.fill = hasFill ? spec.fill : '0';
    }
    int digits = digitsEnd(text, i);
    spec.width = toNumber(text, i, digits);
    i = digits;
    if (charAt(text, i) == ',' || charAt(text, i) == '_') {
      spec.grouping = text.charAt(i++);
    }
    if (charAt(text, i) == '.') {
      digits = digitsEnd(text, i + 1);
      spec.precision = digits > i + 1 ? toNumber(text, i + 1, digits) : -1;
      i = digits;
    }
    char type = charAt(text, i);
    if (type != 0 && "bcdeEfFgGnosxX%".indexOf(type) >= 0) {
      i++;
    }
    if (i < text.length()) {
      throw Errors.valueError(ctx, "invalid format specifier");
    }
    return type;
  }

  private static int digitsEnd(String text, int from) {
    int i = from;
    while (isDigit(text, i)) {
      i++;
    }
    return i;
  }

  private static boolean isAlign(String text, int at) {
    return at < text.length() && "<>=^".indexOf(text.charAt(at)) >= 0;
  }
}
