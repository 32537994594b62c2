package org.pykopi.runtime;

import org.pykopi.host.FileSystem;
import org.pykopi.module.Mounts;
import org.pykopi.module.SysModule;
import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Names;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.Sequences;
import org.pykopi.util.Utf8;

/**
 * {@code import}. A module is looked for among the loaded ones, then (top level only) the built-in
 * modules that nothing can shadow, then in each place of {@code sys.path}, then among the other
 * built-in modules. At a place a folder comes before {@code .py} before {@code .mpy}; the place
 * {@code .frozen} is the program itself ({@link FrozenModules}).
 */
final class Importer {
  private static final PyStr PATH = PyStr.intern("path");
  private static final PyStr MAIN = PyStr.intern("__main__");
  private static final PyStr REAL_NAME = PyStr.intern("<module>");
  private static final PyStr STRICT_MAIN = PyStr.intern("__main__s");

  private final RuntimeContext ctx;
  private final FrozenModules frozen;
  private PyDict sys;
  private StandardModules standard;

  Importer(RuntimeContext ctx, FrozenModules frozen) {
    this.ctx = ctx;
    this.frozen = frozen;
  }

  void connect(StandardModules modules, PyDict sysMembers) {
    standard = modules;
    sys = sysMembers;
  }

  /** What was found at a place: a file to run, a folder, or what an import hook gave. */
  private record Found(String path, boolean isFolder, PyObject module) {
    Found(String path, boolean isFolder) {
      this(path, isFolder, null);
    }
  }

  /**
   * See {@link org.pykopi.object.PyContext#importModule}. A {@code fromlist} of False asks for the
   * module as main program.
   */
  PyObject importModule(PyStr name, PyDict globals, PyObject fromlist, int level) {
    String full = level <= 0 ? name.value() : resolveRelative(name.value(), globals, level);
    if (full.isEmpty() || level < 0) {
      throw Errors.of(ctx, ExceptionTypes.VALUE_ERROR);
    }
    // On the way to a new module Pycopy makes each part a member again, whatever has its name by
    // now.
    boolean binds = ctx.profile.isPycopy() && ctx.modules.getStr(PyStr.of(full).interned()) == null;
    PyObject top = null;
    PyObject outer = null;
    int start = 0;
    while (start <= full.length()) {
      int dot = full.indexOf('.', start);
      int end = dot < 0 ? full.length() : dot;
      boolean isMain = dot < 0 && fromlist == PyBool.FALSE;
      String part = full.substring(start, end);
      PyObject inner = importPart(full.substring(0, end), part, outer, isMain);
      if (binds && outer != null && Attributes.find(ctx, outer, PyStr.intern(part)) != inner) {
        bind(outer, PyStr.intern(part), inner);
      }
      outer = inner;
      top = top == null ? outer : top;
      start = end + 1;
    }
    return fromlist == PyNone.NONE ? top : outer;
  }

  /** The absolute name for {@code from ..name import}. */
  private String resolveRelative(String name, PyDict globals, int level) {
    PyObject current = globals.getStr(Names.NAME);
    if ((current == MAIN || current == STRICT_MAIN) && globals.getStr(realName()) != null) {
      current = globals.getStr(realName());
    }
    String base = current instanceof PyStr s ? s.value() : "";
    int left = globals.getStr(Names.PATH) == null ? level : level - 1;
    int end = base.length();
    while (left > 0 && end > 0) {
      end = base.lastIndexOf('.', end - 1);
      end = Math.max(end, 0);
      left--;
    }
    if (end == 0) {
      throw Errors.importError(ctx, "can't perform relative import");
    }
    String parent = base.substring(0, end);
    return name.isEmpty() ? parent : parent + "." + name;
  }

  private PyObject importPart(String full, String part, PyObject outer, boolean isMain) {
    PyStr key = PyStr.of(full).interned();
    PyObject loaded = ctx.modules.getStr(key);
    if (loaded != null && !wantsBuiltIn()) {
      return loaded;
    }
    Found found;
    if (outer == null) {
      PyObject builtin = standard.loadFixed(ctx, full);
      if (builtin != null) {
        return builtin;
      }
      found = findOnPath(key, part);
      if (found == null) {
        builtin = standard.loadExtensible(ctx, full);
        if (builtin != null) {
          return builtin;
        }
      }
    } else {
      PyObject path = Attributes.find(ctx, outer, Names.PATH);
      found = path instanceof PyStr folder ? findAt(key, folder.value() + "/" + part) : null;
    }
    if (found == null) {
      throw Errors.importError(ctx, "no module named '" + full + "'" + advice(full));
    }
    return load(key, PyStr.intern(part), found, outer, isMain);
  }

  /** Why a module of the reference's Unix port is not here, and what to do. */
  private static String advice(String name) {
    return switch (name) {
      case "ffi" -> ": C libraries cannot be called from Java; use the built-in modules";
      case "jni" -> ": a Java program that embeds PyRuntime can give it modules instead";
      case "termios" -> ": this terminal has no modes; the command line on Linux has it";
      default -> "";
    };
  }

