package org.pykopi.runtime;

import org.pykopi.object.PyException;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Utf8;

/**
 * Raw mode, the prompt for tools: program text goes in without echo, Ctrl-D runs it.
 *
 * <pre>
 * -> text Ctrl-D          <- "OK" output Ctrl-D exception Ctrl-D ">"
 * -> Ctrl-D               <- "OK" CR LF, and the session ends (soft reset)
 * -> Ctrl-E "A" Ctrl-A    <- "R" 01 windowLow windowHigh 01     raw paste begins
 * -> window bytes         <- 01                                 one more window is free
 * -> Ctrl-D               <- Ctrl-D output Ctrl-D exception Ctrl-D ">"
 * -> Ctrl-E other Ctrl-A  <- "R" 00 ">"
 * -> Ctrl-C               the text so far is dropped
 * -> Ctrl-A               <- the greeting again
 * -> Ctrl-B               back to the friendly prompt
 * </pre>
 */
final class RawRepl {
  /** Result of {@link #feed}: back to the friendly prompt. Else as {@link Repl#feed}. */
  static final int LEAVE = 0x200;

  /** Bytes that may be sent before the next sign of a free window; half of a board's buffer. */
  private static final int WINDOW = 128;

  private static final int END_OF_TRANSMISSION = 4;

  private final ReplProgram program;
  private final TerminalWriter out;
  private final ByteBuilder text = new ByteBuilder();

  private boolean isPasting;
  private int windowLeft;

  RawRepl(ReplProgram program, TerminalWriter out) {
    this.program = program;
    this.out = out;
  }

  void start() {
    out.write("raw REPL; CTRL-B to exit\r\n");
    prompt();
  }

  private void prompt() {
    text.setLength(0);
    isPasting = false;
    out.write(">");
  }

  int feed(int c) {
    if (isPasting) {
      return pastedByte(c);
    }
    switch (c) {
      case LineEditor.CTRL_A -> {
        if (text.length() == 2 && text.get(0) == LineEditor.CTRL_E) {
          extension(text.get(1));
        } else {
          start();
        }
      }
      case LineEditor.CTRL_B -> {
        text.setLength(0);
        return LEAVE;
      }
      case LineEditor.CTRL_C -> text.setLength(0);
      case LineEditor.CTRL_D -> {
        out.write("OK");
        if (text.length() == 0) {
          out.write("\r\n");
          return Repl.EXIT;
        }
        return execute();
      }
      default -> text.add(c);
    }
    return Repl.CONTINUE;
  }

  /** {@code Ctrl-E letter Ctrl-A}: A asks for raw paste, nothing else is known. */
  private void extension(int letter) {
    text.setLength(0);
    out.write("R");
    if (letter == 'A') {
      out.write(1);
      out.write(WINDOW & 0xff);
      out.write(WINDOW >> 8);
      out.write(1);
      windowLeft = WINDOW;
      isPasting = true;
    } else {
      out.write(0);
      prompt();
    }
  }

  private int pastedByte(int c) {
    if (c == LineEditor.CTRL_C) {
      out.write(END_OF_TRANSMISSION);
      return finish(program.keyboardInterrupt());
    }
    if (c == LineEditor.CTRL_D) {
      out.write(END_OF_TRANSMISSION);
      return execute();
    }
    text.add(c);
    windowLeft--;
    if (windowLeft == 0) {
      out.write(1);
      windowLeft = WINDOW;
    }
    return Repl.CONTINUE;
  }

  private int execute() {
    out.flush();
    out.setRaw(false);
    String source = Utf8.decodeKeeping(text.data(), 0, text.length());
    int result = finish(program.run(source, ReplProgram.Input.FILE));
    out.setRaw(true);
    return result;
  }

  /** What follows the output of a program. */
  private int finish(PyException raised) {
    out.write(END_OF_TRANSMISSION);
    int exitCode = raised == null ? -1 : program.exitCode(raised);
    if (raised != null && exitCode < 0) {
      program.report(raised);
    }
    out.write(END_OF_TRANSMISSION);
    if (exitCode >= 0) {
      return Repl.EXIT | exitCode;
    }
    prompt();
    return Repl.CONTINUE;
  }
}
