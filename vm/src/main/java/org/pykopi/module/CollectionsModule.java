package org.pykopi.module;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.object.Args;
import org.pykopi.object.Errors;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyOrderedDict;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;

/** {@code collections}: deque, namedtuple and OrderedDict. */
public final class CollectionsModule {
  private CollectionsModule() {}

  public static PyModule create(PyContext ctx) {
    return new ModuleTable("collections")
        .constant("deque", PyDeque.TYPE)
        .fn2("namedtuple", CollectionsModule::namedtuple)
        .constant("OrderedDict", PyOrderedDict.TYPE)
        .build();
  }

  /**
   * namedtuple(name, fields) -> type: a tuple type with names for its items; fields is a list, a
   * tuple or names with spaces between them.
   */
  private static PyObject namedtuple(PyContext ctx, PyObject name, PyObject fields) {
    String title = Args.toText(ctx, name);
    PyObject[] items = items(ctx, fields);
    PyStr[] names = new PyStr[items.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = Args.toStr(ctx, items[i]).interned();
    }
    return new TypeTable(title)
        .base(PyTuple.TYPE)
        .constructor(new NamedTupleConstructor(names))
        .fn1("_asdict", CollectionsModule::asDict)
        .build();
  }

  private static PyObject[] items(PyContext ctx, PyObject fields) {
    PyObject value = Args.unwrap(fields);
    if (value instanceof PyTuple tuple) {
      return tuple.items();
    }
    if (value instanceof PyList list) {
      return PyTuple.copyOf(list.items(), 0, list.size()).items();
    }
    if (value instanceof PyStr text) {
      return words(text.value());
    }
    throw Errors.typeError(ctx, "object '" + fields.type().name + "' isn't a tuple or list");
  }

  private static PyObject[] words(String text) {
    List<PyObject> words = new ArrayList<>();
    int start = -1;
    for (int i = 0; i <= text.length(); i++) {
      boolean isSpace = i == text.length() || text.charAt(i) <= ' ';
      if (isSpace && start >= 0) {
        words.add(PyStr.of(text.substring(start, i)));
        start = -1;
      } else if (!isSpace && start < 0) {
        start = i;
      }
    }
    return words.toArray(new PyObject[0]);
  }

  /** _asdict() -> OrderedDict: the items by name. */
  private static PyObject asDict(PyContext ctx, PyObject self) {
    PyOrderedDict dict = new PyOrderedDict();
    if (Args.unwrap(self) instanceof PyNamedTuple tuple) {
      for (int i = 0; i < tuple.names.length; i++) {
        dict.putStr(tuple.names[i], tuple.get(i));
      }
    }
    return dict;
  }

  /** Makes the objects of one named tuple type. */
  private static final class NamedTupleConstructor implements PyType.NativeConstructor {
    private final PyStr[] names;

    NamedTupleConstructor(PyStr[] names) {
      this.names = names;
    }

    @Override
    public PyObject make(PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
      int count = names.length;
      if (nargs + nkw != count) {
        throw Errors.typeError(
            ctx,
            type.name
                + "() takes "
                + count
                + " positional arguments but "
                + (nargs + nkw)
                + " were given");
      }
      PyObject[] items = new PyObject[count];
      System.arraycopy(args, at, items, 0, nargs);
      for (int i = at + nargs; i < at + nargs + 2 * nkw; i += 2) {
        PyStr name = ((PyStr) args[i]).interned();
        int place = PyNamedTuple.indexOf(names, name);
        if (place < 0) {
          throw Errors.typeError(ctx, "unexpected keyword argument '" + name.value() + "'");
        }
        if (items[place] != null) {
          throw Errors.typeError(
              ctx, "function got multiple values for argument '" + name.value() + "'");
        }
        items[place] = args[i + 1];
      }
      return new PyNamedTuple(type, names, items);
    }
  }
}
