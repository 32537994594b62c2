package org.pykopi.tests.fuzz;

/** The text of a program under construction, with the indentation kept right. */
final class Source {
  private final StringBuilder text = new StringBuilder();
  private int indent;
  private int numbers;

  /** A name not used yet. */
  String fresh(String prefix) {
    return prefix + ++numbers;
  }

  void line(String line) {
    text.append("    ".repeat(indent)).append(line).append('\n');
  }

  /** A line that opens a block, and the block; it has to write a line at least. */
  void block(String head, Runnable body) {
    line(head);
    indent++;
    body.run();
    indent--;
  }

  @Override
  public String toString() {
    return text.toString();
  }
}
