package org.pykopi.tests.fuzz;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Generated programs print what MicroPython's npm build prints. {@code compare.mjs --golden} asked
 * it once and wrote a digest of each output, so that the build needs no other machine.
 */
final class ReferenceOutputTest {
  private static final int MAX_POLLS = 15;
  private static final String REMAKE =
      "node tests/fuzz/compare.mjs --seed 1 --count 300 --no-reduce --golden";

  @Test
  void printsWhatTheReferencePrints() throws IOException {
    Path root = Path.of("").toAbsolutePath();
    Path tests = Files.isDirectory(root.resolve("py")) ? root : root.resolve("tests");
    List<String> differing = new ArrayList<>();
    List<String> lines = Files.readAllLines(tests.resolve("golden/reference/fuzz.txt"));
    for (String line : lines) {
      String[] words = line.split(" ");
      String source = ProgramGenerator.program(Long.parseLong(words[0]));
      assertThat(digest(source))
          .as("the generator has changed; make the expectations again: " + REMAKE)
          .isEqualTo(words[1]);
      FuzzMachine machine = new FuzzMachine(MAX_POLLS);
      machine.run(source);
      if (!digest(machine.output()).equals(words[2])) {
        differing.add(words[0]);
      }
    }
    assertThat(lines).hasSizeGreaterThan(100);
    assertThat(differing)
        .as("seeds that differ; look at one with: node tests/fuzz/compare.mjs --count 1 --seed N")
        .isEmpty();
  }

  private static String digest(String text) {
    try {
      byte[] hash =
          MessageDigest.getInstance("SHA-1").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(hash, 0, 4);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
