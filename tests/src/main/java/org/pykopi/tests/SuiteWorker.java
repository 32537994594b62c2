package org.pykopi.tests;

import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import org.pykopi.cli.Main;

/**
 * Runs many command lines in one process, each in a fresh machine; {@code
 * tests/tools/micropython-suite.mjs} starts it. The file named by the argument has one job a line,
 * its fields separated by tabs: number, current folder, arguments of {@code pykopi}.
 *
 * <p>Programs write to the standard streams as ever. Before a job stands a line of {@code 0x1e} and
 * its number; behind it {@code 0x1e}, the exit code and a line end.
 */
public final class SuiteWorker {
  private static final char MARK = 0x1e;

  private SuiteWorker() {}

  public static void main(String[] args) throws IOException {
    PrintStream out = System.out;
    for (String line : Files.readAllLines(Path.of(args[0]))) {
      String[] fields = line.split("\t");
      out.print(MARK + fields[0] + "\n");
      out.flush();
      System.setProperty("user.dir", fields[1]);
      int code = Main.run(Arrays.copyOfRange(fields, 2, fields.length));
      out.print(MARK + "" + code + "\n");
      out.flush();
    }
    Runtime.getRuntime().halt(0);
  }
}
