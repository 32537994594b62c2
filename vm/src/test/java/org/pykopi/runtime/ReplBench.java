package org.pykopi.runtime;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.Console;
import org.pykopi.object.PyException;
import org.pykopi.object.PyNone;

/**
 * A REPL without a machine: remembers what would be run, answers as told, keeps the bytes of the
 * terminal.
 */
final class ReplBench implements ReplProgram, Console {
  /** Raised by the text {@code raise}. */
  private final PyException failure = new PyException(PyNone.NONE);

  /** Raised by the text {@code exit}. */
  private final PyException exit = new PyException(PyNone.NONE);

  final List<String> ran = new ArrayList<>();
  final History history = new History();
  private final ByteArrayOutputStream shown = new ByteArrayOutputStream();
  private Repl repl = new Repl(this, this, history, null);

  ReplBench() {
    repl.start();
    shown.reset();
  }

  /** Types the characters as bytes; the result of the last one. */
  int type(String keys) {
    int result = Repl.CONTINUE;
    for (byte b : keys.getBytes(StandardCharsets.UTF_8)) {
      result = repl.feed(b & 0xff);
    }
    return result;
  }

  /** A soft reset; what it shows. */
  String reset() {
    shown.reset();
    Repl before = repl;
    repl = new Repl(this, this, history, null);
    repl.startAfterReset(before);
    return shown();
  }

  /** What was shown since the last call. */
  String shown() {
    String text = shown.toString(StandardCharsets.UTF_8);
    shown.reset();
    return text;
  }

  /** Types and says what that shows. */
  String echo(String keys) {
    type(keys);
    return shown();
  }

  @Override
  public PyException run(String source, Input input) {
    ran.add(input + ":" + source);
    if (source.equals("print")) {
      write(new byte[] {'o', 'u', 't'}, 0, 3);
    }
    return source.equals("raise") ? failure : source.equals("exit") ? exit : null;
  }

  @Override
  public void report(PyException exception) {
    write(new byte[] {'e', 'r', 'r'}, 0, 3);
  }

  @Override
  public int exitCode(PyException exception) {
    return exception == exit ? 7 : -1;
  }

  @Override
  public PyException keyboardInterrupt() {
    return failure;
  }

  @Override
  public boolean isInterrupted() {
    return false;
  }

  @Override
  public boolean awaitKey() {
    return true;
  }

  @Override
  public String hint() {
    return "Type \"help()\" for more information.";
  }

  @Override
  public String banner() {
    return "banner";
  }

  @Override
  public String prompt(boolean isContinuation) {
    return isContinuation ? "... " : ">>> ";
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    return -1;
  }

  @Override
  public boolean isReadReady() {
    return false;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    shown.write(source, offset, length);
  }

  @Override
  public void writeError(byte[] source, int offset, int length) {
    shown.write(source, offset, length);
  }

  @Override
  public void flush() {}

  @Override
  public boolean isTerminal() {
    return true;
  }
}
