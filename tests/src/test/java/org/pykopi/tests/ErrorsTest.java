package org.pykopi.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Programs that must fail, and where. A file of {@code tests/py/errors} holds chunks split by lines
 * of {@code ---}; each chunk is a program. The line that must be blamed ends with {@code ###
 * "regex"}, and the last line of the report must match the expression.
 */
final class ErrorsTest {
  private static final Pattern MARK = Pattern.compile("### \"(.*)\"$");
  private static final Pattern BLAMED = Pattern.compile("^  File \".*\", line (\\d+)");

  /** One program; {@code firstLine} counts from 1 in the file it came from. */
  private record Chunk(Path file, int firstLine, List<String> lines) {
    String id() {
      return Program.idOf(Program.TESTS.resolve("py"), file) + ":" + firstLine;
    }

    Program program() {
      String source = String.join("\n", lines) + "\n";
      return new Program(id(), Path.of("chunk.py"), source, "", null, Map.of());
    }
  }

  @TestFactory
  Stream<DynamicTest> jvm() {
    Engine engine = new JvmEngine();
    return Program.errorFiles().stream()
        .flatMap(file -> chunks(file).stream())
        .map(
            chunk ->
                DynamicTest.dynamicTest(chunk.id(), chunk.file.toUri(), () -> check(engine, chunk)))
        .onClose(engine::close);
  }

  private static void check(Engine engine, Chunk chunk) throws Exception {
    int line = 0;
    String regex = null;
    for (int i = 0; i < chunk.lines.size() && regex == null; i++) {
      Matcher mark = MARK.matcher(chunk.lines.get(i));
      if (mark.find()) {
        line = i + 1;
        regex = mark.group(1);
      }
    }
    assertThat(regex).as("a line marked with ### in " + chunk.id()).isNotNull();
    List<String> report = engine.run(chunk.program()).lines().toList();
    assertThat(report).as(chunk.id()).isNotEmpty();
    assertThat(report.get(report.size() - 1)).as(chunk.id()).containsPattern(regex);
    int blamed = 0;
    for (String text : report) {
      Matcher match = BLAMED.matcher(text);
      blamed = match.find() ? Integer.parseInt(match.group(1)) : blamed;
    }
    assertThat(blamed).as("line blamed in " + chunk.id() + ": " + report).isEqualTo(line);
  }

  private static List<Chunk> chunks(Path file) {
    List<Chunk> chunks = new ArrayList<>();
    List<String> lines = new ArrayList<>();
    int first = 1;
    List<String> all = Program.text(file).lines().toList();
    for (int i = 0; i < all.size(); i++) {
      if (all.get(i).equals("---")) {
        chunks.add(new Chunk(file, first, lines));
        lines = new ArrayList<>();
        first = i + 2;
      } else {
        lines.add(all.get(i));
      }
    }
    chunks.add(new Chunk(file, first, lines));
    return chunks;
  }
}
