package org.pykopi.runtime;

/**
 * Whether what was typed at the prompt goes on in the next line. Looks at characters only, as the
 * reference does, so that an input ends on the same key there and here.
 */
final class Continuation {
  private static final String[] COMPOUND_WORDS = {
    "if", "while", "for", "try", "with", "def", "class", "async"
  };

  private Continuation() {}

  /**
   * True inside brackets or long strings, after a backslash, and until a blank line ends a compound
   * statement.
   */
  static boolean isIncomplete(CharSequence input) {
    int length = input.length();
    if (length == 0) {
      return false;
    }
    Quotes quotes = new Quotes(input);
    if (quotes.isInLongString()) {
      return true;
    }
    if (quotes.hasOpenBracket && !quotes.isInString()) {
      return true;
    }
    char last = input.charAt(length - 1);
    return last == '\\' || (last != '\n' && startsCompound(input));
  }

  private static boolean startsCompound(CharSequence input) {
    if (input.charAt(0) == '@') {
      return true;
    }
    for (String word : COMPOUND_WORDS) {
      if (startsWithWord(input, word)) {
        return true;
      }
    }
    return false;
  }

  private static boolean startsWithWord(CharSequence input, String word) {
    int length = word.length();
    if (input.length() < length) {
      return false;
    }
    for (int i = 0; i < length; i++) {
      if (input.charAt(i) != word.charAt(i)) {
        return false;
      }
    }
    if (input.length() == length) {
      return true;
    }
    char next = input.charAt(length);
    return !(next >= 'a' && next <= 'z'
        || next >= 'A' && next <= 'Z'
        || next >= '0' && next <= '9'
        || next == '_');
  }

  /** Which quotes and brackets are open at the end of a text. */
  private static final class Quotes {
    private final CharSequence text;
    private int quote;
    private boolean isLong;
    final boolean hasOpenBracket;

    Quotes(CharSequence text) {
      this.text = text;
      int parentheses = 0;
      int brackets = 0;
      int braces = 0;
      for (int i = 0; i < text.length(); i++) {
        char c = text.charAt(i);
        if (c == '\'' || c == '"') {
          i += quote(i, c);
        } else if (c == '\\' && isInString() && isEscapable(at(i + 1))) {
          i++;
        } else if (!isInString()) {
          switch (c) {
            case '(' -> parentheses++;
            case ')' -> parentheses--;
            case '[' -> brackets++;
            case ']' -> brackets--;
            case '{' -> braces++;
            case '}' -> braces--;
            default -> {}
          }
        }
      }
      hasOpenBracket = parentheses > 0 || brackets > 0 || braces > 0;
    }

    private int at(int index) {
      return index < text.length() ? text.charAt(index) : 0;
    }

    private static boolean isEscapable(int c) {
      return c == '\'' || c == '"' || c == '\\';
    }

    /** Opens or closes a string at a quote; how many more characters belong to it. */
    private int quote(int index, char c) {
      boolean isTriple = at(index + 1) == c && at(index + 2) == c;
      if (isTriple && (quote == 0 || (quote == c && isLong))) {
        quote = quote == 0 ? c : 0;
        isLong = quote != 0;
        return 2;
      }
      if (quote == 0 || (quote == c && !isLong)) {
        quote = quote == 0 ? c : 0;
      }
      return 0;
    }

    boolean isInString() {
      return quote != 0;
    }

    boolean isInLongString() {
      return quote != 0 && isLong;
    }
  }
}
