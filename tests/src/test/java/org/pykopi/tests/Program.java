package org.pykopi.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileSystems;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.PathMatcher;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.pykopi.util.Profile;

/**
 * One Python program with what it needs and what it must print.
 *
 * <p>On disk: {@code NAME.py}; {@code NAME.py.exp}, the expected output; {@code NAME.py.in}, its
 * standard input, if any; {@code NAME/}, files it finds in its current folder, if any. The first
 * line of the source names the oracle of the expectation.
 *
 * @param id path below its root without ending, such as {@code basics/list_sort}
 * @param files extra files by path relative to the current folder
 */
record Program(
    String id, Path path, String source, String stdin, String expected, Map<String, byte[]> files) {

  /** The folder {@code tests}, wherever Maven was started. */
  static final Path TESTS = findTests();

  static final Path ROOT = TESTS.getParent();

  /** All programs of {@code tests/py} that the filter {@code -Dpy=} lets through, in order. */
  static List<Program> all() {
    Path root = TESTS.resolve("py");
    return sources(root)
        .filter(path -> !path.startsWith(root.resolve("errors")))
        .filter(path -> Files.exists(sibling(path, ".exp")) || !isExtraFile(path))
        .map(path -> read(idOf(root, path), path, sibling(path, ""), Map.of()))
        .filter(program -> isWanted(program.id))
        .toList();
  }

  /** The chunk files of {@code tests/py/errors}, see {@link ErrorsTest}. */
  static List<Path> errorFiles() {
    Path root = TESTS.resolve("py");
    return sources(root.resolve("errors")).filter(path -> isWanted(idOf(root, path))).toList();
  }

  /** Reads a program whose expectation and input lie at {@code base} with an ending. */
  static Program read(String id, Path path, Path base, Map<String, byte[]> files) {
    Path expected = sibling(base, ".exp");
    Path stdin = sibling(base, ".in");
    Map<String, byte[]> all = new TreeMap<>(files);
    String name = path.getFileName().toString();
    Path folder = path.resolveSibling(name.substring(0, name.length() - 3));
    if (Files.isDirectory(folder)) {
      addFiles(folder, all);
    }
    return new Program(
        id,
        path,
        text(path),
        Files.exists(stdin) ? text(stdin) : "",
        Files.exists(expected) ? text(expected) : null,
        all);
  }

  static boolean isWanted(String id) {
    String filter = System.getProperty("py", "").trim();
    return filter.isEmpty()
        || Arrays.stream(filter.split(",")).anyMatch(pattern -> matches(pattern.trim(), id));
  }

  /** The shell command that runs only this program. */
  String repeatCommand(boolean inBrowser) {
    return "mvn -q " + (inBrowser ? "verify" : "test") + " -Dpy=" + id;
  }

  /**
   * The profile it runs under: that of its folder {@code profile/pycopy} or {@code
   * profile/pycopy-dev}, elsewhere MicroPython.
   */
  Profile profile() {
    String[] folders = id.split("/");
    return folders[0].equals("profile") ? Profile.ofLabel(folders[1]) : Profile.MICROPYTHON;
  }

  /** The file name as the program sees it. */
  String fileName() {
    return path.getFileName().toString();
  }

  private static boolean matches(String pattern, String id) {
    String plain = pattern.endsWith(".py") ? pattern.substring(0, pattern.length() - 3) : pattern;
    PathMatcher matcher = FileSystems.getDefault().getPathMatcher("glob:" + plain);
    return matcher.matches(Path.of(id)) || id.startsWith(plain.replaceAll("/?$", "/"));
  }

  /**
   * A module that another program imports lies in that program's folder: {@code a/b/x.py} for
   * {@code a/b.py}.
   */
  private static boolean isExtraFile(Path path) {
    for (Path folder = path.getParent(); !folder.equals(TESTS); folder = folder.getParent()) {
      if (Files.exists(sibling(folder, ".py"))) {
        return true;
      }
    }
    return false;
  }

  private static Stream<Path> sources(Path root) {
    if (!Files.isDirectory(root)) {
      return Stream.empty();
    }
    try (Stream<Path> paths = Files.walk(root)) {
      return paths.filter(path -> path.toString().endsWith(".py")).sorted().toList().stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static void addFiles(Path folder, Map<String, byte[]> files) {
    try (Stream<Path> paths = Files.walk(folder)) {
      for (Path path : paths.filter(Files::isRegularFile).toList()) {
        files.put(slashed(folder.relativize(path)), Files.readAllBytes(path));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  static String idOf(Path root, Path path) {
    return slashed(root.relativize(path)).replaceAll("\\.py$", "");
  }

  private static Path sibling(Path path, String ending) {
    return path.resolveSibling(path.getFileName() + ending);
  }

  static String slashed(Path path) {
    return path.toString().replace('\\', '/');
  }

  static String text(Path path) {
    try {
      return Files.readString(path, StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The lines of a settings file without comments and empty lines. */
  static List<String> settings(Path path) {
    return text(path)
        .lines()
        .map(String::strip)
        .filter(line -> !line.isEmpty() && !line.startsWith("#"))
        .collect(Collectors.toList());
  }

  private static Path findTests() {
    Path here = Path.of("").toAbsolutePath();
    return Files.isDirectory(here.resolve("py")) ? here : here.resolve("tests");
  }
}
