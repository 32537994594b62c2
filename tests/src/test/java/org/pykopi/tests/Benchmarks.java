package org.pykopi.tests;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/**
 * The programs of {@code tests/bench} as tests: each computes what it should for the arguments that
 * suit a microcontroller. Nothing is timed here.
 */
final class Benchmarks {
  /** What follows the source of each program; see {@code tests/bench/README.md}. */
  private static final String CHECK =
      """

      _arguments, _wanted = bm_params['device']
      _run, _result = bm_setup(_arguments)
      _run()
      print('right' if _result() == _wanted else (_result(), _wanted))
      """;

  private Benchmarks() {}

  static List<Program> programs() {
    List<Program> programs = new ArrayList<>();
    try (DirectoryStream<Path> paths =
        Files.newDirectoryStream(Program.TESTS.resolve("bench"), "bm_*.py")) {
      for (Path path : paths) {
        String id = Program.idOf(Program.TESTS, path);
        if (Program.isWanted(id)) {
          programs.add(new Program(id, path, Program.text(path) + CHECK, "", "right\n", Map.of()));
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return programs;
  }
}
