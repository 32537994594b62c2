package org.pykopi.cli;

import org.pykopi.syntax.PySyntaxError;

/**
 * A syntax error as people want to read it: place, line of the source with a mark under the column,
 * message and hint.
 *
 * <pre>
 * Traceback (most recent call last):
 *   File "x.py", line 3
 *     if x
 *         ^
 * SyntaxError: invalid syntax
 * (expected ':')
 * </pre>
 */
final class SyntaxReport {
  private SyntaxReport() {}

  static String format(PySyntaxError error, String fileName, String source) {
    StringBuilder out = new StringBuilder("Traceback (most recent call last):\n  File \"");
    out.append(fileName).append("\", line ").append(error.line).append('\n');
    mark(out, error, source);
    out.append(error.kind.exceptionName).append(": ").append(error.getMessage()).append('\n');
    hint(out, error);
    return out.toString();
  }

  /** The line with its mark, and the hint; empty when there is neither. */
  static String explain(PySyntaxError error, String source) {
    StringBuilder out = new StringBuilder();
    mark(out, error, source);
    hint(out, error);
    return out.toString();
  }

  private static void hint(StringBuilder out, PySyntaxError error) {
    if (error.hint != null) {
      out.append('(').append(error.hint).append(")\n");
    }
  }

  private static void mark(StringBuilder out, PySyntaxError error, String source) {
    String line = lineOf(source, error.line);
    if (line == null || error.column < 1) {
      return;
    }
    out.append("    ").append(line).append("\n    ");
    int column = 1;
    for (int i = 0; column < error.column; column++) {
      boolean isInside = i < line.length();
      out.append(isInside && line.charAt(i) == '\t' ? '\t' : ' ');
      i += isInside ? Character.charCount(line.codePointAt(i)) : 1;
    }
    out.append("^\n");
  }

  /** A line of the source by its number, without its end; null when there is no such line. */
  private static String lineOf(String source, int number) {
    int index = 1;
    for (String line : (Iterable<String>) source.lines()::iterator) {
      if (index == number) {
        return line;
      }
      index++;
    }
    return null;
  }
}
