package org.pykopi.tests;

import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestFactory;

/** The same programs on the builds for the browser. */
@Tag("browser")
final class BrowserConformanceTest {
  @TestFactory
  Stream<DynamicTest> wasm() throws IOException {
    return all(new BrowserEngine("wasm"));
  }

  @TestFactory
  Stream<DynamicTest> js() throws IOException {
    return all(new BrowserEngine("js"));
  }

  /**
   * HtmlUnit interprets JavaScript slowly: {@code tests/htmlunit-skip.txt} names what it is spared.
   */
  @TestFactory
  Stream<DynamicTest> htmlunit() throws IOException {
    List<String> spared = Program.settings(Program.TESTS.resolve("htmlunit-skip.txt"));
    List<Program> programs = programs().filter(program -> !spared.contains(program.id())).toList();
    Engine engine = new HtmlUnitEngine();
    return new ProgramTest(engine).tests(programs).onClose(engine::close);
  }

  private static Stream<DynamicTest> all(Engine engine) {
    List<Program> programs = Stream.concat(programs(), Benchmarks.programs().stream()).toList();
    return new ProgramTest(engine).tests(programs).onClose(engine::close);
  }

  private static Stream<Program> programs() {
    return Stream.concat(Program.all().stream(), Examples.programs().stream());
  }
}