  /** With an empty {@code sys.path} a module of the same name from a file does not count. */
  private boolean wantsBuiltIn() {
    return sys.getStr(PATH).length(ctx) == 0;
  }

  /** Where a module that runs as main program keeps the name it was imported by. */
  private PyStr realName() {
    return ctx.profile.isPycopy() ? REAL_NAME : MAIN;
  }

  // ---- finding ----

  private Found findOnPath(PyStr module, String name) {
    PyObject path = sys.getStr(PATH);
    Found inside = ctx.profile.isPycopy() ? findAt(module, frozen.place + name) : null;
    if (inside != null) {
      return inside;
    }
    for (PyObject entry : Sequences.toArray(ctx, path)) {
      String place = Args.toText(ctx, entry);
      Found found = findAt(module, place.isEmpty() ? name : place + "/" + name);
      if (found != null) {
        return found;
      }
    }
    // Pycopy's asyncio is a package to be installed; for development ours stands in for it.
    boolean isWanted = ctx.profile.isDev() && name.endsWith("asyncio");
    return isWanted ? findAt(module, FrozenModules.LIBRARY + name) : null;
  }

  /** What is at a path without extension, or null. */
  private Found findAt(PyStr module, String path) {
    boolean isFolder =
        frozen.contains(path)
            ? frozen.isFolder(path)
            : Mounts.of(ctx).kindOf(path) == FileSystem.MODE_FOLDER;
    if (isFolder) {
      return new Found(path, true);
    }
    return findFile(module, path);
  }

  /**
   * What Pycopy's import hook gives for a path without extension, or null. The first path it is
   * asked for is that of a module inside the program, with a star in front.
   */
  private Found askHook(PyStr module, String path) {
    PyObject hook = SysModule.importHook(ctx);
    PyObject made = hook == null ? PyNone.NONE : hook.call2(ctx, module, PyStr.of(path));
    return made == PyNone.NONE ? null : new Found(path, false, made);
  }

  private Found findFile(PyStr module, String path) {
    Found hooked = askHook(module, path);
    if (hooked != null) {
      return hooked;
    }
    for (String extension : new String[] {".py", ".mpy"}) {
      String file = path + extension;
      boolean isFile =
          frozen.contains(file)
              ? frozen.isFile(file)
              : Mounts.of(ctx).kindOf(file) == FileSystem.MODE_FILE;
      if (isFile) {
        return new Found(file, false);
      }
    }
    return null;
  }

  // ---- loading ----

  private PyObject load(PyStr full, PyStr part, Found found, PyObject outer, boolean isMain) {
    if (found.module != null) {
      ctx.modules.putStr(full, found.module);
      return bind(outer, part, found.module);
    }
    PyModule module = new PyModule(full.value());
    ctx.modules.putStr(full, module);
    if (isMain && !found.isFolder) {
      module.globals.putStr(Names.NAME, MAIN);
      module.globals.putStr(realName(), full);
      ctx.modules.putStr(MAIN, module);
    }
    try {
      if (found.isFolder) {
        module.globals.putStr(Names.PATH, PyStr.of(found.path));
        Found init = findFile(full, found.path + "/__init__");
        if (init != null && init.module != null) {
          return bind(outer, part, init.module);
        }
        if (init != null) {
          run(module, init.path);
        }
      } else {
        run(module, found.path);
      }
    } catch (PyException e) {
      if (ctx.profile.isMicropython()) {
        // In Pycopy what there is of the module stays.
        ctx.modules.remove(ctx, full);
      }
      throw e;
    }
    return bind(outer, part, module);
  }

  /** Makes a module a member of its package, if any; returns it. */
  private PyObject bind(PyObject outer, PyStr part, PyObject module) {
    if (outer != null) {
      Attributes.store(ctx, outer, part, module);
    }
    return module;
  }

  /** Runs a file, source or {@code .mpy}, as the body of the module. */
  void run(PyModule module, String path) {
    module.globals.putStr(Names.FILE, PyStr.of(path));
    PyObject code =
        path.endsWith(".mpy")
            ? ctx.loadCode(frozen.contains(path) ? frozen.content(path) : Mounts.of(ctx).read(path))
            : ctx.compile(readSource(path), path, "exec");
    nameStrictMain(module);
    ctx.execute(code, module.globals, module.globals);
  }

  /** In strict mode the main module has a name of its own. */
  void nameStrictMain(PyModule module) {
    if (ctx.strict != null && module.globals.getStr(Names.NAME) == MAIN) {
      ctx.strict.store(ctx, module.globals, Names.NAME, STRICT_MAIN, false);
      ctx.modules.putStr(STRICT_MAIN, module);
    }
  }

  /** The text of a source file; OSError when it cannot be read. */
  String readSource(String path) {
    String text;
    if (frozen.contains(path)) {
      text = frozen.source(path);
    } else {
      byte[] bytes = Mounts.of(ctx).read(path);
      text = Utf8.decode(bytes, 0, bytes.length);
    }
    if (text == null) {
      throw Errors.of(ctx, ExceptionTypes.UNICODE_ERROR);
    }
    return text;
  }
}
