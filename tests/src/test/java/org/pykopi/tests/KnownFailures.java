package org.pykopi.tests;

import java.nio.file.Path;
import java.util.HashMap;
import java.util.Map;

/**
 * The programs that are expected to fail. Each line of {@code known-failures.txt}: program, engine
 * (or {@code all}), reason. A listed program that passes fails the build, so the list cannot grow
 * stale.
 */
final class KnownFailures {
  private static final Path FILE = Program.TESTS.resolve("known-failures.txt");
  private final Map<String, String> reasons = new HashMap<>();

  KnownFailures() {
    for (String line : Program.settings(FILE)) {
      String[] words = line.split("\\s+", 3);
      if (words.length < 3) {
        throw new IllegalStateException(FILE + ": program, engine and reason wanted: " + line);
      }
      reasons.put(words[0] + " " + words[1], words[2]);
    }
  }

  /** Why this program may fail on this engine, or null. */
  String reason(String program, String engine) {
    String reason = reasons.get(program + " " + engine);
    return reason != null ? reason : reasons.get(program + " all");
  }
}
