package org.pykopi.object;

import java.util.IdentityHashMap;

/**
 * Python classes: making them and their instances, attributes of classes. Operators of instances
 * are in {@link Instances}.
 */
public final class Classes {
  /** Classes that derive from each other; a lookup in more could overflow a browser's stack. */
  private static final int MAX_HEIGHT = 1000;

  private Classes() {}

  // ---- making classes ----

  /** {@code type(x)} or {@code type(name, bases, members)}. */
  static PyObject callType(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    if (nargs == 1 && nkw == 0) {
      return args[at].type();
    }
    if (nargs != 3 || nkw != 0) {
      throw Errors.typeError(ctx, "type takes 1 or 3 arguments");
    }
    PyTuple bases = args[at + 1] instanceof PyTuple tuple ? tuple : null;
    PyDict members = args[at + 2] instanceof PyDict dict ? dict : null;
    if (bases == null || members == null) {
      throw Errors.typeError(ctx, "type takes 1 or 3 arguments");
    }
    PyDict own = new PyDict(members.size());
    own.putAll(ctx, members);
    return create(ctx, Args.toText(ctx, args[at]), bases, own);
  }

  /** A new class; takes over {@code members}. */
  public static PyType create(PyContext ctx, String name, PyTuple bases, PyDict members) {
    PyType[] types = new PyType[bases.length()];
    int count = 0;
    PyType nativeBase = null;
    for (PyObject base : bases.items()) {
      if (!(base instanceof PyType type)) {
        throw Errors.typeError(
            ctx, "type '" + base.type().name + "' isn't an acceptable base type");
      }
      if (type == PyType.OBJECT) {
        continue;
      }
      PyType itsNative = type.isPythonClass ? type.nativeBase : type;
      boolean isFunction = ctx.profile.isPycopy() && type.name.equals("function");
      if (isFunction
          || !type.isPythonClass && (type.constructor == null || type == NumberTypes.BOOL)) {
        throw Errors.typeError(ctx, "type '" + type.name + "' isn't an acceptable base type");
      }
      if (itsNative != null && nativeBase != null && nativeBase != itsNative) {
        throw Errors.typeError(ctx, "multiple bases have instance lay-out conflict");
      }
      nativeBase = itsNative == null ? nativeBase : itsNative;
      if (type.height >= MAX_HEIGHT) {
        throw Errors.recursionError(ctx);
      }
      types[count++] = type;
    }
    PyType[] used = new PyType[count];
    System.arraycopy(types, 0, used, 0, count);
    PyType made = new PyType(PyStr.of(name).interned().value(), used, members, null, true);
    made.nativeBase = nativeBase;
    if (ctx.profile.isPycopy()) {
      made.slotNames = slotNames(ctx, used, members.getStr(Names.SLOTS));
    }
    PyObject maker = members.getStr(Names.NEW);
    if (maker != null && maker.bindsToInstance()) {
      members.putStr(Names.NEW, new PyStaticMethod(maker));
    }
    setNames(ctx, made);
    return made;
  }

  /** The names in {@code __slots__}, or null when there is none or it does not count. */
  private static PyStr[] slotNames(PyContext ctx, PyType[] bases, PyObject slots) {
    if (slots == null) {
      return null;
    }
    if (bases.length > 0) {
      ctx.warn("SyntaxWarning", "__slots__ in class with base classes is ignored");
      return null;
    }
    PyObject[] items = Args.toItems(ctx, slots);
    PyStr[] names = new PyStr[items.length];
    for (int i = 0; i < items.length; i++) {
      names[i] = Args.toStr(ctx, items[i]).interned();
    }
    return names;
  }

  /** Calls {@code __set_name__} of the members that have it. */
  private static void setNames(PyContext ctx, PyType made) {
    PyDict members = new PyDict(made.members.size());
    members.putAll(ctx, made.members);
    for (int e = members.nextEntry(0); e >= 0; e = members.nextEntry(e + 1)) {
      if (members.valueAt(e) instanceof PyInstance descriptor
          && descriptor.type.lookup(Names.SET_NAME) != null) {
        Attributes.callMethod(ctx, descriptor, Names.SET_NAME, made, members.keyAt(e));
      }
    }
  }

  // ---- making instances ----

  /** Whether making an instance means no more than calling {@code __init__}. */
  public static boolean hasPlainInit(PyContext ctx, PyType type) {
    return type.nativeBase == null && type.lookup(Names.NEW) == null;
  }

