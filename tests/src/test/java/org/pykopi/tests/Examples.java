package org.pykopi.tests;

import com.google.gson.Gson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The programs of the examples menu as tests: {@code examples/index.json} lists them, {@code
 * tests/examples} holds what they print ({@code NAME.py.exp}) and what is typed in ({@code
 * NAME.py.in}).
 */
final class Examples {
  static final Path FOLDER = Program.ROOT.resolve("examples");

  /** One entry of the list. */
  record Entry(String file, String title, String description, List<String> files) {}

  private Examples() {}

  static List<Entry> entries() {
    Entry[] entries =
        new Gson().fromJson(Program.text(FOLDER.resolve("index.json")), Entry[].class);
    return List.of(entries);
  }

  static List<Program> programs() {
    return entries().stream()
        .map(Examples::program)
        .filter(program -> Program.isWanted(program.id()))
        .toList();
  }

  private static Program program(Entry entry) {
    Map<String, byte[]> files = new TreeMap<>();
    for (String name : entry.files() == null ? List.<String>of() : entry.files()) {
      try {
        files.put(name, Files.readAllBytes(FOLDER.resolve(name)));
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
    }
    String id = "examples/" + entry.file().replaceAll("\\.py$", "");
    Path base = Program.TESTS.resolve("examples").resolve(entry.file());
    return Program.read(id, FOLDER.resolve(entry.file()), base, files);
  }
}
