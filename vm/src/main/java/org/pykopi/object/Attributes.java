package org.pykopi.object;

/**
 * Attribute look-up on any object. Order: the instance's own attributes, then the members of the
 * type, where functions bind to the object and descriptors run; then {@code __getattr__}.
 */
public final class Attributes {
  private Attributes() {}

  /** {@code object.name}; AttributeError when there is none. {@code name} is interned. */
  public static PyObject load(PyContext ctx, PyObject object, PyStr name) {
    PyObject found = find(ctx, object, name);
    if (found == null) {
      throw missing(ctx, object, name);
    }
    return found;
  }

  /** {@code object.name}, or null. {@code name} is interned. */
  public static PyObject find(PyContext ctx, PyObject object, PyStr name) {
    PyObject function = findMethod(ctx, object, name);
    PyObject self = ctx.methodSelf;
    return function == null || self == null ? function : bind(function, self);
  }

  /** The attribute, or null when there is none or reading it raises AttributeError. */
  public static PyObject findOrNull(PyContext ctx, PyObject object, PyStr name) {
    try {
      return find(ctx, object, name);
    } catch (PyException e) {
      if (e.value.type().isSubclassOf(ExceptionTypes.ATTRIBUTE_ERROR)) {
        return null;
      }
      throw e;
    }
  }

  private static PyObject bind(PyObject function, PyObject self) {
    return new PyBoundMethod(function, self);
  }

  /**
   * Looks an attribute up without making a bound method: when {@link PyContext#methodSelf} is not
   * null afterwards, the result is a function to be called with that object as its first argument.
   */
  public static PyObject findMethod(PyContext ctx, PyObject object, PyStr name) {
    ctx.methodSelf = null;
    if (object instanceof PyInstance instance) {
      return Instances.findAttribute(ctx, instance, name);
    }
    if (object instanceof PyType type) {
      return Classes.findTypeAttribute(ctx, type, name);
    }
    if (object instanceof PySuper parent) {
      return parent.find(ctx, name);
    }
    PyObject own = object.getOwnAttribute(ctx, name);
    ctx.methodSelf = null;
    if (own != null) {
      return own;
    }
    PyObject member = ctx.patches == null ? null : patched(ctx, object.type(), name);
    member = member == null ? object.type().lookup(name) : member;
    if (member == null && name != Names.CLASS && ctx.profile.isPycopy()) {
      member = Classes.findObjectMember(object.type(), name);
    }
    if (member == null) {
      return name == Names.CLASS ? object.type() : null;
    }
    return convert(ctx, object, object.type(), member);
  }

  /**
   * A type's member as seen through an object of that type: binds functions, computes native
   * properties.
   */
  static PyObject convert(PyContext ctx, PyObject object, PyType type, PyObject member) {
    if (member instanceof PyNativeProperty property) {
      PyObject value = property.getter.get(ctx, object);
      ctx.methodSelf = null;
      return value;
    }
    if (member instanceof PyStaticMethod method) {
      return method.function;
    }
    if (member instanceof PyClassMethod method) {
      ctx.methodSelf = type;
      return method.function;
    }
    if (member.bindsToInstance()) {
      ctx.methodSelf = object;
    }
    return member;
  }

  /** What the program put in the place of a member of a built-in type, or null. */
  static PyObject patched(PyContext ctx, PyType type, PyStr name) {
    PyDict members = ctx.patches.get(type);
    return members == null ? null : members.getStr(name);
  }

  /** The AttributeError for a name that is not there. */
  public static PyException missing(PyContext ctx, PyObject object, PyStr name) {
    String owner = "'" + object.type().name + "' object";
    if (object instanceof PyType type) {
      owner = "type object '" + type.name + "'";
    } else if (object instanceof PyModule module && ctx.profile.isMicropython()) {
      owner = "module '" + module.name() + "'";
    }
    return Errors.attributeError(ctx, owner + " has no attribute '" + name.value() + "'");
  }

  /** {@code object.name = value}; with a null value {@code del object.name}. */
  public static void store(PyContext ctx, PyObject object, PyStr name, PyObject value) {
    if (!object.setAttribute(ctx, name, value)) {
      throw Errors.attributeError(
          ctx, "'" + object.type().name + "' object has no attribute '" + name.value() + "'");
    }
  }

  /** Calls {@code object.name(args)}. */
  public static PyObject callMethod(PyContext ctx, PyObject object, PyStr name, PyObject... args) {
    PyObject function = findMethod(ctx, object, name);
    PyObject self = ctx.methodSelf;
    if (function == null) {
      throw missing(ctx, object, name);
    }
    if (self == null) {
      return function.call(ctx, args, 0, args.length, 0);
    }
    PyObject[] all = new PyObject[args.length + 1];
    all[0] = self;
    System.arraycopy(args, 0, all, 1, args.length);
    return function.call(ctx, all, 0, all.length, 0);
  }
}
