package org.pykopi.object;

/**
 * The methods that str, bytes and bytearray share; results have the type of self. Letters are those
 * of ASCII.
 */
final class TextMethods {
  private TextMethods() {}

  static TypeTable addTo(TypeTable table) {
    return table
        .fn2("center", TextMethods::center)
        .fn("count", 2, 4, TextMethods::count)
        .fn("endswith", 2, 4, TextMethods::endsWith)
        .fn("find", 2, 4, TextMethods::find)
        .fnRaw("format", TextMethods::format)
        .fn("index", 2, 4, TextMethods::index)
        .fn1("isalpha", TextMethods::isAlpha)
        .fn1("isdigit", TextMethods::isDigit)
        .fn1("islower", TextMethods::isLower)
        .fn1("isspace", TextMethods::isSpace)
        .fn1("isupper", TextMethods::isUpper)
        .fn2("join", TextMethods::join)
        .fn1("lower", TextMethods::lower)
        .fn("lstrip", 1, 2, TextMethods::leftStrip)
        .fn2("partition", TextMethods::partition)
        .fn("replace", 3, 4, TextMethods::replace)
        .fn("rfind", 2, 4, TextMethods::rightFind)
        .fn("rindex", 2, 4, TextMethods::rightIndex)
        .fn2("rpartition", TextMethods::rightPartition)
        .fn("rsplit", 1, 3, TextMethods::rightSplit)
        .fn("rstrip", 1, 2, TextMethods::rightStrip)
        .fn("split", 1, 3, TextMethods::split)
        .fnKw("splitlines", Signature.of("self", "keepends=False"), TextMethods::splitLines)
        .fn("startswith", 2, 4, TextMethods::startsWith)
        .fn("strip", 1, 2, TextMethods::strip)
        .fn1("upper", TextMethods::upper);
  }

