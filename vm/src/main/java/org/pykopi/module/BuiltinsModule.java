package org.pykopi.module;

import org.pykopi.object.Args;
import org.pykopi.object.Attributes;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Memory;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.NumberTypes;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyByteArray;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyClassMethod;
import org.pykopi.object.PyComplex;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyEllipsis;
import org.pykopi.object.PyEnumerate;
import org.pykopi.object.PyFilter;
import org.pykopi.object.PyFrozenSet;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyMap;
import org.pykopi.object.PyMemoryView;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyNotImplemented;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyProperty;
import org.pykopi.object.PyRange;
import org.pykopi.object.PyReversed;
import org.pykopi.object.PySet;
import org.pykopi.object.PySlice;
import org.pykopi.object.PyStaticMethod;
import org.pykopi.object.PyStr;
import org.pykopi.object.PySuper;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.PyZip;

/**
 * {@code builtins}: the names every program sees. This file has the table and the functions about
 * objects and text output; {@link NumberBuiltins}, {@link IterationBuiltins} and {@link
 * CodeBuiltins} have the others.
 */
public final class BuiltinsModule {
  private BuiltinsModule() {}

  public static PyModule create(PyContext ctx) {
    ModuleTable table = new ModuleTable("builtins");
    addTypes(table);
    table
        .fn2("delattr", BuiltinsModule::delattr)
        .fn("dir", 0, 1, BuiltinsModule::dir)
        .fn("getattr", 2, 3, BuiltinsModule::getattr)
        .fn2("hasattr", BuiltinsModule::hasattr)
        .fn3("setattr", BuiltinsModule::setattr)
        .fn1("callable", BuiltinsModule::callable)
        .fn1("hash", BuiltinsModule::hash)
        .fn1("id", BuiltinsModule::id)
        .fn2("isinstance", BuiltinsModule::isinstance)
        .fn2("issubclass", BuiltinsModule::issubclass)
        .fn1("repr", BuiltinsModule::repr)
        .fn("input", 0, 1, BuiltinsModule::input)
        .fnRaw("print", BuiltinsModule::print)
        .fn1("__repl_print__", BuiltinsModule::replPrint);
    NumberBuiltins.add(table);
    IterationBuiltins.add(table);
    CodeBuiltins.add(table, ctx.profile);
    return table.buildWritable();
  }

  private static void addTypes(ModuleTable table) {
    addType(table, PyType.OBJECT);
    addType(table, PyType.TYPE);
    addType(table, NumberTypes.BOOL);
    addType(table, NumberTypes.INT);
    addType(table, NumberTypes.FLOAT);
    addType(table, PyComplex.TYPE);
    addType(table, PyStr.TYPE);
    addType(table, PyBytes.TYPE);
    addType(table, PyByteArray.TYPE);
    addType(table, PyMemoryView.TYPE);
    addType(table, PyList.TYPE);
    addType(table, PyTuple.TYPE);
    addType(table, PyDict.TYPE);
    addType(table, PySet.TYPE);
    addType(table, PyFrozenSet.TYPE);
    addType(table, PyRange.TYPE);
    addType(table, PySlice.TYPE);
    addType(table, PyEnumerate.TYPE);
    addType(table, PyFilter.TYPE);
    addType(table, PyMap.TYPE);
    addType(table, PyReversed.TYPE);
    addType(table, PyZip.TYPE);
    addType(table, PyClassMethod.TYPE);
    addType(table, PyStaticMethod.TYPE);
    addType(table, PyProperty.TYPE);
    addType(table, PySuper.TYPE);
    for (PyType type : ExceptionTypes.ALL) {
      addType(table, type);
    }
    table.constant("Ellipsis", PyEllipsis.ELLIPSIS);
    table.constant("NotImplemented", PyNotImplemented.NOT_IMPLEMENTED);
  }

  private static void addType(ModuleTable table, PyType type) {
    table.constant(type.name, type);
  }

  // ---- attributes ----

  private static PyStr attributeName(PyContext ctx, PyObject name) {
    return Args.toStr(ctx, name).interned();
  }

  /** delattr(object, name) -> None: del object.name. */
  private static PyObject delattr(PyContext ctx, PyObject object, PyObject name) {
    Attributes.store(ctx, object, attributeName(ctx, name), null);
    return PyNone.NONE;
  }

  /**
   * dir([object]) -> list: the names of an object's attributes, or of the local variables, sorted.
   */
  private static PyObject dir(PyContext ctx, PyObject[] args, int at, int nargs) {
    return nargs == 0 ? Directory.ofNames(ctx, ctx.locals()) : Directory.of(ctx, args[at]);
  }

  /**
   * getattr(object, name[, default]) -> object: object.name, or default when there is no such
   * attribute.
   */
  private static PyObject getattr(PyContext ctx, PyObject[] args, int at, int nargs) {
    PyObject object = args[at];
    PyStr name = attributeName(ctx, args[at + 1]);
    if (nargs == 2) {
      return Attributes.load(ctx, object, name);
    }
    PyObject found = Attributes.findOrNull(ctx, object, name);
    return found == null ? args[at + 2] : found;
  }

