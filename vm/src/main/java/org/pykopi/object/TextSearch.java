package org.pykopi.object;

/** Searching and comparing char sequences; strings take the library's own fast ways. */
final class TextSearch {
  private TextSearch() {}

  /**
   * {@code text.charAt(i)}. Most texts are strings, and a call of a known class costs much less
   * than one through an interface.
   */
  static char at(CharSequence text, int i) {
    return text instanceof String s ? s.charAt(i) : text.charAt(i);
  }

  static boolean equal(CharSequence a, CharSequence b) {
    if (a instanceof String s && b instanceof String t) {
      return s.equals(t);
    }
    return a.length() == b.length() && matches(a, b, 0);
  }

  /** Whether {@code part} lies at that offset; it must not reach beyond the end. */
  static boolean matches(CharSequence text, CharSequence part, int at) {
    if (text instanceof String s && part instanceof String p) {
      return s.startsWith(p, at);
    }
    int length = part.length();
    for (int i = 0; i < length; i++) {
      if (at(text, at + i) != at(part, i)) {
        return false;
      }
    }
    return true;
  }

  /** Order by code points, which differs from the order of UTF-16 units beyond U+FFFF. */
  static int compare(CharSequence a, CharSequence b) {
    int common = Math.min(a.length(), b.length());
    int same = 0;
    if (a instanceof String s && b instanceof String t) {
      while (same < common && s.charAt(same) == t.charAt(same)) {
        same++;
      }
    }
    for (int i = same; i < common; i++) {
      char x = at(a, i);
      char y = at(b, i);
      if (x != y) {
        boolean isHighX = Character.isSurrogate(x);
        return isHighX == Character.isSurrogate(y) ? x - y : isHighX ? 1 : -1;
      }
    }
    return a.length() - b.length();
  }

  /** The first offset within {@code [from, to)} where all of {@code part} lies, or -1. */
  static int indexOf(CharSequence text, CharSequence part, int from, int to) {
    if (text instanceof String s && part instanceof String p && to == text.length()) {
      return indexOf(s, p, from);
    }
    int last = to - part.length();
    for (int i = from; i <= last; i++) {
      if (matches(text, part, i)) {
        return i;
      }
    }
    return -1;
  }

  /** The same in all of a string: most places differ in the first character already. */
  private static int indexOf(String text, String part, int from) {
    int length = part.length();
    int last = text.length() - length;
    if (length == 0) {
      return from <= last ? from : -1;
    }
    char first = part.charAt(0);
    for (int i = from; i <= last; i++) {
      if (text.charAt(i) == first && (length == 1 || text.startsWith(part, i))) {
        return i;
      }
    }
    return -1;
  }

  /** The last offset within {@code [from, to)} where all of {@code part} lies, or -1. */
  static int lastIndexOf(CharSequence text, CharSequence part, int from, int to) {
    for (int i = to - part.length(); i >= from; i--) {
      if (matches(text, part, i)) {
        return i;
      }
    }
    return -1;
  }

  /** Whether a code point occurs in a text. */
  static boolean hasPoint(CharSequence text, int point) {
    if (text instanceof String s) {
      return s.indexOf(point) >= 0;
    }
    int length = text.length();
    for (int i = 0; i < length; ) {
      int c = Character.codePointAt(text, i);
      if (c == point) {
        return true;
      }
      i += Character.charCount(c);
    }
    return false;
  }
}
