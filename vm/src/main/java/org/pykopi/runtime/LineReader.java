package org.pykopi.runtime;

import org.pykopi.host.Console;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.util.ByteBuilder;
import org.pykopi.util.Utf8;

/** Reads the lines that {@code input()} asks for: with editing on a terminal, plainly elsewhere. */
final class LineReader {
  private final RuntimeContext ctx;
  private final Console console;
  private final History history = new History();
  private final byte[] one = new byte[1];

  LineReader(RuntimeContext ctx) {
    this.ctx = ctx;
    console = ctx.host.console();
  }

  /** A line without its end; EOFError at the end of input, KeyboardInterrupt for Ctrl-C. */
  String read(String prompt) {
    if (!console.isTerminal()) {
      return readPlain(prompt);
    }
    console.setRaw(true);
    try {
      return edit(prompt);
    } finally {
      console.setRaw(false);
    }
  }

  private String edit(String prompt) {
    TerminalWriter out = new TerminalWriter(console);
    LineEditor editor = new LineEditor(out, history, null, false);
    StringBuilder line = new StringBuilder();
    editor.begin(line, prompt);
    while (true) {
      out.flush();
      int c = nextByte();
      if (c < 0) {
        throw Errors.of(ctx, ExceptionTypes.EOF_ERROR);
      }
      switch (editor.feed(c)) {
        case LineEditor.LINE -> {
          out.flush();
          return line.toString();
        }
        case LineEditor.CTRL_C -> {
          out.write("\r\n");
          out.flush();
          throw Errors.of(ctx, ExceptionTypes.KEYBOARD_INTERRUPT);
        }
        case LineEditor.CTRL_D -> {
          if (line.length() == 0) {
            out.write("\r\n");
            out.flush();
            throw Errors.of(ctx, ExceptionTypes.EOF_ERROR);
          }
        }
        default -> {}
      }
    }
  }

  private String readPlain(String prompt) {
    ctx.print(prompt);
    console.flush();
    ByteBuilder bytes = new ByteBuilder();
    int c = nextByte();
    if (c < 0) {
      throw Errors.of(ctx, ExceptionTypes.EOF_ERROR);
    }
    while (c >= 0 && c != '\n') {
      bytes.add(c);
      c = nextByte();
    }
    int length = bytes.length();
    byte[] all = bytes.toArray();
    if (length > 0 && all[length - 1] == '\r') {
      length--;
    }
    String text = Utf8.decode(all, 0, length);
    if (text == null) {
      throw Errors.of(ctx, ExceptionTypes.UNICODE_ERROR);
    }
    return text;
  }

  /** The next byte of standard input, or -1 at its end. */
  private int nextByte() {
    while (true) {
      ctx.awaitKey();
      int count = console.read(one, 0, 1);
      if (count != 0) {
        return count < 0 ? -1 : one[0] & 0xff;
      }
      ctx.poll();
    }
  }
}
