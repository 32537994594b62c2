package org.pykopi.object;

import org.pykopi.util.Utf8;

/** Interned names that Java code asks for. */
public final class Names {
  /** In UTF-8: boards store the length of a name in one byte. */
  private static final int MAX_BYTES = 255;

  private Names() {}

  /** RuntimeError when the text is too long for a name. */
  static void checkLength(String name) {
    if (name.length() > MAX_BYTES / 4 && Utf8.byteLength(name) > MAX_BYTES) {
      throw Errors.runtimeError(null, "name too long");
    }
  }

  public static final PyStr ALL = PyStr.intern("__all__");
  public static final PyStr BASES = PyStr.intern("__bases__");
  public static final PyStr CALL = PyStr.intern("__call__");
  public static final PyStr CLASS = PyStr.intern("__class__");
  public static final PyStr DELATTR = PyStr.intern("__delattr__");
  public static final PyStr DELETE = PyStr.intern("__delete__");
  public static final PyStr DELITEM = PyStr.intern("__delitem__");
  public static final PyStr DICT = PyStr.intern("__dict__");
  public static final PyStr DOC = PyStr.intern("__doc__");
  public static final PyStr ENTER = PyStr.intern("__enter__");
  public static final PyStr EQ = PyStr.intern("__eq__");
  public static final PyStr EXIT = PyStr.intern("__exit__");
  public static final PyStr FILE = PyStr.intern("__file__");
  public static final PyStr GET = PyStr.intern("__get__");
  public static final PyStr GETATTR = PyStr.intern("__getattr__");
  public static final PyStr GETITEM = PyStr.intern("__getitem__");
  public static final PyStr GLOBALS = PyStr.intern("__globals__");
  public static final PyStr HASH = PyStr.intern("__hash__");
  public static final PyStr INIT = PyStr.intern("__init__");
  public static final PyStr INIT_SUBCLASS = PyStr.intern("__init_subclass__");
  public static final PyStr ITER = PyStr.intern("__iter__");
  public static final PyStr LEN = PyStr.intern("__len__");
  public static final PyStr MODULE = PyStr.intern("__module__");
  public static final PyStr NAME = PyStr.intern("__name__");
  public static final PyStr NEW = PyStr.intern("__new__");
  public static final PyStr NEXT = PyStr.intern("__next__");
  public static final PyStr PATH = PyStr.intern("__path__");
  public static final PyStr QUALNAME = PyStr.intern("__qualname__");
  public static final PyStr REPR = PyStr.intern("__repr__");
  public static final PyStr SET = PyStr.intern("__set__");
  public static final PyStr SETATTR = PyStr.intern("__setattr__");
  public static final PyStr SETITEM = PyStr.intern("__setitem__");
  public static final PyStr SET_NAME = PyStr.intern("__set_name__");
  static final PyStr SLOTS = PyStr.intern("__slots__");
  public static final PyStr STR = PyStr.intern("__str__");
  public static final PyStr BOOL = PyStr.intern("__bool__");
  public static final PyStr CLOSE = PyStr.intern("close");
  public static final PyStr SEND = PyStr.intern("send");
  public static final PyStr THROW = PyStr.intern("throw");

  /** Special methods by number of the operator in {@link Op}. */
  static final PyStr[] UNARY = internAll(Op.UNARY_NAMES);

  static final PyStr[] BINARY = internAll(Op.BINARY_NAMES);

  private static PyStr[] internAll(String[] names) {
    PyStr[] all = new PyStr[names.length];
    for (int i = 0; i < all.length; i++) {
      all[i] = PyStr.intern(names[i]);
    }
    return all;
  }
}
