package org.pykopi.tests.serial;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.function.BiFunction;
import org.pykopi.serial.cli.DeviceCommand;

/** The command {@code device} in this process: words in, exit status, and what it wrote. */
final class DeviceShell {
  private final BiFunction<String, String, byte[]> compiler;

  /** What the latest command line wrote. */
  String out = "";

  String err = "";

  /** {@code compiler} as {@link DeviceCommand} has it; null for none. */
  DeviceShell(BiFunction<String, String, byte[]> compiler) {
    this.compiler = compiler;
  }

  /** Returns the exit status. */
  int run(String port, String... words) {
    List<String> args = new ArrayList<>(List.of("--port", port));
    args.addAll(List.of(words));
    ByteArrayOutputStream outBytes = new ByteArrayOutputStream();
    ByteArrayOutputStream errBytes = new ByteArrayOutputStream();
    int status =
        DeviceCommand.run(
            args.toArray(String[]::new),
            compiler,
            new PrintStream(outBytes, true, StandardCharsets.UTF_8),
            new PrintStream(errBytes, true, StandardCharsets.UTF_8));
    out = outBytes.toString(StandardCharsets.UTF_8);
    err = errBytes.toString(StandardCharsets.UTF_8);
    return status;
  }
}
