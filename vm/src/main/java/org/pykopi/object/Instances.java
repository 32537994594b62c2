package org.pykopi.object;

/**
 * What instances of Python classes do: each operator looks for the special method in the class,
 * then asks the built-in part of the instance, if it has one.
 */
final class Instances {
  private Instances() {}

  // ---- attributes ----

  /**
   * An attribute of an instance; {@code ctx.methodSelf} as in {@link Attributes#findMethod}, null
   * when there is none.
   */
  static PyObject findAttribute(PyContext ctx, PyInstance self, PyStr name) {
    PyObject own = self.getSlot(name);
    if (own != null) {
      return own;
    }
    PyType type = self.type;
    PyObject member = type.lookup(name);
    if (member != null) {
      return bind(ctx, self, type, name, member);
    }
    if (name == Names.CLASS) {
      return type;
    }
    if (name == Names.DICT && type.slotNames == null) {
      return attributes(self);
    }
    if (self.base != null) {
      PyObject native_ = self.base.getOwnAttribute(ctx, name);
      ctx.methodSelf = null;
      if (native_ != null) {
        return native_;
      }
    }
    PyObject hook = type.lookup(Names.GETATTR);
    if (hook != null) {
      PyObject value = hook.call2(ctx, self, name);
      ctx.methodSelf = null;
      return value;
    }
    if (name == Names.INIT && type.nativeBase != null && ctx.profile.isPycopy()) {
      ctx.methodSelf = self;
      return PySuper.NATIVE_INIT;
    }
    member = PyType.OBJECT.members.getStr(name);
    return member == null ? null : bind(ctx, self, PyType.OBJECT, name, member);
  }

  /** A class's member as seen through an instance (or a class, for super()). */
  static PyObject bind(PyContext ctx, PyObject object, PyType type, PyStr name, PyObject member) {
    ctx.methodSelf = null;
    if (member instanceof PyProperty property) {
      PyObject value = property.get(ctx, object);
      ctx.methodSelf = null;
      if (value == null) {
        throw Errors.attributeError(ctx, "unreadable attribute");
      }
      return value;
    }
    if (member instanceof PyInstance descriptor) {
      return Classes.getFromDescriptor(ctx, descriptor, object, object.type());
    }
    PyType seen = object instanceof PyType t ? t : object.type();
    if (object instanceof PyInstance instance
        && (member instanceof PyBuiltinFunction || member instanceof PyNativeProperty)) {
      if (type != PyType.OBJECT && !isFromNativeBase(type, name)) {
        return member;
      }
      if (type != PyType.OBJECT) {
        if (instance.base == null) {
          throw Errors.attributeError(ctx, "call super().__init__() first");
        }
        return Attributes.convert(ctx, instance.base, seen, member);
      }
    }
    return Attributes.convert(ctx, object, seen, member);
  }

  /**
   * Whether the first class with that member is a built-in one; built-in functions in Python
   * classes do not bind.
   */
  private static boolean isFromNativeBase(PyType type, PyStr name) {
    if (type.members.getStr(name) != null) {
      return !type.isPythonClass && type != PyType.OBJECT;
    }
    for (PyType base : type.bases) {
      if (base.lookup(name) != null) {
        return isFromNativeBase(base, name);
      }
    }
    return false;
  }

  /** A copy, which Python code cannot mistake for the attributes themselves: it is fixed. */
  private static PyDict attributes(PyInstance self) {
    PyDict all = new PyDict(self.shape.size());
    for (int i = 0; i < self.shape.size(); i++) {
      all.putStr(self.shape.nameAt(i), self.slots[i]);
    }
    return all.fix();
  }

  /** {@code self.name = value}, or {@code del self.name}. */
  static boolean setAttribute(PyContext ctx, PyInstance self, PyStr name, PyObject value) {
    PyType type = self.type;
    PyObject member = type.lookup(name);
    if (member instanceof PyProperty property) {
      return property.set(ctx, self, value);
    }
    if (member instanceof PyInstance descriptor) {
      PyStr method = value == null ? Names.DELETE : Names.SET;
      if (descriptor.type.lookup(method) != null) {
        if (value == null) {
          Attributes.callMethod(ctx, descriptor, method, self);
        } else {
          Attributes.callMethod(ctx, descriptor, method, self, value);
        }
        return true;
      }
    }
    PyObject hook = type.lookup(value == null ? Names.DELATTR : Names.SETATTR);
    if (hook != null) {
      if (value == null) {
        hook.call2(ctx, self, name);
      } else {
        hook.call3(ctx, self, name, value);
      }
      return true;
    }
    return setOwn(self, name, value);
  }

