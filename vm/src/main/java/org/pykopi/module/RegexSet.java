package org.pykopi.module;

/** A set of characters in a regular expression: ranges, named classes, or all but these. */
final class RegexSet {
  /** Bits for the named classes, lower case letters; the negated ones follow in the same order. */
  private static final String NAMED = "dswDSW";

  private boolean isNegated;
  private int named;
  private int[] ranges = new int[4];
  private int length;

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

  boolean contains(int c) {
    return isNegated != isListed(c);
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