  /** {@code type(args)} for a Python class. */
  static PyObject instantiate(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    PyObject maker = type.lookup(Names.NEW);
    PyObject made;
    if (maker == null) {
      made =
          ctx.profile.isPycopy()
              ? NativeParts.newInstance(ctx, type, args, at, nargs, nkw)
              : new PyInstance(type);
    } else {
      PyObject function = maker instanceof PyStaticMethod method ? method.function : maker;
      PyObject[] all = withFirst(type, args, at, nargs + 2 * nkw);
      made = function.call(ctx, all, 0, nargs + 1, nkw);
      if (!made.type().isSubclassOf(type) || (ctx.profile.isPycopy() && made.type() != type)) {
        return made;
      }
    }
    PyObject init = type.lookup(Names.INIT);
    if (init != null && made instanceof PyInstance) {
      PyObject[] all = withFirst(made, args, at, nargs + 2 * nkw);
      PyObject result = init.call(ctx, all, 0, nargs + 1, nkw);
      if (result != PyNone.NONE) {
        throw Errors.typeError(
            ctx, "__init__() should return None, not '" + result.type().name + "'");
      }
    }
    if (init == null && type.nativeBase != null && ctx.profile.isPycopy()) {
      NativeParts.initialise(ctx, made, args, at, nargs, nkw);
    }
    if (made instanceof PyInstance instance && type.nativeBase != null && instance.base == null) {
      instance.base = type.nativeBase.constructor.make(ctx, type.nativeBase, args, at, nargs, nkw);
    }
    return made;
  }

  private static PyObject[] withFirst(PyObject first, PyObject[] args, int at, int count) {
    PyObject[] all = new PyObject[count + 1];
    all[0] = first;
    System.arraycopy(args, at, all, 1, count);
    return all;
  }

  // ---- attributes of classes ----

  /** An attribute of a type itself; {@code ctx.methodSelf} as in {@link Attributes#findMethod}. */
  static PyObject findTypeAttribute(PyContext ctx, PyType type, PyStr name) {
    if (name == Names.NAME || name == Names.QUALNAME) {
      return PyStr.of(type.name);
    }
    if (name == Names.CLASS) {
      return PyType.TYPE;
    }
    if (name == Names.BASES && ctx.profile.isFull()) {
      return bases(ctx, type);
    }
    if (name == Names.DICT) {
      return type.members;
    }
    PyObject member = ctx.patches == null ? null : Attributes.patched(ctx, type, name);
    member = member == null ? type.lookup(name) : member;
    if (member == null) {
      member = findObjectMember(type, name);
    }
    if (member instanceof PyClassMethod method) {
      ctx.methodSelf = type;
      return method.function;
    }
    if (member instanceof PyStaticMethod method) {
      return method.function;
    }
    if (member instanceof PyInstance descriptor && type.isPythonClass) {
      return getFromDescriptor(ctx, descriptor, PyNone.NONE, type);
    }
    return member;
  }

  /** Members of object and of built-in constructors, which are in no class's bases. */
  static PyObject findObjectMember(PyType type, PyStr name) {
    if (name == Names.INIT && type.nativeBaseOrSelf() != null) {
      return PySuper.NATIVE_INIT;
    }
    return PyType.OBJECT.members.getStr(name);
  }

  private static PyTuple bases(PyContext ctx, PyType type) {
    if (type.bases.length > 0) {
      return PyTuple.copyOf(type.bases, 0, type.bases.length);
    }
    boolean hasNone = ctx.profile.isPycopy() && !type.isPythonClass;
    return hasNone || type == PyType.OBJECT ? PyTuple.EMPTY : PyTuple.of(PyType.OBJECT);
  }

  /**
   * The value of a member that may be a descriptor; {@code object} is None for access through the
   * class.
   */
  static PyObject getFromDescriptor(
      PyContext ctx, PyInstance member, PyObject object, PyType type) {
    if (member.type.lookup(Names.GET) == null) {
      return member;
    }
    PyObject value = Attributes.callMethod(ctx, member, Names.GET, object, type);
    ctx.methodSelf = null;
    return value;
  }

  /**
   * Opens a built-in type or a module for changes, or closes it again; whether it was open. A call
   * that has already found a method keeps it.
   */
  public static boolean setWritable(PyContext ctx, PyObject owner, boolean isWritable) {
    if (owner instanceof PyModule module) {
      return module.setWritable(isWritable);
    }
    if (!(owner instanceof PyType type)) {
      throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
    }
    if (type.isPythonClass) {
      return true;
    }
    if (ctx.patches == null) {
      ctx.patches = new IdentityHashMap<>();
    }
    PyDict members = ctx.patches.computeIfAbsent(type, key -> new PyDict().fix());
    boolean wasWritable = !members.isFixed();
    members.setFixed(!isWritable);
    return wasWritable;
  }

  /** {@code type.name = value}, or {@code del type.name}. */
  static boolean setClassAttribute(PyContext ctx, PyType type, PyStr name, PyObject value) {
    if (!type.isPythonClass) {
      PyDict patches = ctx.patches == null ? null : ctx.patches.get(type);
      if (patches == null || patches.isFixed() || value == null) {
        return false;
      }
      patches.putStr(name, value);
      return true;
    }
    ctx.classVersion++;
    if (ctx.strict != null) {
      if (value != null) {
        ctx.strict.bind(ctx, type.members, name, value, false);
        return true;
      }
      ctx.strict.checkDelete(ctx);
    }
    if (value != null) {
      type.members.putStr(name, value);
      return true;
    }
    return type.members.remove(ctx, name) != null;
  }
}
