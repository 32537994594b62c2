package org.pykopi.runtime;

import java.util.ArrayList;
import java.util.List;

/**
 * The lines that were typed, newest first. Neither empty lines nor repetitions of the newest line
 * are kept.
 */
public final class History {
  /** How many lines the reference keeps on a computer. */
  public static final int CAPACITY = 50;

  private final List<String> lines = new ArrayList<>();

  public void add(String line) {
    if (line.isEmpty() || (!lines.isEmpty() && lines.get(0).equals(line))) {
      return;
    }
    lines.add(0, line);
    if (lines.size() > CAPACITY) {
      lines.remove(CAPACITY);
    }
  }

  public int size() {
    return lines.size();
  }

  /** The line typed {@code index} lines before the newest one. */
  public String get(int index) {
    return lines.get(index);
  }

  /** All lines, oldest first, each with a line end: what is kept between sessions. */
  public String save() {
    StringBuilder text = new StringBuilder();
    for (int i = lines.size() - 1; i >= 0; i--) {
      text.append(lines.get(i)).append('\n');
    }
    return text.toString();
  }

  /** Adds the lines of a text made by {@link #save}. */
  public void restore(String text) {
    int start = 0;
    for (int end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      add(text.substring(start, end));
      start = end + 1;
    }
    add(text.substring(start));
  }
}
