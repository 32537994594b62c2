package org.pykopi.runtime;

import org.pykopi.object.PyException;
import org.pykopi.object.Tracebacks;
import org.pykopi.util.Utf8;

/** What the prompt runs: texts in {@code __main__} of a runtime. */
final class MainProgram implements ReplProgram {
  private final PyRuntime runtime;

  MainProgram(PyRuntime runtime) {
    this.runtime = runtime;
  }

  @Override
  public PyException run(String source, Input input) {
    return runtime.tryText(source, "<stdin>", input);
  }

  /** On boards and in the reference the prompt reports on standard output. */
  @Override
  public void report(PyException exception) {
    byte[] text = Utf8.encode(Tracebacks.format(runtime.context(), exception.value));
    runtime.context().host.console().write(text, 0, text.length);
  }

  @Override
  public int exitCode(PyException exception) {
    return runtime.exitCode(exception);
  }

  @Override
  public PyException keyboardInterrupt() {
    return PyRuntime.keyboardInterrupt();
  }

  @Override
  public boolean isInterrupted() {
    return runtime.context().host.poll().poll();
  }

  @Override
  public boolean awaitKey() {
    try {
      runtime.awaitKey();
      return true;
    } catch (PyException e) {
      return false;
    }
  }

  @Override
  public String banner() {
    return runtime.context().profile.isPycopy() ? Version.PYCOPY_BANNER : Version.BANNER;
  }

  @Override
  public String hint() {
    return runtime.context().profile.isPycopy()
        ? "Use Ctrl-D to exit, Ctrl-E for paste mode"
        : "Type \"help()\" for more information.";
  }

  @Override
  public String prompt(boolean isContinuation) {
    return runtime.prompt(isContinuation);
  }
}
