package org.pykopi.cli;

import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Runs the command as a process of its own, as people do. */
final class Command {
  private final Path folder;

  Command(Path folder) {
    this.folder = folder;
  }

  /** Exit code and everything printed. */
  record Result(int code, String text) {}

  Result run(List<String> javaOptions, String input, String... args) throws Exception {
    URL classes = Main.class.getProtectionDomain().getCodeSource().getLocation();
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(javaOptions);
    command.add("-cp");
    command.add(Path.of(classes.toURI()).toString());
    command.add("org.pykopi.cli.Main");
    command.addAll(List.of(args));
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    process.getOutputStream().write(input.getBytes(StandardCharsets.UTF_8));
    process.getOutputStream().close();
    String text = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    return new Result(process.waitFor(), text);
  }
}
