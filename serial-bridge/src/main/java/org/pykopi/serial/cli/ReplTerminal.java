package org.pykopi.serial.cli;

import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.LinkedBlockingQueue;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;

/** Joins the terminal and the board: every key goes to the board, every byte of it is shown. */
final class ReplTerminal {
  private static final int CTRL_X = 0x18;
  private static final int CTRL_BRACKET = 0x1d;
  private static final int END = -1;
  private static final int SLICE_MILLIS = 20;

  /** How long the board may go on to answer after the end of the input. */
  private static final int LAST_MILLIS = 1000;

  private static final String RAW =
      "-icanon -echo -isig -icrnl -inlcr -ixon -iexten -brkint -istrip min 1 time 0";

  private ReplTerminal() {}

  /** Returns after Ctrl-], Ctrl-X, or some time after the end of the input. */
  static int run(SerialPort port, InputStream in, PrintStream out) throws PortException {
    String modes = System.console() == null ? null : stty("-g");
    if (modes != null) {
      stty(RAW);
    }
    try {
      return join(port, in, out);
    } finally {
      if (modes != null) {
        stty(modes);
      }
      out.println();
    }
  }

  private static int join(SerialPort port, InputStream in, PrintStream out) throws PortException {
    LinkedBlockingQueue<Integer> keys = new LinkedBlockingQueue<>();
    Thread reader = new Thread(() -> readKeys(in, keys), "keys");
    reader.setDaemon(true);
    reader.start();
    byte[] piece = new byte[1024];
    int quiet = -1;
    while (quiet < LAST_MILLIS) {
      int count = port.read(piece, 0, piece.length, SLICE_MILLIS);
      out.write(piece, 0, count);
      out.flush();
      if (quiet >= 0) {
        quiet = count > 0 ? 0 : quiet + SLICE_MILLIS;
      }
      for (Integer key = keys.poll(); key != null; key = keys.poll()) {
        if (key == CTRL_BRACKET || key == CTRL_X) {
          return 0;
        }
        if (key == END) {
          quiet = 0;
        } else {
          port.write(new byte[] {key.byteValue()}, 0, 1);
        }
      }
    }
    return 0;
  }

  private static void readKeys(InputStream in, LinkedBlockingQueue<Integer> keys) {
    try {
      int key = in.read();
      while (key >= 0) {
        keys.add(key);
        key = in.read();
      }
    } catch (IOException e) {
      // A terminal that went away has no more keys.
    }
    keys.add(END);
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
      return process.waitFor() == 0 ? new String(printed, StandardCharsets.US_ASCII).trim() : null;
    } catch (IOException e) {
      return null;
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return null;
    }
  }
}
