package org.pykopi.tests;

import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * All programs of {@code tests/py}, {@code examples} and {@code tests/bench} on the JVM, in this
 * process.
 */
final class ConformanceTest {
  @TestFactory
  Stream<DynamicTest> programs() {
    Engine engine = new JvmEngine();
    return new ProgramTest(engine).tests(Program.all()).onClose(engine::close);
  }

  @TestFactory
  Stream<DynamicTest> examples() {
    Engine engine = new JvmEngine();
    return new ProgramTest(engine).tests(Examples.programs()).onClose(engine::close);
  }

  @TestFactory
  Stream<DynamicTest> benchmarks() {
    Engine engine = new JvmEngine();
    return new ProgramTest(engine).tests(Benchmarks.programs()).onClose(engine::close);
  }
}
