package org.pykopi.object;

import java.util.List;

/** The text that reports an exception: where it came through, its type and its message. */
public final class Tracebacks {
  private Tracebacks() {}

  private static final int DEFAULT_LIMIT = 1000;
  private static final PyStr SYS = PyStr.intern("sys");
  private static final PyStr LIMIT = PyStr.intern("tracebacklimit");

  /**
   * Appends the report of an exception, ending with a line end. Any other object is reported by its
   * repr, in Pycopy by its type and str.
   *
   * <pre>
   * Traceback (most recent call last):
   *   File "x.py", line 3, in &lt;module&gt;
   * TypeError: message
   * </pre>
   */
  public static void print(PyContext ctx, PyObject exception, StringBuilder out) {
    PyBaseException base = PyBaseException.of(exception);
    if (base != null && !base.traceback.isEmpty() && limit(ctx) > 0) {
      out.append("Traceback (most recent call last):\n");
      List<PyBaseException.Entry> entries = base.traceback;
      int end = Math.max(0, entries.size() - limit(ctx));
      for (int i = entries.size() - 1; i >= end; i--) {
        printEntry(entries.get(i), out);
      }
    }
    printMessage(ctx, exception, base, out);
    out.append('\n');
  }

  /** The number of entries that {@code sys.tracebacklimit} allows, outermost first. */
  private static int limit(PyContext ctx) {
    PyObject limit =
        ctx.modules.getStr(SYS) instanceof PyModule sys ? sys.globals.getStr(LIMIT) : null;
    return limit instanceof PyInt number ? Math.max(0, number.value) : DEFAULT_LIMIT;
  }

  private static void printEntry(PyBaseException.Entry entry, StringBuilder out) {
    out.append("  File \"").append(entry.file()).append("\", line ").append(entry.line());
    if (entry.block() != null) {
      out.append(", in ").append(entry.block());
    }
    out.append('\n');
  }

  /**
   * {@code TypeError: message}; a class with its own {@code __repr__} speaks for itself, but in
   * Pycopy, where {@code __str__} makes the message.
   */
  private static void printMessage(
      PyContext ctx, PyObject exception, PyBaseException base, StringBuilder out) {
    if (base == null && !ctx.profile.isPycopy()) {
      exception.repr(ctx, out);
      return;
    }
    PyStr speaker = ctx.profile.isPycopy() ? Names.STR : Names.REPR;
    boolean speaks = exception instanceof PyInstance instance && defines(instance.type, speaker);
    if (speaks && speaker == Names.REPR) {
      exception.repr(ctx, out);
      return;
    }
    out.append(exception.type().name).append(": ");
    (speaks || base == null ? exception : base).str(ctx, out);
  }

  private static boolean defines(PyType type, PyStr method) {
    if (!type.isPythonClass) {
      return false;
    }
    if (type.members.getStr(method) != null) {
      return true;
    }
    for (PyType base : type.bases) {
      if (defines(base, method)) {
        return true;
      }
    }
    return false;
  }

  /** The report as a string. */
  public static String format(PyContext ctx, PyObject exception) {
    StringBuilder out = new StringBuilder();
    print(ctx, exception, out);
    return out.toString();
  }
}
