package org.pykopi.tests.browser;

import static org.assertj.core.api.Assertions.assertThat;

import com.microsoft.playwright.Page;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Each example as a visitor meets it: chosen from the menu, run, answered. What it prints is
 * compared in full by the program tests; here the end of it must reach the terminal.
 */
final class ExamplesTest extends PageTest {
  private static final Path EXAMPLES = Path.of("../examples");
  private static final Path EXPECTED = Path.of("examples");

  static List<String> examples() throws IOException {
    try (Stream<Path> files = Files.list(EXAMPLES)) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(name -> name.endsWith(".py"))
          .sorted()
          .toList();
    }
  }

  @ParameterizedTest
  @MethodSource("examples")
  void runsFromTheMenu(String name) throws IOException {
    PykopiPage page = openPage();
    page.page.locator("#examples").click();
    page.page.locator(".card", new Page.LocatorOptions().setHasText(name)).click();
    page.waitForFile(name);
    page.waitUntilSaved();
    page.page.locator("#run").click();
    Path answers = EXPECTED.resolve(name + ".in");
    if (Files.exists(answers)) {
      for (String line : Files.readAllLines(answers)) {
        page.waitForState("waiting-input");
        page.typeLine(line);
      }
    }
    page.waitForText(lastLine(EXPECTED.resolve(name + ".exp")));
    page.waitForState("ready");
    assertThat(page.errorLine().count()).isZero();
    assertThat(page.problems()).isEmpty();
  }

  /**
   * The last line that says something, as far as a narrow terminal shows it in one row. A prompt
   * before it has its answer and the end of the row there.
   */
  private static String lastLine(Path file) throws IOException {
    String last = "";
    for (String line : Files.readAllLines(file)) {
      String plain =
          line.replaceAll("\u001b\\[[0-9;?]*[A-Za-z]", "").replaceFirst("^> ", "").strip();
      last = plain.isEmpty() ? last : plain;
    }
    return last.length() > 50 ? last.substring(0, 50).strip() : last;
  }
}
