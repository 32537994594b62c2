package org.pykopi.tests.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * The forms of {@code expressions.txt} or {@code snippets.txt}, which tell how they are written.
 */
final class Grammar {
  /** A form with how often it stands in the urn. */
  record Form(String text, int weight, boolean isAscii) {}

  private final Map<String, List<Form>> sections = new HashMap<>();

  Grammar(String file) {
    List<Form> section = new ArrayList<>();
    // A line that begins with two spaces continues the one before.
    for (String line : text(file).split("\n(?!  )")) {
      if (line.startsWith("[") && line.endsWith("]") && isName(line)) {
        section = new ArrayList<>();
        sections.put(line.substring(1, line.length() - 1), section);
      } else if (!line.isBlank() && !line.startsWith("#")) {
        section.add(form(line.replace("\n  ", "\n")));
      }
    }
  }

  private static boolean isName(String line) {
    return line.substring(1, line.length() - 1).chars().allMatch(Character::isLetterOrDigit)
        && Character.isLetter(line.charAt(1));
  }

  private static Form form(String line) {
    String text = line;
    int weight = 1;
    int space = text.indexOf(' ');
    if (space > 1 && text.charAt(space - 1) == 'x' && Character.isDigit(text.charAt(0))) {
      weight = Integer.parseInt(text.substring(0, space - 1));
      text = text.substring(space + 1);
    }
    boolean isAscii = text.startsWith("ascii ");
    return new Form(isAscii ? text.substring(6) : text, weight, isAscii);
  }

  private static String text(String file) {
    try (InputStream in = Grammar.class.getResourceAsStream(file)) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A form of that section by chance. */
  String pick(String section, Dice dice, boolean isUnicode) {
    List<Form> forms = sections.get(section);
    int total = 0;
    for (Form form : forms) {
      total += isUnicode && form.isAscii ? 0 : form.weight;
    }
    int left = dice.below(total);
    for (Form form : forms) {
      left -= isUnicode && form.isAscii ? 0 : form.weight;
      if (left < 0) {
        return form.text;
      }
    }
    throw new IllegalStateException(section);
  }
}