  /** Sets or deletes the attribute in the instance itself, past all hooks. */
  static boolean setOwn(PyInstance self, PyStr name, PyObject value) {
    if (value == null) {
      return self.removeSlot(name);
    }
    if (!self.type.allows(name)) {
      return false;
    }
    self.putSlot(name, value);
    return true;
  }

  // ---- special methods ----

  /**
   * The special method of that name, from a Python class; null when only a built-in base or nothing
   * has it.
   */
  private static PyObject special(PyInstance self, PyStr name) {
    PyObject member = self.type.lookup(name);
    if (member == null || (self.base != null && isFromNativeBase(self.type, name))) {
      return null;
    }
    return member;
  }

  /** Calls a special method found by {@link #special}. */
  private static PyObject callSpecial(
      PyContext ctx, PyInstance self, PyStr name, PyObject method, PyObject... args) {
    if (!method.bindsToInstance()) {
      PyObject bound = bind(ctx, self, self.type, name, method);
      PyObject first = ctx.methodSelf;
      return first == null
          ? bound.call(ctx, args, 0, args.length, 0)
          : new PyBoundMethod(bound, first).call(ctx, args, 0, args.length, 0);
    }
    if (args.length == 0) {
      return method.call1(ctx, self);
    }
    return args.length == 1
        ? method.call2(ctx, self, args[0])
        : method.call3(ctx, self, args[0], args[1]);
  }

  static void repr(PyContext ctx, PyInstance self, StringBuilder out) {
    PyObject method = special(self, Names.REPR);
    if (method != null) {
      out.append(Args.toText(ctx, callSpecial(ctx, self, Names.REPR, method)));
    } else if (self.base instanceof PyBaseException exception) {
      exception.reprAs(ctx, self.type, out);
    } else if (self.base != null) {
      self.base.repr(ctx, out);
    } else {
      out.append('<').append(self.type.name).append(" object at ");
      out.append(ctx.addressOf(self)).append('>');
    }
  }

  static void str(PyContext ctx, PyInstance self, StringBuilder out) {
    PyObject method = special(self, Names.STR);
    if (method != null) {
      out.append(Args.toText(ctx, callSpecial(ctx, self, Names.STR, method)));
    } else if (self.base != null && (hasOwnText(self.base) || special(self, Names.REPR) == null)) {
      self.base.str(ctx, out);
    } else {
      repr(ctx, self, out);
    }
  }

  /** Whether str() of such an object is more than its repr(), so that a new repr() is not asked. */
  private static boolean hasOwnText(PyObject base) {
    return base instanceof PyStr || base instanceof PyBaseException;
  }

  static boolean isTrue(PyContext ctx, PyInstance self) {
    PyObject method = special(self, Names.BOOL);
    if (method != null) {
      return callSpecial(ctx, self, Names.BOOL, method).isTrue(ctx);
    }
    int length = length(ctx, self);
    if (length >= 0) {
      return length > 0;
    }
    return self.base == null || self.base.isTrue(ctx);
  }

  static int length(PyContext ctx, PyInstance self) {
    PyObject method = special(self, Names.LEN);
    if (method != null) {
      return Args.toInt(ctx, callSpecial(ctx, self, Names.LEN, method));
    }
    return self.base == null ? -1 : self.base.length(ctx);
  }

  static int hash(PyContext ctx, PyInstance self) {
    PyObject method = special(self, Names.HASH);
    if (method != null) {
      PyObject hash = Args.toIntObject(ctx, callSpecial(ctx, self, Names.HASH, method));
      return hash.hash(ctx);
    }
    if (self.base != null) {
      return self.base.hash(ctx);
    }
    if (self.type.lookup(Names.EQ) != null) {
      throw Errors.typeError(ctx, "unsupported type for __hash__: '" + self.type.name + "'");
    }
    return System.identityHashCode(self);
  }

