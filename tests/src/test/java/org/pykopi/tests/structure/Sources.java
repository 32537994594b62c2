package org.pykopi.tests.structure;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Where the project's files are. */
final class Sources {
  static final Path ROOT = findRoot();
  static final List<String> MODULES = List.of("vm", "serial-bridge", "teavm-web", "tests");

  private Sources() {}

  /** The Java files of all modules, tests included. */
  static List<Path> javaFiles() throws IOException {
    return MODULES.stream().flatMap(module -> below(ROOT.resolve(module).resolve("src"))).toList();
  }

  static String nameOf(Path file) {
    return ROOT.relativize(file).toString().replace('\\', '/');
  }

  private static Stream<Path> below(Path folder) {
    try (Stream<Path> paths = Files.walk(folder)) {
      return paths.filter(path -> path.toString().endsWith(".java")).sorted().toList().stream();
    } catch (IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  private static Path findRoot() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("vm")) ? here : here.getParent();
  }
}
