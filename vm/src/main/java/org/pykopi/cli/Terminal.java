package org.pykopi.cli;

import java.io.File;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * The modes of the terminal that this process runs in, by way of the program {@code stty}. Raw here
 * means: every key at once, no echo, Ctrl-C a key like others.
 */
final class Terminal {
  private static final String RAW =
      "-icanon -echo -isig -icrnl -inlcr -ixon -iexten -brkint -istrip min 1 time 0";

  /** The modes found at the start; null until they were changed once. */
  private String original;

  private boolean isRaw;
  private boolean isMissing;

  /** Whether a standard stream (0, 1, 2) is a terminal. */
  static boolean isTerminal(int stream) {
    try {
      String target = new File("/proc/self/fd/" + stream).getCanonicalPath();
      return target.startsWith("/dev/pts/") || target.startsWith("/dev/tty");
    } catch (IOException e) {
      return System.console() != null;
    }
  }

  void setRaw(boolean raw) {
    if (raw == isRaw || isMissing) {
      return;
    }
    if (original == null) {
      original = stty("-g");
      if (original == null) {
        isMissing = true;
        return;
      }
      Runtime.getRuntime().addShutdownHook(new Thread(() -> setRaw(false)));
    }
    stty(raw ? RAW : original);
    isRaw = raw;
  }

  /** Runs stty on the terminal behind standard input; what it printed, or null when it failed. */
  private static String stty(String modes) {
    List<String> command = new ArrayList<>();
    command.add("stty");
    command.addAll(List.of(modes.split(" ")));
    try {
      Process process =
          new ProcessBuilder(command)
              .redirectInput(ProcessBuilder.Redirect.INHERIT)
              .redirectError(ProcessBuilder.Redirect.DISCARD)
              .start();
      byte[] printed = process.getInputStream().readAllBytes();
      String text = new String(printed, StandardCharsets.US_ASCII).trim();
      return process.waitFor() == 0 ? text : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
