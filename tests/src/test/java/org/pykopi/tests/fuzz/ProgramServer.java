package org.pykopi.tests.fuzz;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.nio.charset.StandardCharsets;
import java.util.Base64;

/**
 * Our side of {@code tests/fuzz/compare.mjs}: makes and runs programs as it is told on standard
 * input, one request a line.
 *
 * <pre>
 *   program SEED      -> source output
 *   run SOURCE        -> source output
 * </pre>
 *
 * Texts are in base 64; an output of {@code -} means that the program ran too long.
 */
final class ProgramServer {
  private static final int MAX_POLLS = 15;

  private ProgramServer() {}

  public static void main(String[] args) throws IOException {
    BufferedReader in =
        new BufferedReader(new InputStreamReader(System.in, StandardCharsets.US_ASCII));
    for (String line = in.readLine(); line != null; line = in.readLine()) {
      String[] words = line.split(" ");
      String source =
          words[0].equals("program")
              ? ProgramGenerator.program(Long.parseLong(words[1]))
              : new String(
                  Base64.getDecoder().decode(words.length > 1 ? words[1] : ""),
                  StandardCharsets.UTF_8);
      System.out.println(encoded(source) + " " + output(source));
      System.out.flush();
    }
  }

  private static String output(String source) {
    FuzzMachine machine = new FuzzMachine(MAX_POLLS);
    try {
      machine.run(source);
    } catch (RuntimeException | Error e) {
      StackTraceElement[] trace = e.getStackTrace();
      return encoded("(crashed) " + e + (trace.length == 0 ? "" : " at " + trace[0]));
    }
    return machine.isInterrupted() ? "-" : encoded(machine.output());
  }

  private static String encoded(String text) {
    return Base64.getEncoder().encodeToString(text.getBytes(StandardCharsets.UTF_8));
  }
}
