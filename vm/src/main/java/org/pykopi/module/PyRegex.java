package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** {@code re}: a compiled regular expression. */
final class PyRegex extends PyObject {
  static final PyType TYPE =
      new TypeTable("re")
          .fn("match", 2, 4, PyRegex::match)
          .fn("search", 2, 4, PyRegex::search)
          .fn("split", 2, 3, PyRegex::split)
          .fn("sub", 3, 5, PyRegex::sub)
          .build();

  private final RegexProgram program;

  private PyRegex(RegexProgram program) {
    this.program = program;
  }

  static PyRegex compile(PyContext ctx, PyObject pattern) {
    return new PyRegex(RegexCompiler.compile(ctx, RegexText.of(ctx, pattern).chars));
  }

  /** The first argument of a function: a compiled expression, or the text of one. */
  private static PyRegex of(PyContext ctx, PyObject object) {
    return object instanceof PyRegex regex ? regex : compile(ctx, object);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<re ").append(ctx.addressOf(this)).append('>');
  }

  /** match(pattern, text[, start[, end]]) -> match or None: a match at the start. */
  static PyObject match(PyContext ctx, PyObject[] args, int at, int nargs) {
    return find(ctx, args, at, nargs, true);
  }

  /** search(pattern, text[, start[, end]]) -> match or None: the first match. */
  static PyObject search(PyContext ctx, PyObject[] args, int at, int nargs) {
    return find(ctx, args, at, nargs, false);
  }

  /**
   * Start and end count for compiled expressions only; the functions have flags there, which mean
   * nothing.
   */
  private static PyObject find(
      PyContext ctx, PyObject[] args, int at, int nargs, boolean isAnchored) {
    PyRegex regex = of(ctx, args[at]);
    boolean wasCompiled = regex == args[at];
    RegexText text = RegexText.of(ctx, args[at + 1]);
    int start = 0;
    int end = text.chars.length();
    if (wasCompiled && nargs > 2) {
      start = text.place(Args.toInt(ctx, args[at + 2]));
    }
    if (wasCompiled && nargs > 3) {
      end = Math.max(start, text.place(Args.toInt(ctx, args[at + 3])));
    }
    RegexProgram program = regex.program;
    int[] slots =
        isAnchored
            ? program.match(ctx, text.chars, start, end)
            : program.search(ctx, text.chars, start, end);
    return slots == null ? PyNone.NONE : new PyMatch(text, slots, program.groups + 1);
  }

  /** split(text, most=0) -> list: the parts between the matches; an empty match ends the search. */
  private static PyObject split(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyRegex regex = of(ctx, args[at]);
    RegexText text = RegexText.of(ctx, args[at + 1]);
    int most = nargs > 2 ? Args.toInt(ctx, args[at + 2]) : 0;
    int end = text.chars.length();
    int start = 0;
    PyList parts = new PyList();
    while (true) {
      int[] slots = regex.program.search(ctx, text.chars, start, end);
      if (slots == null || slots[0] == slots[1]) {
        break;
      }
      parts.append(ctx, text.part(start, slots[0]));
      if (regex.program.groups > 0) {
        throw Errors.notImplemented(ctx, "splitting with sub-captures");
      }
      start = slots[1];
      if (most > 0 && --most == 0) {
        break;
      }
    }
    parts.append(ctx, text.part(start, end));
    return parts;
  }

  /**
   * sub(pattern, replacement, text, count=0, flags=0) -> str: the text with its matches replaced;
   * the replacement is text, with {@code \1} or {@code \g<1>} for groups, or a function of the
   * match.
   */
  static PyObject sub(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyRegex regex = of(ctx, args[at]);
    PyObject replacement = args[at + 1];
    RegexText text = RegexText.of(ctx, args[at + 2]);
    int count = nargs > 3 ? Args.toInt(ctx, args[at + 3]) : 0;
    int end = text.chars.length();
    int start = 0;
    StringBuilder out = new StringBuilder();
    boolean isFunction = replacement.isCallable();
    String constant = isFunction ? null : RegexText.of(ctx, replacement).chars;
    while (true) {
      int[] slots = regex.program.search(ctx, text.chars, start, end);
      if (slots == null || slots[0] == slots[1]) {
        break;
      }
      out.append(text.chars, start, slots[0]);
      PyMatch match = new PyMatch(text, slots, regex.program.groups + 1);
      String part = isFunction ? RegexText.of(ctx, replacement.call1(ctx, match)).chars : constant;
      expand(ctx, part, match, out);
      ctx.checkSize(out.length(), 2);
      start = slots[1];
      if (count > 0 && --count == 0) {
        break;
      }
    }
    if (start == 0 && out.length() == 0) {
      return text.object;
    }
    return text.make(out.append(text.chars, start, end).toString());
  }

  /** Appends a replacement; a backslash before anything but a group and a backslash vanishes. */
  private static void expand(PyContext ctx, String replacement, PyMatch match, StringBuilder out) {
    if (replacement.indexOf('\\') < 0) {
      out.append(replacement);
      return;
    }
    int at = 0;
    while (at < replacement.length()) {
      char c = replacement.charAt(at++);
      if (c != '\\') {
        out.append(c);
        continue;
      }
      boolean isBracketed = replacement.startsWith("g<", at);
      at += isBracketed ? 2 : 0;
      int digits = at;
      long number = 0;
      while (at < replacement.length() && isDigit(replacement.charAt(at))) {
        number = Math.min(Integer.MAX_VALUE, number * 10 + replacement.charAt(at++) - '0');
      }
      if (at > digits) {
        if (isBracketed && at < replacement.length() && replacement.charAt(at) == '>') {
          at++;
        }
        appendGroup(ctx, match, (int) number, out);
      } else if (at < replacement.length() && replacement.charAt(at) == '\\') {
        at++;
        out.append('\\');
      }
    }
  }

  private static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  private static void appendGroup(PyContext ctx, PyMatch match, int number, StringBuilder out) {
    if (number >= match.count) {
      throw Errors.of(ctx, ExceptionTypes.INDEX_ERROR, PyInt.of(number));
    }
    int start = match.slots[2 * number];
    int end = match.slots[2 * number + 1];
    if (start >= 0 && end >= 0) {
      out.append(match.text.chars, start, end);
    }
  }
}
