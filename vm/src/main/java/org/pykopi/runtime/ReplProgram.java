package org.pykopi.runtime;

import org.pykopi.object.PyException;

/** What the REPL asks of the machine behind it. */
public interface ReplProgram {
  /** How a text is compiled. */
  enum Input {
    /** One interactive statement; values of expressions are printed. */
    SINGLE,
    /** A file whose values of expressions are printed. */
    PASTE,
    /** A file. */
    FILE
  }

  /** Compiles and runs a text in {@code __main__}; what it raised, or null. */
  PyException run(String source, Input input);

  /** Prints traceback and exception to standard output. */
  void report(PyException exception);

  /** What {@code exception} asks to exit with (0 to 255) when it is a SystemExit, else -1. */
  int exitCode(PyException exception);

  /** A KeyboardInterrupt that was typed while a program text was being sent. */
  PyException keyboardInterrupt();

  /** Whether the person asked to stop since this was last asked. */
  boolean isInterrupted();

  /** Goes on with timers and devices until there is a key; false when it was interrupted. */
  boolean awaitKey();

  /** The line that names the product, its version and the machine. */
  String banner();

  /** The line after it: how to get on. */
  String hint();

  /** {@code sys.ps1} or {@code sys.ps2}. */
  String prompt(boolean isContinuation);
}
