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

  /** What programs find: the modes at the start, or what they set. Null until it is asked for. */
  private String modes;

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
    if (raw == isRaw || modes() == null) {
      return;
    }
    stty(raw ? RAW : modes);
    isRaw = raw;
  }

  /** What programs find, in the form of {@code stty -g}; null when there is no terminal. */
  String modes() {
    if (modes == null && !isMissing) {
      modes = stty("-g");
      isMissing = modes == null;
      if (!isMissing) {
        Runtime.getRuntime().addShutdownHook(new Thread(() -> setRaw(false)));
      }
    }
    return modes;
  }

  /** Sets what programs find, in any form that stty takes; whether that was possible. */
  boolean setModes(String wanted) {
    setRaw(false);
    if (modes() == null || wanted.isEmpty() || stty(wanted) == null) {
      return false;
    }
    modes = stty("-g");
    return true;
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