  static PyObject unary(PyContext ctx, PyInstance self, int op) {
    PyStr name = Names.UNARY[op];
    PyObject method = special(self, name);
    if (method != null) {
      PyObject result = callSpecial(ctx, self, name, method);
      if (op == Op.INT && !(result instanceof PyInt) && !(result instanceof PyLong)) {
        throw Errors.of(ctx, ExceptionTypes.TYPE_ERROR);
      }
      return result;
    }
    return self.base == null ? null : self.base.unary(ctx, op);
  }

  static PyObject binary(PyContext ctx, PyInstance self, int op, PyObject other) {
    PyStr name = Names.BINARY[op];
    PyObject method = special(self, name);
    if (method != null) {
      return callSpecial(ctx, self, name, method, other);
    }
    if (self.base == null || op == Op.NOT_EQUAL) {
      return null;
    }
    PyObject right = op == Op.CONTAINS ? other : Args.unwrap(other);
    PyObject result = self.base.binary(ctx, op, right);
    return result == self.base && Op.isInplace(op) ? self : result;
  }

  static PyObject getItem(PyContext ctx, PyInstance self, PyObject index) {
    PyObject method = special(self, Names.GETITEM);
    if (method != null) {
      return callSpecial(ctx, self, Names.GETITEM, method, index);
    }
    if (self.base != null) {
      return self.base.getItem(ctx, index);
    }
    throw Errors.typeError(ctx, "'" + self.type.name + "' object isn't subscriptable");
  }

  static void setItem(PyContext ctx, PyInstance self, PyObject index, PyObject value) {
    PyObject method = special(self, Names.SETITEM);
    if (method != null) {
      callSpecial(ctx, self, Names.SETITEM, method, index, value);
    } else if (self.base != null) {
      self.base.setItem(ctx, index, value);
    } else {
      throw Errors.typeError(
          ctx, "'" + self.type.name + "' object doesn't support item assignment");
    }
  }

  static void deleteItem(PyContext ctx, PyInstance self, PyObject index) {
    PyObject method = special(self, Names.DELITEM);
    if (method != null) {
      callSpecial(ctx, self, Names.DELITEM, method, index);
    } else if (self.base != null) {
      self.base.deleteItem(ctx, index);
    } else {
      throw Errors.typeError(ctx, "'" + self.type.name + "' object doesn't support item deletion");
    }
  }

  static PyObject iter(PyContext ctx, PyInstance self) {
    PyObject method = special(self, Names.ITER);
    if (method != null) {
      return callSpecial(ctx, self, Names.ITER, method);
    }
    if (self.base != null) {
      return self.base.iter(ctx);
    }
    if (self.type.lookup(Names.GETITEM) != null) {
      return new PyItemIterator(self);
    }
    throw Errors.typeError(ctx, "'" + self.type.name + "' object isn't iterable");
  }

  static PyObject next(PyContext ctx, PyInstance self) {
    PyObject method = special(self, Names.NEXT);
    if (method == null) {
      if (self.base != null) {
        return self.base.next(ctx);
      }
      throw Errors.typeError(ctx, "'" + self.type.name + "' object isn't an iterator");
    }
    try {
      return callSpecial(ctx, self, Names.NEXT, method);
    } catch (PyException e) {
      if (!e.value.type().isSubclassOf(ExceptionTypes.STOP_ITERATION)) {
        throw e;
      }
      PyObject value = e.base().value();
      ctx.stopValue = value == PyNone.NONE ? null : value;
      return null;
    }
  }

  static PyObject call(
      PyContext ctx, PyInstance self, PyObject[] args, int at, int nargs, int nkw) {
    PyObject method = special(self, Names.CALL);
    if (method != null) {
      PyObject bound = bind(ctx, self, self.type, Names.CALL, method);
      PyObject first = ctx.methodSelf;
      PyObject function = first == null ? bound : new PyBoundMethod(bound, first);
      return function.call(ctx, args, at, nargs, nkw);
    }
    if (self.base != null && self.base.isCallable()) {
      return self.base.call(ctx, args, at, nargs, nkw);
    }
    throw Errors.typeError(ctx, "'" + self.type.name + "' object isn't callable");
  }
}
