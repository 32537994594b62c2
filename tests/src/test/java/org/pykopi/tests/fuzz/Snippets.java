package org.pykopi.tests.fuzz;

import java.util.HashMap;
import java.util.Map;

/**
 * Parts of generated programs made from {@code snippets.txt}, which tells how they are written. A
 * part defines something, and then says a number of random lines about it, each on its own: an
 * exception in one is printed and does not keep the next from running.
 */
final class Snippets {
  /** Of sections that contain themselves. */
  private static final int MAX_DEPTH = 4;

  private final Dice dice;
  private final Source source;
  private final Expressions expressions;
  private final Grammar grammar = new Grammar("snippets.txt");

  /** What the {@code @names} of the part at hand are called in the program. */
  private final Map<String, String> fresh = new HashMap<>();

  private int depth;

  Snippets(Dice dice, Source source, Expressions expressions) {
    this.dice = dice;
    this.source = source;
    this.expressions = expressions;
  }

  /** Writes one part. */
  void write(Names names) {
    fresh.clear();
    lines("part", "", names);
  }

  private void lines(String section, String indent, Names names) {
    for (String line : grammar.pick(section, dice, expressions.isUnicode()).split("\n| ;; ")) {
      String text = line.stripLeading();
      String deeper = indent + line.substring(0, line.length() - text.length());
      if (text.startsWith("%some ") || text.startsWith("%try ")) {
        repeat(text.split(" "), deeper, names);
      } else {
        source.line(deeper + filled(text, names));
      }
    }
  }

  /** {@code %some SECTION LEAST MOST}, or {@code %try} with each of them guarded. */
  private void repeat(String[] words, String indent, Names names) {
    int count = dice.between(Integer.parseInt(words[2]), Integer.parseInt(words[3]));
    depth++;
    for (int i = 0; i < count; i++) {
      if (depth > MAX_DEPTH) {
        source.line(indent + "pass");
      } else if (words[0].equals("%try")) {
        source.line(indent + "try:");
        lines(words[1], indent + "    ", names);
        source.line(indent + "except Exception as e:");
        source.line(indent + "    " + Statements.SHOW_ERROR);
      } else {
        lines(words[1], indent, names);
      }
    }
    depth--;
  }

  private String filled(String line, Names names) {
    String text = line.startsWith("= ") ? "print(show((" + line.substring(2) + ")))" : line;
    if (text.contains("$params")) {
      text = text.replace("$params", grammar.pick("params", dice, expressions.isUnicode()));
    }
    return expressions.fill(named(text), names, 1);
  }

  /** Replaces {@code @name}, in all of a part by the same name of the program. */
  private String named(String text) {
    StringBuilder out = new StringBuilder();
    int at = 0;
    while (at < text.length()) {
      int end = at + 1;
      if (text.charAt(at) == '@'
          && end < text.length()
          && Character.isUpperCase(text.charAt(end))) {
        while (end < text.length() && Character.isLetter(text.charAt(end))) {
          end++;
        }
      }
      String word = text.substring(at, end);
      boolean isName = end > at + 1;
      out.append(isName ? fresh.computeIfAbsent(word, w -> source.fresh(w.substring(1))) : word);
      at = end;
    }
    return out.toString();
  }
}