  private static PyText self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyText text) {
      return text;
    }
    throw Errors.wrongSelf(ctx, "str", value);
  }

  // ---- searching ----

  /** find(sub[, start[, end]]) -> int: index of the first occurrence, or -1. */
  private static PyObject find(PyContext ctx, PyObject[] args, int at, int nargs) {
    return PyInt.of(search(ctx, args, at, nargs, true));
  }

  /** rfind(sub[, start[, end]]) -> int: index of the last occurrence, or -1. */
  private static PyObject rightFind(PyContext ctx, PyObject[] args, int at, int nargs) {
    return PyInt.of(search(ctx, args, at, nargs, false));
  }

  /**
   * index(sub[, start[, end]]) -> int: index of the first occurrence; ValueError when there is
   * none.
   */
  private static PyObject index(PyContext ctx, PyObject[] args, int at, int nargs) {
    return found(ctx, search(ctx, args, at, nargs, true));
  }

  /**
   * rindex(sub[, start[, end]]) -> int: index of the last occurrence; ValueError when there is
   * none.
   */
  private static PyObject rightIndex(PyContext ctx, PyObject[] args, int at, int nargs) {
    return found(ctx, search(ctx, args, at, nargs, false));
  }

  private static PyObject found(PyContext ctx, int index) {
    if (index < 0) {
      throw Errors.valueError(ctx, "substring not found");
    }
    return PyInt.of(index);
  }

  private static int search(PyContext ctx, PyObject[] args, int at, int nargs, boolean isForward) {
    PyText self = self(ctx, args[at]);
    CharSequence wanted = oneByteOr(ctx, self, args[at + 1]);
    CharSequence chars = self.chars();
    int from = bound(ctx, self, args, at, nargs, 2);
    int to = bound(ctx, self, args, at, nargs, 3);
    if (from > to) {
      return -1;
    }
    int offset =
        isForward
            ? TextSearch.indexOf(chars, wanted, from, to)
            : TextSearch.lastIndexOf(chars, wanted, from, to);
    return offset <= 0 ? offset : self.toIndex(offset);
  }

  /** What to search for; in bytes it may be an int. */
  private static CharSequence oneByteOr(PyContext ctx, PyText self, PyObject wanted) {
    if (!(self instanceof PyStr) && Args.isInt(wanted)) {
      return String.valueOf((char) (ByteText.toByte(ctx, wanted, true) & 0xff));
    }
    return self.argument(ctx, wanted);
  }

  /**
   * The offset of argument {@code n}, where 2 is start and 3 is end. A start beyond the end of the
   * text is an offset beyond its end, where nothing is found.
   */
  private static int bound(PyContext ctx, PyText self, PyObject[] args, int at, int nargs, int n) {
    if (nargs <= n || args[at + n] == PyNone.NONE) {
      return n == 2 ? 0 : self.chars().length();
    }
    int size = self.size();
    PyObject argument = args[at + n];
    PyObject number = argument instanceof PyInstance i ? i.unary(ctx, Op.INT) : argument;
    if (!Args.isInt(number)) {
      throw Errors.typeError(
          ctx, self.kind() + " indices must be integers, not " + argument.type().name);
    }
    int index = Slices.clamp(ctx, number);
    if (index < 0) {
      index = Math.max(0, index + size);
    }
    return index > size ? self.toOffset(size) + (n == 2 ? 1 : 0) : self.toOffset(index);
  }

  /** count(sub[, start[, end]]) -> int: number of occurrences that do not overlap. */
  private static PyObject count(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyText self = self(ctx, args[at]);
    CharSequence wanted = oneByteOr(ctx, self, args[at + 1]);
    int from = bound(ctx, self, args, at, nargs, 2);
    int to = bound(ctx, self, args, at, nargs, 3);
    if (wanted.length() == 0) {
      return PyInt.of(from > to ? 0 : self.toIndex(to) - self.toIndex(from) + 1);
    }
    CharSequence chars = self.chars();
    int count = 0;
    int offset = TextSearch.indexOf(chars, wanted, from, to);
    while (offset >= 0) {
      count++;
      offset = TextSearch.indexOf(chars, wanted, offset + wanted.length(), to);
    }
    return PyInt.of(count);
  }

  /** startswith(prefix[, start[, end]]) -> bool: prefix is a text or a tuple of them. */
  private static PyObject startsWith(PyContext ctx, PyObject[] args, int at, int nargs) {
    return isAtEdge(ctx, args, at, nargs, true);
  }

  /** endswith(suffix[, start[, end]]) -> bool: suffix is a text or a tuple of them. */
  private static PyObject endsWith(PyContext ctx, PyObject[] args, int at, int nargs) {
    return isAtEdge(ctx, args, at, nargs, false);
  }

  private static PyObject isAtEdge(
      PyContext ctx, PyObject[] args, int at, int nargs, boolean isStart) {
    PyText self = self(ctx, args[at]);
    CharSequence chars = self.chars();
    int from = bound(ctx, self, args, at, nargs, 2);
    int to = bound(ctx, self, args, at, nargs, 3);
    PyTuple all = args[at + 1] instanceof PyTuple tuple ? tuple : null;
    int count = all == null ? 1 : all.length();
    boolean found = false;
    for (int i = 0; i < count && !found; i++) {
      CharSequence edge = self.argument(ctx, all == null ? args[at + 1] : all.get(i));
      int start = isStart ? from : to - edge.length();
      found =
          start >= from && start + edge.length() <= to && TextSearch.matches(chars, edge, start);
    }
    return PyBool.of(found);
  }

  // ---- splitting ----

  /** split(sep=None, maxsplit=-1) -> list: the parts between separators, or between white space. */
  private static PyObject split(PyContext ctx, PyObject[] args, int at, int nargs) {
    return splitAny(ctx, args, at, nargs, true);
  }

  /** rsplit(sep=None, maxsplit=-1) -> list: like split, counting splits from the end. */
  private static PyObject rightSplit(PyContext ctx, PyObject[] args, int at, int nargs) {
    return splitAny(ctx, args, at, nargs, false);
  }

  private static PyObject splitAny(
      PyContext ctx, PyObject[] args, int at, int nargs, boolean isForward) {
    PyText self = self(ctx, args[at]);
    int limit = nargs > 2 ? Slices.clamp(ctx, args[at + 2]) : -1;
    if (limit < 0) {
      limit = Integer.MAX_VALUE;
    }
    if (nargs < 2 || args[at + 1] == PyNone.NONE) {
      return isForward ? splitSpace(ctx, self, limit) : rightSplitSpace(ctx, self, limit);
    }
    CharSequence separator = self.argument(ctx, args[at + 1]);
    if (separator.length() == 0) {
      throw Errors.valueError(ctx, "empty separator");
    }
    return isForward
        ? splitAt(ctx, self, separator, limit)
        : rightSplitAt(ctx, self, separator, limit);
  }

  private static PyObject splitAt(PyContext ctx, PyText self, CharSequence separator, int limit) {
    CharSequence chars = self.chars();
    int length = chars.length();
    PyList parts = new PyList();
    int from = 0;
    int next = limit == 0 ? -1 : TextSearch.indexOf(chars, separator, 0, length);
    while (next >= 0) {
      parts.append(ctx, self.part(from, next));
      from = next + separator.length();
      next = parts.size() < limit ? TextSearch.indexOf(chars, separator, from, length) : -1;
    }
    parts.append(ctx, self.part(from, length));
    return parts;
  }

  private static PyObject rightSplitAt(
      PyContext ctx, PyText self, CharSequence separator, int limit) {
    CharSequence chars = self.chars();
    PyList parts = new PyList();
    int to = chars.length();
    int next = limit == 0 ? -1 : TextSearch.lastIndexOf(chars, separator, 0, to);
    while (next >= 0) {
      parts.append(ctx, self.part(next + separator.length(), to));
      to = next;
      next = parts.size() < limit ? TextSearch.lastIndexOf(chars, separator, 0, to) : -1;
    }
    parts.append(ctx, self.part(0, to));
    return reversed(parts);
  }

  private static PyObject splitSpace(PyContext ctx, PyText self, int limit) {
    CharSequence chars = self.chars();
    int length = chars.length();
    PyList parts = new PyList();
    int at = skipSpace(chars, 0);
    while (at < length) {
      int end = at;
      if (parts.size() == limit) {
        end = length;
      }
      while (end < length && !NumberText.isSpace(TextSearch.at(chars, end))) {
        end++;
      }
      parts.append(ctx, self.part(at, end));
      at = skipSpace(chars, end);
    }
    return parts;
  }

  private static int skipSpace(CharSequence chars, int from) {
    int at = from;
    while (at < chars.length() && NumberText.isSpace(TextSearch.at(chars, at))) {
      at++;
    }
    return at;
  }

  private static PyObject rightSplitSpace(PyContext ctx, PyText self, int limit) {
    CharSequence chars = self.chars();
    PyList parts = new PyList();
    int to = skipSpaceBack(chars, chars.length());
    while (to > 0) {
      int from = parts.size() == limit ? 0 : to;
      while (from > 0 && !NumberText.isSpace(TextSearch.at(chars, from - 1))) {
        from--;
      }
      parts.append(ctx, self.part(from, to));
      to = skipSpaceBack(chars, from);
    }
    return reversed(parts);
  }

  private static int skipSpaceBack(CharSequence chars, int to) {
    int at = to;
    while (at > 0 && NumberText.isSpace(TextSearch.at(chars, at - 1))) {
      at--;
    }
    return at;
  }

  private static PyObject reversed(PyList parts) {
    PyObject[] items = new PyObject[parts.size()];
    for (int i = 0; i < items.length; i++) {
      items[i] = parts.get(items.length - 1 - i);
    }
    return PyList.of(items);
  }

  /** splitlines(keepends=False) -> list: the lines, which end with LF, CR or CR LF. */
  private static PyObject splitLines(PyContext ctx, PyObject[] bound) {
    PyText self = self(ctx, bound[0]);
    boolean keepsEnds = bound[1].isTrue(ctx);
    CharSequence chars = self.chars();
    int length = chars.length();
    PyList lines = new PyList();
    int from = 0;
    while (from < length) {
      int end = from;
      while (end < length
          && TextSearch.at(chars, end) != '\n'
          && TextSearch.at(chars, end) != '\r') {
        end++;
      }
      int next = Math.min(length, end + 1);
      if (next < length
          && TextSearch.at(chars, end) == '\r'
          && TextSearch.at(chars, next) == '\n') {
        next++;
      }
      lines.append(ctx, self.part(from, keepsEnds ? next : end));
      from = next;
    }
    return lines;
  }

  /**
   * partition(sep) -> tuple: what is before the first separator, the separator, what is after it.
   */
  private static PyObject partition(PyContext ctx, PyObject self, PyObject separator) {
    return partition(ctx, self(ctx, self), separator, true);
  }

  /**
   * rpartition(sep) -> tuple: what is before the last separator, the separator, what is after it.
   */
  private static PyObject rightPartition(PyContext ctx, PyObject self, PyObject separator) {
    return partition(ctx, self(ctx, self), separator, false);
  }

  private static PyObject partition(
      PyContext ctx, PyText self, PyObject separator, boolean isForward) {
    CharSequence wanted = self.argument(ctx, separator);
    if (wanted.length() == 0) {
      throw Errors.valueError(ctx, "empty separator");
    }
    CharSequence chars = self.chars();
    int length = chars.length();
    int at =
        isForward
            ? TextSearch.indexOf(chars, wanted, 0, length)
            : TextSearch.lastIndexOf(chars, wanted, 0, length);
    if (at < 0) {
      PyText empty = self.part(0, 0);
      PyText whole = self.part(0, length);
      return isForward ? PyTuple.of(whole, empty, empty) : PyTuple.of(empty, empty, whole);
    }
    int end = at + wanted.length();
    return PyTuple.of(self.part(0, at), self.part(at, end), self.part(end, length));
  }

  // ---- stripping and filling ----

  /** strip([chars]) -> str: without leading and trailing white space, or chars. */
  private static PyObject strip(PyContext ctx, PyObject[] args, int at, int nargs) {
    return strip(ctx, args, at, nargs, true, true);
  }

  /** lstrip([chars]) -> str: without leading white space, or chars. */
  private static PyObject leftStrip(PyContext ctx, PyObject[] args, int at, int nargs) {
    return strip(ctx, args, at, nargs, true, false);
  }

  /** rstrip([chars]) -> str: without trailing white space, or chars. */
  private static PyObject rightStrip(PyContext ctx, PyObject[] args, int at, int nargs) {
    return strip(ctx, args, at, nargs, false, true);
  }

  private static PyObject strip(
      PyContext ctx, PyObject[] args, int at, int nargs, boolean isLeft, boolean isRight) {
    PyText self = self(ctx, args[at]);
    boolean hasSet = nargs > 1 && args[at + 1] != PyNone.NONE;
    CharSequence set = hasSet ? self.argument(ctx, args[at + 1]) : " \t\n\r\u000b\f";
    CharSequence chars = self.chars();
    int from = 0;
    int to = chars.length();
    while (isLeft && from < to) {
      int point = firstPoint(chars, from);
      if (!TextSearch.hasPoint(set, point)) {
        break;
      }
      from += Character.charCount(point);
    }
    while (isRight && from < to) {
      int point = lastPoint(chars, to);
      if (!TextSearch.hasPoint(set, point)) {
        break;
      }
      to -= Character.charCount(point);
    }
    return self.part(from, to);
  }

  private static int firstPoint(CharSequence chars, int from) {
    char c = TextSearch.at(chars, from);
    return Character.isSurrogate(c) ? Character.codePointAt(chars, from) : c;
  }

  private static int lastPoint(CharSequence chars, int to) {
    char c = TextSearch.at(chars, to - 1);
    return Character.isSurrogate(c) ? Character.codePointBefore(chars, to) : c;
  }

  /** center(width) -> str: in the middle of spaces. */
  private static PyObject center(PyContext ctx, PyObject self, PyObject width) {
    PyText text = self(ctx, self);
    int spaces = ctx.checkSize(Math.max(0, Args.toInt(ctx, width)), 1) - text.size();
    if (spaces <= 0) {
      return text;
    }
    StringBuilder out = new StringBuilder();
    fill(out, spaces / 2);
    out.append(text.chars());
    fill(out, spaces - spaces / 2);
    return text.make(out);
  }

  private static void fill(StringBuilder out, int count) {
    for (int i = 0; i < count; i++) {
      out.append(' ');
    }
  }

  // ---- building ----

  /** join(iterable) -> str: the texts with self between them. */
  private static PyObject join(PyContext ctx, PyObject self, PyObject iterable) {
    PyText text = self(ctx, self);
    PyObject[] items = Sequences.toArray(ctx, iterable);
    String[] parts = new String[items.length];
    String separator = text.chars().toString();
    long size = (long) separator.length() * Math.max(0, items.length - 1);
    for (int i = 0; i < items.length; i++) {
      if (!(Args.unwrap(items[i]) instanceof PyText part
          && part instanceof PyStr == text instanceof PyStr)) {
        throw Errors.typeError(
            ctx, "join expects a list of str/bytes objects consistent with self object");
      }
      parts[i] = part.chars().toString();
      size += parts[i].length();
    }
    // Not a StringBuilder: that of TeaVM moves one character after the other.
    char[] out = new char[ctx.checkSize(size, 1)];
    int end = 0;
    for (int i = 0; i < parts.length; i++) {
      end = i == 0 ? 0 : put(separator, out, end);
      end = put(parts[i], out, end);
    }
    return text.make(new String(out));
  }

  /** Copies a text; the place behind it. */
  private static int put(String text, char[] out, int at) {
    text.getChars(0, text.length(), out, at);
    return at + text.length();
  }

  /** replace(old, new[, count]) -> str: with all, or the first count, occurrences replaced. */
  private static PyObject replace(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyText self = self(ctx, args[at]);
    CharSequence chars = self.chars();
    int length = chars.length();
    int limit = nargs > 3 ? Slices.clamp(ctx, args[at + 3]) : -1;
    if (limit == 0) {
      return self.part(0, length); // before the other arguments are looked at
    }
    CharSequence old = self.argument(ctx, args[at + 1]);
    CharSequence by = self.argument(ctx, args[at + 2]);
    int next = TextSearch.indexOf(chars, old, 0, length);
    if (next < 0) {
      return self.part(0, length);
    }
    if (chars instanceof String s
        && old instanceof String t
        && by instanceof String u
        && !t.isEmpty()) {
      return self.make(replace(ctx, s, t, u, limit));
    }
    StringBuilder out = new StringBuilder();
    int from = 0;
    int count = 0;
    while (next >= 0) {
      out.append(chars, from, next).append(by);
      ctx.checkSize(out.length(), 1);
      from = next + old.length();
      count++;
      int start = from;
      if (old.length() == 0 && from < length) {
        start = from + Character.charCount(Character.codePointAt(chars, from));
      } else if (old.length() == 0) {
        break;
      }
      next = count == limit ? -1 : TextSearch.indexOf(chars, old, start, length);
    }
    return self.make(out.append(chars, from, length));
  }

  private static String replace(PyContext ctx, String text, String old, String by, int limit) {
    int count = 0;
    int next = text.indexOf(old);
    while (next >= 0 && count != limit) {
      count++;
      next = text.indexOf(old, next + old.length());
    }
    long size = text.length() + (long) count * (by.length() - old.length());
    char[] out = new char[ctx.checkSize(size, 1)];
    int from = 0;
    int end = 0;
    for (int i = 0; i < count; i++) {
      next = text.indexOf(old, from);
      text.getChars(from, next, out, end);
      end = put(by, out, end + next - from);
      from = next + old.length();
    }
    text.getChars(from, text.length(), out, end);
    return new String(out);
  }

  /** format(*args, **kwargs) -> str: with the replacement fields in braces filled in. */
  private static PyObject format(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    if (nargs == 0) {
      throw Errors.typeError(ctx, "function missing 1 required positional arguments");
    }
    PyText self = self(ctx, args[at]);
    return self.make(Formatter.format(ctx, self, args, at + 1, nargs - 1, nkw));
  }

  // ---- letters ----

  /** lower() -> str: with the letters A to Z in lower case. */
  private static PyObject lower(PyContext ctx, PyObject self) {
    return mapLetters(self(ctx, self), 'A', 'Z');
  }

  /** upper() -> str: with the letters a to z in upper case. */
  private static PyObject upper(PyContext ctx, PyObject self) {
    return mapLetters(self(ctx, self), 'a', 'z');
  }

  private static PyObject mapLetters(PyText self, char first, char last) {
    CharSequence chars = self.chars();
    int length = chars.length();
    int at = 0;
    while (at < length && !isBetween(TextSearch.at(chars, at), first, last)) {
      at++;
    }
    if (at == length) {
      return self.part(0, length);
    }
    char[] mapped = new char[length];
    for (int i = 0; i < length; i++) {
      char c = TextSearch.at(chars, i);
      mapped[i] = isBetween(c, first, last) ? (char) (c ^ 0x20) : c;
    }
    return self.make(new String(mapped));
  }

  private static boolean isBetween(char c, char first, char last) {
    return c >= first && c <= last;
  }

  /** isspace() -> bool: whether it is white space alone. */
  private static PyObject isSpace(PyContext ctx, PyObject self) {
    CharSequence chars = self(ctx, self).chars();
    return PyBool.of(chars.length() > 0 && skipSpace(chars, 0) == chars.length());
  }

  /** isalpha() -> bool: whether it is letters alone. */
  private static PyObject isAlpha(PyContext ctx, PyObject self) {
    CharSequence chars = self(ctx, self).chars();
    return PyBool.of(chars.length() > 0 && countRange(chars, 'a', 'z', 'A', 'Z') == chars.length());
  }

  /** isdigit() -> bool: whether it is digits alone. */
  private static PyObject isDigit(PyContext ctx, PyObject self) {
    CharSequence chars = self(ctx, self).chars();
    return PyBool.of(chars.length() > 0 && countRange(chars, '0', '9', '0', '9') == chars.length());
  }

  /** islower() -> bool: whether it has letters, all in lower case. */
  private static PyObject isLower(PyContext ctx, PyObject self) {
    CharSequence chars = self(ctx, self).chars();
    return PyBool.of(
        countRange(chars, 'a', 'z', 'a', 'z') > 0 && countRange(chars, 'A', 'Z', 'A', 'Z') == 0);
  }

  /** isupper() -> bool: whether it has letters, all in upper case. */
  private static PyObject isUpper(PyContext ctx, PyObject self) {
    CharSequence chars = self(ctx, self).chars();
    return PyBool.of(
        countRange(chars, 'A', 'Z', 'A', 'Z') > 0 && countRange(chars, 'a', 'z', 'a', 'z') == 0);
  }

  /** Number of chars within one of two ranges. */
  private static int countRange(CharSequence chars, char a, char b, char c, char d) {
    int count = 0;
    for (int i = 0; i < chars.length(); i++) {
      char x = TextSearch.at(chars, i);
      if ((x >= a && x <= b) || (x >= c && x <= d)) {
        count++;
      }
    }
    return count;
  }
}
