package org.pykopi.module;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pykopi.object.Names;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;

/** What {@code help} prints. */
final class HelpText {
  private static final String AT_THE_PROMPT =
      """

      At the prompt:
        Ctrl-A   raw mode, for programs
        Ctrl-B   normal mode
        Ctrl-C   stop the running program
        Ctrl-D   start afresh or leave (on an empty line)
        Ctrl-E   paste mode

      help(object) shows what an object has,
      help('modules') which modules there are.
      """;

  private static final int COLUMNS = 4;
  private static final int COLUMN_WIDTH = 18;

  private HelpText() {}

  /** What {@code help()} prints. */
  static String welcome(PyContext ctx) {
    String model = ctx.profile.isPycopy() ? "Pycopy" : "MicroPython";
    return "This is Pykopi, a small Python that follows " + model + ".\n" + AT_THE_PROMPT;
  }

  /** What {@code help('modules')} prints: the names sorted, column by column. */
  static String modules(PyContext ctx) {
    List<String> names = new ArrayList<>(ctx.moduleNames);
    names.add("__main__");
    Collections.sort(names);
    int rows = (names.size() + COLUMNS - 1) / COLUMNS;
    StringBuilder out = new StringBuilder();
    for (int row = 0; row < rows; row++) {
      int lineStart = out.length();
      for (int i = row, column = 0; i < names.size(); i += rows, column++) {
        while (out.length() < lineStart + column * COLUMN_WIDTH) {
          out.append(' ');
        }
        out.append(names.get(i));
      }
      out.append('\n');
    }
    return out.append("Plus any modules on the filesystem\n").toString();
  }

  /** What {@code help(object)} prints. */
  static String of(PyContext ctx, PyObject object) {
    StringBuilder out = new StringBuilder("object ");
    object.str(ctx, out);
    out.append(" is of type ").append(object.type().name).append('\n');
    PyDict members = object.type().members;
    if (object instanceof PyModule module) {
      append(ctx, out, Names.NAME, module.globals.getStr(Names.NAME));
      members = module.globals;
    } else if (object instanceof PyType type) {
      members = type.members;
    }
    for (int e = members.nextEntry(0); e >= 0; e = members.nextEntry(e + 1)) {
      PyObject key = members.keyAt(e);
      PyObject value = members.valueAt(e);
      if (key instanceof PyStr name && !(name == Names.NAME && object instanceof PyModule)) {
        append(ctx, out, name, value);
      }
    }
    return out.toString();
  }

  private static void append(PyContext ctx, StringBuilder out, PyStr name, PyObject value) {
    if (value != null) {
      out.append("  ").append(name.value()).append(" -- ");
      value.str(ctx, out);
      out.append('\n');
    }
  }
}
