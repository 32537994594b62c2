package org.pykopi.runtime;

import org.pykopi.host.Console;
import org.pykopi.object.PyException;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Utf8;

/**
 * The interactive prompt, as boards have it: friendly prompt with line editing, paste mode (Ctrl-E)
 * and raw mode for tools (Ctrl-A, see {@link RawRepl}). An event machine: {@link #feed} takes one
 * byte, writes what the terminal shall show, and runs the program text when it is complete. {@link
 * #run} feeds it from a console.
 */
public final class Repl {
  /** Result of {@link #feed}: go on. */
  public static final int CONTINUE = 0;

  /**
   * Bit of the result of {@link #feed}: the session ends with the exit code in the low byte. Ctrl-D
   * on an empty prompt ends it with code 0; on a board that is a soft reset.
   */
  public static final int EXIT = 0x100;

  private static final int CTRL_D = LineEditor.CTRL_D;

  private final ReplProgram program;
  private final Console console;
  private final TerminalWriter out;
  private final LineEditor editor;
  private final RawRepl raw;

  private final StringBuilder text = new StringBuilder();
  private final ByteBuilder pasted = new ByteBuilder();

  private boolean isRaw;
  private boolean isPasting;

  /** Whether {@code text} holds the first lines of a compound statement. */
  private boolean isContinued;

  /** Whether {@link #feed} has answered EXIT. */
  private boolean hasEnded;

  /**
   * @param completer null for a prompt without completion
   */
  public Repl(ReplProgram program, Console console, History history, Completer completer) {
    this.program = program;
    this.console = console;
    out = new TerminalWriter(console);
    editor = new LineEditor(out, history, completer, true);
    raw = new RawRepl(program, out);
  }

  /** Shows banner and prompt; in raw mode what raw mode shows at its start. */
  public void start() {
    console.setRaw(true);
    if (isRaw) {
      raw.start();
    } else {
      banner();
      newInput();
    }
    out.flush();
  }

  /**
   * Starts in the place of {@code before} as a board does after a soft reset. One that ended stays
   * in raw mode if it was there, because tools go on in it. One that did not end has its prompt on
   * the line.
   */
  public void startAfterReset(Repl before) {
    isRaw = before.isRaw && before.hasEnded;
    out.write(before.hasEnded ? "MPY: soft reboot\r\n" : "\r\nMPY: soft reboot\r\n");
    start();
  }

  /** Starts in raw mode, where tools go on after a reset. */
  public void startRaw() {
    isRaw = true;
    start();
  }

  /** Whether tools are at work, so that a reset ends in raw mode again. */
  public boolean isRaw() {
    return isRaw;
  }

  /** Starts, then reads the console until the session ends; its exit code. */
  public int run() {
    start();
    byte[] buffer = new byte[256];
    int result = CONTINUE;
    while (result == CONTINUE) {
      boolean isInterrupted = !program.awaitKey();
      int count = isInterrupted ? 0 : console.read(buffer, 0, buffer.length);
      if (count < 0) {
        result = feedEnd();
      } else if (count == 0 && (isInterrupted || program.isInterrupted())) {
        result = feed(LineEditor.CTRL_C);
      }
      for (int i = 0; i < count && result == CONTINUE; i++) {
        result = feed(buffer[i] & 0xff);
      }
    }
    console.setRaw(false);
    return result & 0xff;
  }

  /** Input that has ended finishes what was begun, and a file will not go on any more. */
  private int feedEnd() {
    int result = feed(CTRL_D);
    if (result == CONTINUE && !console.isTerminal()) {
      feed(LineEditor.CTRL_C);
      result = feed(CTRL_D);
    }
    return result;
  }

  /** Shows a fresh prompt after something other than this REPL has run and written. */
  public void resume() {
    console.setRaw(true);
    if (!isRaw) {
      newInput();
    }
    out.flush();
  }

  /** Takes one byte; CONTINUE, or EXIT with a code. */
  public int feed(int c) {
    int result = isRaw ? rawByte(c) : isPasting ? pastedByte(c) : friendlyByte(c);
    hasEnded = result != CONTINUE;
    out.flush();
    return result;
  }

  // ---- raw mode ----

  private int rawByte(int c) {
    int result = raw.feed(c);
    if (result == RawRepl.LEAVE) {
      isRaw = false;
      out.write("\r\n");
      banner();
      newInput();
      return CONTINUE;
    }
    return result;
  }

  // ---- friendly mode ----

  private void banner() {
    out.write(program.banner());
    out.write("\r\n" + program.hint() + "\r\n");
  }

  private void newInput() {
    text.setLength(0);
    isContinued = false;
    isPasting = false;
    editor.begin(text, program.prompt(false));
  }

  private int friendlyByte(int c) {
    int key = editor.feed(c);
    if (key == LineEditor.MORE) {
      return CONTINUE;
    }
    if (!isContinued && key != LineEditor.LINE) {
      return controlKey(key);
    }
    if (key == LineEditor.CTRL_C) {
      out.write("\r\n");
      newInput();
      return CONTINUE;
    }
    if (key != LineEditor.LINE && key != LineEditor.CTRL_D) {
      return CONTINUE;
    }
    if (text.length() == 0) {
      newInput();
      return CONTINUE;
    }
    if (key == LineEditor.LINE && Continuation.isIncomplete(text)) {
      text.append('\n');
      isContinued = true;
      editor.continueLine(program.prompt(true));
      return CONTINUE;
    }
    return execute(text.toString(), ReplProgram.Input.SINGLE);
  }

  /** A control character on an empty first line. */
  private int controlKey(int key) {
    out.write("\r\n");
    switch (key) {
      case LineEditor.CTRL_A -> {
        isRaw = true;
        raw.start();
      }
      case LineEditor.CTRL_B -> {
        banner();
        newInput();
      }
      case LineEditor.CTRL_D -> {
        return EXIT;
      }
      case LineEditor.CTRL_E -> {
        out.write("paste mode; Ctrl-C to cancel, Ctrl-D to finish\r\n=== ");
        pasted.setLength(0);
        isPasting = true;
      }
      default -> newInput();
    }
    return CONTINUE;
  }

  private int pastedByte(int c) {
    if (c == LineEditor.CTRL_C) {
      out.write("\r\n");
      newInput();
    } else if (c == LineEditor.CTRL_D) {
      out.write("\r\n");
      String source = Utf8.decodeLenient(pasted.data(), 0, pasted.length());
      return execute(source, ReplProgram.Input.PASTE);
    } else {
      pasted.add(c);
      if (c == '\r') {
        out.write("\r\n=== ");
      } else {
        out.write(c);
      }
    }
    return CONTINUE;
  }

  private int execute(String source, ReplProgram.Input input) {
    out.flush();
    console.setRaw(false);
    PyException raised = program.run(source, input);
    int exitCode = raised == null ? -1 : program.exitCode(raised);
    if (exitCode >= 0) {
      return EXIT | exitCode;
    }
    if (raised != null) {
      program.report(raised);
    }
    console.setRaw(true);
    newInput();
    return CONTINUE;
  }
}
