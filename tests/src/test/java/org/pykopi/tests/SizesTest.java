package org.pykopi.tests;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The budget of bytes. {@code tests/sizes.txt} holds, for each shipped file, its size raw and
 * compressed (gzip) and the reason for the latest figure; a file that grew by more than one percent
 * fails until the new figure is committed.
 */
@Tag("browser")
final class SizesTest {
  private static final double GROWTH = 1.01;

  @Test
  void shippedFilesStayInTheirBudget() throws IOException {
    List<String> tooLarge = new ArrayList<>();
    for (String line : Program.settings(Program.TESTS.resolve("sizes.txt"))) {
      String[] words = line.split("\\s+", 4);
      Path file = Program.ROOT.resolve(words[0]);
      byte[] content = Files.readAllBytes(file);
      int packed = packed(content);
      long rawLimit = Math.round(Long.parseLong(words[1]) * GROWTH);
      long packedLimit = Math.round(Long.parseLong(words[2]) * GROWTH);
      System.out.println("size " + words[0] + " " + content.length + " " + packed);
      if (content.length > rawLimit || packed > packedLimit) {
        tooLarge.add(words[0] + " " + content.length + " " + packed);
      }
    }
    assertThat(tooLarge).as("write these figures with a reason into tests/sizes.txt").isEmpty();
  }

  private static int packed(byte[] content) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    try (GZIPOutputStream gzip = new GZIPOutputStream(out)) {
      gzip.write(content);
    }
    return out.size();
  }
}
