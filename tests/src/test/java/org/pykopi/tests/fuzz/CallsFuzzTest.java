package org.pykopi.tests.fuzz;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Random;
import org.junit.jupiter.api.Test;

/**
 * Calls of every function, type and method there is, with odd arguments, and operators on odd
 * operands: nothing but Python exceptions. A NullPointerException or its like would be undefined
 * behaviour in the browser, where such checks are left out.
 *
 * <p>The calls are made by the Python program {@code odd_calls.py}, which prints each before it
 * makes it: the last line of a report is the call that failed.
 */
final class CallsFuzzTest {
  private static final int CASES = 500;

  private static final int MAX_POLLS = 60;

  /** Characters of the output that a report shows. */
  private static final int SHOWN = 1500;

  private static final String PROGRAM = program();

  private static String program() {
    try (InputStream in = CallsFuzzTest.class.getResourceAsStream("odd_calls.py")) {
      return new String(in.readAllBytes(), StandardCharsets.UTF_8);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void onlyPythonErrors() {
    FuzzLoop.run("calls", CASES, CallsFuzzTest::tryOne);
  }

  private static void tryOne(Random random, FuzzLoop.Note note) {
    FuzzMachine machine = new FuzzMachine(MAX_POLLS);
    note.input(() -> end(machine.output()));
    machine.run("SEED = " + random.nextInt(1 << 30) + "\n" + PROGRAM);
    String output = machine.output();
    if (!machine.isInterrupted() && !output.endsWith("end\n")) {
      throw new AssertionError("the program itself failed");
    }
  }

  private static String end(String output) {
    return output.substring(Math.max(0, output.length() - SHOWN));
  }
}
