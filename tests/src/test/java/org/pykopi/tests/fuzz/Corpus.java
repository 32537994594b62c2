package org.pykopi.tests.fuzz;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** The sources of all programs of {@code tests/py} and {@code examples}, to start from. */
final class Corpus {
  private Corpus() {}

  static List<String> sources() {
    Path here = Path.of("").toAbsolutePath();
    Path root = Files.isDirectory(here.resolve("py")) ? here.getParent() : here;
    return Stream.of("tests/py", "examples").flatMap(part -> below(root.resolve(part))).toList();
  }

  /** Those without endless loops, whose numbers may grow until each step takes long. */
  static List<String> endingSources() {
    return sources().stream().filter(source -> !source.contains("while True")).toList();
  }

  private static Stream<String> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths
          .filter(path -> path.toString().endsWith(".py"))
          .sorted()
          .map(Corpus::text)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static String text(Path path) {
    try {
      return Files.readString(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
