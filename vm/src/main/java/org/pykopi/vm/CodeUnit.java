package org.pykopi.vm;

import java.math.BigInteger;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.bytecode.ComplexConstant;
import org.pykopi.bytecode.Constant;
import org.pykopi.bytecode.GlobalConstant;
import org.pykopi.object.Errors;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBytes;
import org.pykopi.object.PyComplex;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyEllipsis;
import org.pykopi.object.PyFloat;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyLong;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;

/** What all code objects of one source file share: names and constants as Python objects. */
final class CodeUnit {
  final PyStr[] names;
  private final Object[] plain;
  private final PyObject[] constants;

  CodeUnit(CodeObject any) {
    names = new PyStr[any.names.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = PyStr.intern(any.names[i]);
    }
    plain = any.constants;
    constants = new PyObject[plain.length];
  }

  /** A constant of the file as a Python object; always the same object. */
  PyObject constant(int index) {
    PyObject made = constants[index];
    if (made == null) {
      made = toPython(plain[index]);
      constants[index] = made;
    }
    return made;
  }

  /** Sets the constants that are values of globals at this moment. */
  void loadGlobals(PyContext ctx, PyDict globals) {
    for (int i = 0; i < plain.length; i++) {
      if (plain[i] instanceof GlobalConstant global) {
        PyStr name = PyStr.intern(global.name());
        PyObject value = globals.getStr(name);
        constants[i] = value != null ? value : ctx.builtins.getStr(name);
        if (constants[i] == null) {
          throw Errors.nameError(ctx, "name '" + name.value() + "' isn't defined");
        }
      }
    }
  }

  private static PyObject toPython(Object value) {
    if (value instanceof PyObject object) {
      return object; // of a function that a program put together
    }
    if (value instanceof String s) {
      return PyStr.of(s);
    }
    if (value instanceof byte[] b) {
      return PyBytes.of(b);
    }
    if (value instanceof Long n) {
      return PyInt.of(n.longValue());
    }
    if (value instanceof BigInteger n) {
      return PyLong.of(n);
    }
    if (value instanceof Double d) {
      return new PyFloat(d.doubleValue());
    }
    if (value instanceof ComplexConstant c) {
      return new PyComplex(c.re(), c.im());
    }
    if (value instanceof Object[] items) {
      PyObject[] all = new PyObject[items.length];
      for (int i = 0; i < all.length; i++) {
        all[i] = toPython(items[i]);
      }
      return PyTuple.of(all);
    }
    return switch ((Constant) value) {
      case NONE -> PyNone.NONE;
      case FALSE -> PyBool.FALSE;
      case TRUE -> PyBool.TRUE;
      case ELLIPSIS -> PyEllipsis.ELLIPSIS;
    };
  }
}
