package org.pykopi.tests.structure;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each path and class that a document names in back quotes exists, and each file it links to. */
final class DocumentsTest {
  private static final Pattern QUOTED = Pattern.compile("`([^`\\s]+)`");
  private static final Pattern LINK = Pattern.compile("\\]\\(([^)#:]+)\\)");
  private static final Pattern PATH =
      Pattern.compile("(vm|serial-bridge|teavm-web|webapp|tests|examples|docs|\\.ci)/[\\w./*-]*");

  /** A class in a package of vm. */
  private static final Pattern TYPE = Pattern.compile("[a-z]+/[A-Z]\\w+");

  private static final Pattern PLACEHOLDER = Pattern.compile("\\*|\\.\\.\\.|/[A-Z]+(/|\\.)");

  /** What the build makes; it is not there in a fresh clone. */
  private static final Pattern MADE = Pattern.compile("(.*/)?(target|dist|node_modules)(/.*)?");

  static List<Path> documents() throws IOException {
    List<Path> documents = new ArrayList<>(List.of(Sources.ROOT.resolve("README.md")));
    try (Stream<Path> files = Files.list(Sources.ROOT.resolve("docs"))) {
      files.filter(file -> file.toString().endsWith(".md")).sorted().forEach(documents::add);
    }
    return documents;
  }

  @ParameterizedTest
  @MethodSource("documents")
  void namedPathsExist(Path file) throws IOException {
    String text = Files.readString(file);
    List<String> missing = new ArrayList<>();
    for (Matcher match = QUOTED.matcher(text); match.find(); ) {
      if (PATH.matcher(match.group(1)).matches() || TYPE.matcher(match.group(1)).matches()) {
        check(Sources.ROOT, match.group(1), missing);
      }
    }
    for (Matcher match = LINK.matcher(text); match.find(); ) {
      check(file.getParent(), match.group(1), missing);
    }
    assertThat(missing).as("paths that " + file + " names").isEmpty();
  }

  /** A name may be a pattern, or the short form {@code vm/Frame} of a class in a package of vm. */
  private static void check(Path base, String name, List<String> missing) {
    boolean isPattern = PLACEHOLDER.matcher(name).find();
    Path type = Sources.ROOT.resolve("vm/src/main/java/org/pykopi/" + name + ".java");
    if (!isPattern
        && !MADE.matcher(name).matches()
        && !Files.exists(base.resolve(name))
        && !Files.exists(type)) {
      missing.add(name);
    }
  }
}
