package org.pykopi.runtime;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.pykopi.object.Attributes;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;

/**
 * Completes the dotted name before the cursor from what is alive: names of {@code __main__}, then
 * attributes of what they stand for. Where the main module has no name that fits, builtins may.
 * After {@code import} the built-in modules are offered. Names that begin with an underscore appear
 * once the underscore is typed.
 */
public final class Completer implements LineEditor.WordCompleter {
  private static final String IMPORT = "import ";
  private static final PyStr MAIN = PyStr.intern("__main__");
  private static final PyStr DIR = PyStr.intern("dir");

  /** Columns of the table of matches. */
  private static final int SLOT = 16;

  private static final int WIDTH = 4 * SLOT;

  private final PyContext ctx;
  private final List<String> moduleNames;

  public Completer(PyContext ctx, List<String> moduleNames) {
    this.ctx = ctx;
    this.moduleNames = moduleNames;
  }

  @Override
  public String complete(String line, TerminalWriter out) {
    int start = line.length();
    while (start > 0 && isNamePart(line.charAt(start - 1))) {
      start--;
    }
    String chain = line.substring(start);
    int dot = chain.lastIndexOf('.');
    String word = chain.substring(dot + 1);
    List<String> matches = matches(line, chain, dot, word);
    if (matches.isEmpty()) {
      boolean isFirst = dot < 0 && start == 0 && !word.isEmpty();
      return isFirst && IMPORT.startsWith(word) ? IMPORT.substring(word.length()) : "";
    }
    String common = commonStart(matches);
    if (matches.size() == 1 || common.length() > word.length()) {
      return common.substring(word.length());
    }
    print(matches, out);
    return null;
  }

  /** In Pycopy Tab behind the word import lists the modules. */
  @Override
  public boolean completesAfterSpace(String line) {
    return ctx.profile.isPycopy() && line.startsWith(IMPORT);
  }

  private static boolean isNamePart(char c) {
    return LineEditor.isWordPart(c) || c == '_' || c == '.';
  }

  // ---- candidates ----

  private List<String> matches(String line, String chain, int dot, String word) {
    if (line.startsWith(IMPORT)) {
      return dot >= 0 ? List.of() : select(moduleNames, word);
    }
    PyObject main = ctx.modules.getStr(MAIN);
    try {
      if (dot < 0) {
        PyDict globals = main instanceof PyModule module ? module.globals : new PyDict();
        List<String> found = select(keys(globals), word);
        boolean mayBeBuiltin = found.isEmpty() && !word.isEmpty() && !isImport(line, word);
        return mayBeBuiltin ? select(keys(ctx.builtins), word) : found;
      }
      PyObject object = follow(main, chain.substring(0, dot));
      return object == null ? List.of() : select(names(object), word);
    } catch (PyException raisedByAttribute) {
      // A property or __getattr__ of the program failed: there is nothing to offer.
      return List.of();
    }
  }

  /** Whether the line is the beginning of the word import. */
  private static boolean isImport(String line, String word) {
    return line.equals(word) && IMPORT.startsWith(word);
  }

  /** What a dotted path stands for, or null. */
  private PyObject follow(PyObject main, String path) {
    PyObject object = main;
    int at = 0;
    boolean isFirst = true;
    while (object != null && at <= path.length()) {
      int end = path.indexOf('.', at);
      end = end < 0 ? path.length() : end;
      PyStr name = PyStr.intern(path.substring(at, end));
      PyObject owner = object;
      object = Attributes.find(ctx, owner, name);
      if (object == null && isFirst) {
        object = ctx.builtins.getStr(name);
      }
      isFirst = false;
      at = end + 1;
    }
    return object;
  }

  private List<String> names(PyObject object) {
    PyObject dir = ctx.builtins.getStr(DIR);
    List<String> result = new ArrayList<>();
    if (dir != null) {
      PyObject iterator = dir.call1(ctx, object).iter(ctx);
      for (PyObject name = iterator.next(ctx); name != null; name = iterator.next(ctx)) {
        addName(result, name);
      }
    }
    return result;
  }

  private static List<String> keys(PyDict dict) {
    List<String> result = new ArrayList<>();
    for (int entry = dict.nextEntry(0); entry >= 0; entry = dict.nextEntry(entry + 1)) {
      addName(result, dict.keyAt(entry));
    }
    return result;
  }

  private static void addName(List<String> names, PyObject name) {
    if (name instanceof PyStr text) {
      names.add(text.value());
    }
  }

  /** The names that begin with the word, sorted. */
  private static List<String> select(List<String> names, String word) {
    List<String> result = new ArrayList<>();
    for (String name : names) {
      boolean isHidden = word.isEmpty() && name.startsWith("_");
      if (name.startsWith(word) && !isHidden && !result.contains(name)) {
        result.add(name);
      }
    }
    Collections.sort(result);
    return result;
  }

  private static String commonStart(List<String> sorted) {
    String first = sorted.get(0);
    String last = sorted.get(sorted.size() - 1);
    int length = 0;
    while (length < first.length()
        && length < last.length()
        && first.charAt(length) == last.charAt(length)) {
      length++;
    }
    return first.substring(0, length);
  }

  // ---- the table of matches ----

  private static void print(List<String> names, TerminalWriter out) {
    StringBuilder text = new StringBuilder();
    int used = WIDTH;
    for (String name : names) {
      int gap = (used + SLOT - 1) / SLOT * SLOT - used;
      gap = gap < 2 ? gap + SLOT : gap;
      if (used + gap + name.length() <= WIDTH) {
        text.append(" ".repeat(gap));
        used += gap + name.length();
      } else {
        text.append('\n');
        used = name.length();
      }
      text.append(name);
    }
    out.write(text.append('\n').toString());
  }
}
