package org.pykopi.syntax;

/**
 * The characters of a source text with their line and column. Line ends arrive as LF, the last line
 * always has one, and a byte order mark at the start is dropped.
 *
 * <p>Text can be put in front of what comes next; the lexer does so with the arguments of an
 * f-string. A line end in such text counts as a line, so an expression spread over lines inside an
 * f-string counts its lines twice. That is what the reference does, and tracebacks and compiled
 * files must agree with it.
 */
final class SourceReader {
  /** What {@link #peek} gives after the last character. */
  static final int END = -1;

  private static final int TAB = 8;

  private final String source;
  private int offset;

  /** Characters that come before the rest of the source; read up to {@code injectedAt}. */
  private final StringBuilder injected = new StringBuilder();

  private int injectedAt;

  private int line = 1;
  private int column = 1;

  /**
   * The column, from 0, with tabs leading to the next multiple of 8; only this counts for
   * indentation.
   */
  private int indent;

  SourceReader(String text) {
    source = normalize(text);
  }

  private static String normalize(String text) {
    int length = text.length();
    int start = length > 0 && text.charAt(0) == '\ufeff' ? 1 : 0;
    boolean endsInLine = length > start && text.charAt(length - 1) == '\n';
    if (start == 0 && text.indexOf('\r') < 0) {
      return endsInLine || length == 0 ? text : text + "\n";
    }
    StringBuilder result = new StringBuilder(length + 1);
    for (int i = start; i < length; i++) {
      char c = text.charAt(i);
      if (c == '\r') {
        result.append('\n');
        if (i + 1 < length && text.charAt(i + 1) == '\n') {
          i++;
        }
      } else {
        result.append(c);
      }
    }
    if (result.length() > 0 && result.charAt(result.length() - 1) != '\n') {
      result.append('\n');
    }
    return result.toString();
  }

  /** The UTF-16 unit {@code ahead} places from here, or END. */
  int peek(int ahead) {
    int index = injectedAt + ahead;
    int available = injected.length();
    if (index < available) {
      return injected.charAt(index);
    }
    index = offset + index - available;
    return index < source.length() ? source.charAt(index) : END;
  }

  int current() {
    return peek(0);
  }

  boolean isAt(char expected) {
    return peek(0) == expected;
  }

  /** Moves past one character; there must be one. */
  void advance() {
    int c = peek(0);
    boolean fromSource = injectedAt >= injected.length();
    if (fromSource) {
      offset++;
    } else {
      injectedAt++;
      if (injectedAt == injected.length()) {
        injected.setLength(0);
        injectedAt = 0;
      }
    }
    if (c == '\n') {
      line++;
      indent = 0;
      column = fromSource ? 1 : column;
    } else {
      indent = c == '\t' ? (indent / TAB + 1) * TAB : indent + 1;
      if (fromSource && !isSecondHalf(c)) {
        column++;
      }
    }
  }

  /** Whether the unit only completes a character beyond U+FFFF, which counts as one column. */
  private static boolean isSecondHalf(int c) {
    return c >= 0xdc00 && c <= 0xdfff;
  }

  /** Puts text in front of what comes next. */
  void inject(CharSequence text) {
    injected.insert(injectedAt, text);
  }

  Ast.Position position() {
    return new Ast.Position(line, column);
  }

  int indent() {
    return indent;
  }

  /** Whether the current character is the first of its line. */
  boolean isAtLineStart() {
    return column == 1;
  }
}
