package org.pykopi.module;

/** A set of characters in a regular expression: ranges, named classes, or all but these. */
final class RegexSet {
  /** Bits for the named classes, lower case letters; the negated ones follow in the same order. */
  private static final String NAMED = "dswDSW";

  /** Characters whose membership is looked up in a table. */
  static final int TABLE_SIZE = 128;

  private boolean isNegated;
  private int named;
  private int[] ranges = new int[4];
  private int length;

  /** Which of the first characters belong to the set; null before {@link #close}. */
  private boolean[] table;

  /** The set of a class such as {@code \w}. */
  static RegexSet named(char letter) {
    RegexSet set = new RegexSet();
    set.addNamed(letter);
    return set;
  }

  static boolean isNamed(char letter) {
    return NAMED.indexOf(letter) >= 0;
  }

  void negate() {
    isNegated = true;
  }

  void addNamed(char letter) {
    named |= 1 << NAMED.indexOf(letter);
  }

  void addRange(int from, int to) {
    if (length == ranges.length) {
      int[] longer = new int[length * 2];
      System.arraycopy(ranges, 0, longer, 0, length);
      ranges = longer;
    }
    ranges[length++] = from;
    ranges[length++] = to;
  }

  /** The set with everything. */
  static RegexSet all() {
    RegexSet set = new RegexSet();
    set.negate();
    return set;
  }

  /** The set of one character. */
  static RegexSet of(int c) {
    RegexSet set = new RegexSet();
    set.addRange(c, c);
    return set;
  }

  /** Makes the table; nothing is added after that. */
  RegexSet close() {
    table = new boolean[TABLE_SIZE];
    for (int c = 0; c < TABLE_SIZE; c++) {
      table[c] = contains(c);
    }
    return this;
  }

  boolean contains(int c) {
    return isNegated != isListed(c);
  }

  /** The place behind the character at {@code at} if that belongs to the set, otherwise -1. */
  int take(String text, int at, int end) {
    if (at >= end) {
      return -1;
    }
    char c = text.charAt(at);
    if (c < TABLE_SIZE) {
      return table[c] ? at + 1 : -1;
    }
    if (Character.isHighSurrogate(c)
        && at + 1 < end
        && Character.isLowSurrogate(text.charAt(at + 1))) {
      return contains(Character.toCodePoint(c, text.charAt(at + 1))) ? at + 2 : -1;
    }
    return contains(c) ? at + 1 : -1;
  }

  /** The place behind all characters from {@code from} on that belong to the set. */
  int takeAll(String text, int from, int end) {
    int at = from;
    while (true) {
      int next = take(text, at, end);
      if (next < 0) {
        return at;
      }
      at = next;
    }
  }

  private boolean isListed(int c) {
    for (int i = 0; i < length; i += 2) {
      if (c >= ranges[i] && c <= ranges[i + 1]) {
        return true;
      }
    }
    if (named == 0) {
      return false;
    }
    int member = (isDigit(c) ? 1 : 0) | (isSpace(c) ? 2 : 0) | (isWord(c) ? 4 : 0);
    return (named & (member | (~member & 7) << 3)) != 0;
  }

  private static boolean isDigit(int c) {
    return c >= '0' && c <= '9';
  }

  private static boolean isSpace(int c) {
    return c == ' ' || (c >= '\t' && c <= '\r');
  }

  static boolean isWord(int c) {
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || isDigit(c) || c == '_';
  }
}
