package org.pykopi.web;

import java.util.List;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;

/** How a program ended, as JSON in the form of {@code RunResult} in the page's client.ts. */
final class RunReport {
  private final PyContext ctx;
  private final StringBuilder out = new StringBuilder();

  private RunReport(PyContext ctx) {
    this.ctx = ctx;
  }

  /**
   * @param exception what the program ended with, or null
   * @param exitCode its exit code; with an exception code of its own (SystemExit) the exception is
   *     no error
   */
  static String of(PyContext ctx, PyException exception, int exitCode, boolean isExit) {
    RunReport report = new RunReport(ctx);
    boolean isInterrupted =
        exception != null && exception.value.type().isSubclassOf(ExceptionTypes.KEYBOARD_INTERRUPT);
    report.out.append("{\"ok\":").append(exception == null || (isExit && exitCode == 0));
    report.out.append(",\"exitCode\":").append(exitCode);
    report.out.append(",\"interrupted\":").append(isInterrupted);
    if (exception != null && !isExit) {
      report.error(exception);
    }
    return report.out.append('}').toString();
  }

  private void error(PyException exception) {
    StringBuilder message = new StringBuilder();
    try {
      exception.value.str(ctx, message);
    } catch (PyException e) {
      // A __str__ that fails: the type alone has to do.
      message.setLength(0);
    }
    List<PyBaseException.Entry> entries = exception.base().traceback;
    out.append(",\"error\":{\"type\":");
    text(exception.value.type().name);
    out.append(",\"message\":");
    text(message);
    if (exception.base().hint != null) {
      out.append(",\"hint\":");
      text(exception.base().hint);
    }
    out.append(",\"file\":");
    text(entries.isEmpty() ? "" : entries.get(0).file());
    out.append(",\"line\":").append(entries.isEmpty() ? 0 : entries.get(0).line());
    out.append(",\"traceback\":[");
    for (int i = entries.size() - 1; i >= 0; i--) {
      entry(entries.get(i));
      out.append(i == 0 ? "" : ",");
    }
    out.append("]}");
  }

  private void entry(PyBaseException.Entry entry) {
    out.append("{\"file\":");
    text(entry.file());
    out.append(",\"line\":").append(entry.line());
    out.append(",\"name\":");
    text(entry.block() == null ? "" : entry.block());
    out.append('}');
  }

  private void text(CharSequence text) {
    out.append('"');
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '"' || c == '\\') {
        out.append('\\').append(c);
      } else if (c >= ' ') {
        out.append(c);
      } else {
        String digits = Integer.toHexString(c);
        out.append("\\u").append("0000", 0, 4 - digits.length()).append(digits);
      }
    }
    out.append('"');
  }
}