  /** hasattr(object, name) -> bool: whether there is such an attribute. */
  private static PyObject hasattr(PyContext ctx, PyObject object, PyObject name) {
    return PyBool.of(Attributes.findOrNull(ctx, object, attributeName(ctx, name)) != null);
  }

  /** setattr(object, name, value) -> None: object.name = value. */
  private static PyObject setattr(PyContext ctx, PyObject object, PyObject name, PyObject value) {
    Attributes.store(ctx, object, attributeName(ctx, name), value);
    return PyNone.NONE;
  }

  // ---- objects and types ----

  /** callable(object) -> bool: whether object can be called. */
  private static PyObject callable(PyContext ctx, PyObject object) {
    return PyBool.of(object.isCallable());
  }

  /** hash(object) -> int: equal objects have equal hashes. */
  private static PyObject hash(PyContext ctx, PyObject object) {
    return PyInt.of(object.hash(ctx));
  }

  /** id(object) -> int: a number that no other living object has. */
  private static PyObject id(PyContext ctx, PyObject object) {
    if (ctx.profile.isDev() && !(object instanceof PyInt)) {
      return PyInt.of(Memory.of(ctx).identityOf(object));
    }
    return PyInt.of(object instanceof PyInt i ? i.value * 2L + 1 : (long) ctx.identityOf(object));
  }

  /**
   * isinstance(object, class or tuple of classes) -> bool: whether object is of the class or one
   * derived from it.
   */
  private static PyObject isinstance(PyContext ctx, PyObject object, PyObject classes) {
    return PyBool.of(isSubclass(ctx, object.type(), classes));
  }

  /**
   * issubclass(class, class or tuple of classes) -> bool: whether the first is or derives from the
   * second.
   */
  private static PyObject issubclass(PyContext ctx, PyObject one, PyObject classes) {
    if (!(one instanceof PyType type)) {
      throw Errors.typeError(ctx, "issubclass() arg 1 must be a class");
    }
    return PyBool.of(isSubclass(ctx, type, classes));
  }

  private static boolean isSubclass(PyContext ctx, PyType type, PyObject classes) {
    if (classes instanceof PyType wanted) {
      return type.isSubclassOf(wanted);
    }
    if (!(Args.unwrap(classes) instanceof PyTuple tuple)) {
      throw Errors.typeError(ctx, "issubclass() arg 2 must be a class or a tuple of classes");
    }
    for (PyObject one : tuple.items()) {
      if (one instanceof PyType wanted && type.isSubclassOf(wanted)) {
        return true;
      }
    }
    return false;
  }

  // ---- text ----

  /** repr(object) -> str: the object as program text, as far as possible. */
  private static PyObject repr(PyContext ctx, PyObject object) {
    StringBuilder out = new StringBuilder();
    object.repr(ctx, out);
    return PyStr.of(out);
  }

  /** input([prompt]) -> str: a line typed by the person. */
  private static PyObject input(PyContext ctx, PyObject[] args, int at, int nargs) {
    StringBuilder prompt = new StringBuilder();
    if (nargs == 1) {
      args[at].str(ctx, prompt);
    }
    return PyStr.of(ctx.readLine(prompt.toString()));
  }

  /**
   * print(*objects, sep=' ', end='\n', file=sys.stdout, flush=False) -> None: writes the objects as
   * text.
   */
  private static PyObject print(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    String separator = " ";
    String end = "\n";
    PyObject file = null;
    for (int i = at + nargs; i < at + nargs + 2 * nkw; i += 2) {
      switch (((PyStr) args[i]).value()) {
        case "sep":
          separator = Args.toText(ctx, args[i + 1]);
          break;
        case "end":
          end = Args.toText(ctx, args[i + 1]);
          break;
        case "file":
          file = args[i + 1];
          break;
        case "flush":
          break;
        default:
          throw Errors.typeError(ctx, "extra keyword arguments given");
      }
    }
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < nargs; i++) {
      PyObject object = args[at + i];
      if (i > 0) {
        out.append(separator);
        writePiece(ctx, file, out);
      }
      if (object instanceof PyInstance && out.length() > 0) {
        write(ctx, file, out);
      }
      object.str(ctx, out);
      writePiece(ctx, file, out);
    }
    out.append(end);
    write(ctx, file, out);
    return PyNone.NONE;
  }

  /**
   * A stream gets each piece of text as it comes, as in the reference; standard output gets all at
   * the end.
   */
  private static void writePiece(PyContext ctx, PyObject file, StringBuilder text) {
    if (file != null) {
      write(ctx, file, text);
    }
  }

  /** Writes the text, to standard output when {@code file} is null, and empties the builder. */
  private static void write(PyContext ctx, PyObject file, StringBuilder text) {
    if (file == null) {
      ctx.print(text.toString());
    } else {
      Streams.print(ctx, file, text.toString());
    }
    text.setLength(0);
  }

  /**
   * __repl_print__(object) -> None: shows the value of an expression at the prompt and keeps it in
   * _.
   */
  private static PyObject replPrint(PyContext ctx, PyObject object) {
    if (object != PyNone.NONE) {
      StringBuilder out = new StringBuilder();
      object.repr(ctx, out);
      ctx.print(out.append('\n').toString());
      ctx.builtins.putName("_", object);
    }
    return PyNone.NONE;
  }
}
