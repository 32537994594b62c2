package org.pykopi.module;

import org.pykopi.object.Attributes;
import org.pykopi.object.Names;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyInstance;
import org.pykopi.object.PyList;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.Sequences;

/** The names of the attributes an object has, for {@code dir}. */
final class Directory {
  private static final String[] OF_ALL = {"__class__"};

  /** Names in no table, which objects are asked for. */
  private static final String[] ASKED = {
    "__bases__", "__dict__", "__doc__", "__globals__", "__name__"
  };

  /** What Pycopy's types have from object, where they say so. */
  private static final String[] OF_PYCOPY_TYPES = {"__init__", "__new__"};

  private static final String[] OF_EXCEPTIONS = {"args", "errno", "value"};

  private static final PyStr DIR = PyStr.intern("__dir__");

  private Directory() {}

  /** The names of an object's attributes, sorted. */
  static PyList of(PyContext ctx, PyObject object) {
    PyDict found = new PyDict();
    if (object instanceof PyInstance && object.type().lookup(DIR) != null) {
      PyObject[] names = Sequences.toArray(ctx, Attributes.callMethod(ctx, object, DIR));
      Sequences.sort(ctx, names, PyNone.NONE, false);
      return PyList.of(names);
    }
    addAll(found, OF_ALL);
    if (!(object instanceof PyInstance)) {
      ask(ctx, found, object);
    }
    if (object instanceof PyModule module) {
      found.putAll(ctx, module.globals);
      return ofNames(ctx, found);
    }
    if (object instanceof PyType type) {
      if (ctx.profile.isPycopy()) {
        addAll(found, OF_PYCOPY_TYPES);
      }
      addMembers(ctx, found, type);
      return ofNames(ctx, found);
    }
    if (object instanceof PyInstance instance) {
      found.putStr(Names.DICT, PyNone.NONE);
      for (int i = 0; i < instance.shape.size(); i++) {
        found.putStr(instance.shape.nameAt(i), PyNone.NONE);
      }
    }
    if (object instanceof PyNamedTuple tuple) {
      for (PyStr name : tuple.names) {
        found.putStr(name, PyNone.NONE);
      }
    }
    if (PyBaseException.of(object) != null) {
      addAll(found, OF_EXCEPTIONS);
    }
    addMembers(ctx, found, object.type());
    return ofNames(ctx, found);
  }

  private static void addAll(PyDict found, String[] names) {
    for (String name : names) {
      found.putName(name, PyNone.NONE);
    }
  }

  private static void ask(PyContext ctx, PyDict found, PyObject object) {
    for (String name : ASKED) {
      if (Attributes.findOrNull(ctx, object, PyStr.intern(name)) != null) {
        found.putName(name, PyNone.NONE);
      }
    }
  }

  /** Adds the members of a type and of its bases. */
  private static void addMembers(PyContext ctx, PyDict found, PyType type) {
    found.putAll(ctx, type.members);
    for (PyType base : type.bases) {
      addMembers(ctx, found, base);
    }
  }

  /** The keys of a namespace, sorted. */
  static PyList ofNames(PyContext ctx, PyDict namespace) {
    PyObject[] names = Sequences.toArray(ctx, namespace);
    Sequences.sort(ctx, names, PyNone.NONE, false);
    return PyList.of(names);
  }
}
