package org.pykopi.tests;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.fail;

import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;

/** Makes one JUnit test of each program and compares what it prints with what it should print. */
final class ProgramTest {
  private final KnownFailures knownFailures = new KnownFailures();
  private final Engine engine;

  ProgramTest(Engine engine) {
    this.engine = engine;
  }

  /** One test per program; the engine is shared and belongs to the caller. */
  Stream<DynamicTest> tests(List<Program> programs) {
    return programs.stream()
        .map(
            program ->
                DynamicTest.dynamicTest(
                    program.id() + " [" + engine.name() + "]",
                    program.path().toUri(),
                    () -> check(program)));
  }

  private void check(Program program) {
    String reason = knownFailures.reason(program.id(), engine.name());
    String difference = difference(program);
    if (reason == null && difference != null) {
      boolean inBrowser = !engine.name().equals("jvm");
      fail(difference + "\nrepeat: " + program.repeatCommand(inBrowser));
    }
    if (reason != null && difference == null) {
      fail(program.id() + " passes: remove it from tests/known-failures.txt (" + reason + ")");
    }
  }

  /** What is wrong with the program's output, or null. */
  private String difference(Program program) {
    if (program.expected() == null) {
      return "no expectation: run tests/tools/make-expected.mjs py/" + program.id() + ".py";
    }
    try {
      String output = engine.run(program);
      assertThat(output).as(program.id()).isEqualTo(program.expected());
      return null;
    } catch (AssertionError e) {
      return e.getMessage();
    } catch (Exception e) {
      return stackTrace(e);
    }
  }

  private static String stackTrace(Exception e) {
    StringBuilder text = new StringBuilder(e.toString());
    StackTraceElement[] frames = e.getStackTrace();
    for (int i = 0; i < Math.min(frames.length, 12); i++) {
      text.append("\n    at ").append(frames[i]);
    }
    return text.toString();
  }
}
