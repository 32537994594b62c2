package org.pykopi.web.proxy;

import org.pykopi.object.Op;
import org.pykopi.object.PyBool;
import org.pykopi.object.PyBoundMethod;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.TypeTable;
import org.pykopi.serial.wire.WireReader;

/** A JavaScript object as Python sees it. */
final class JsProxy extends PyObject {
  static final PyType TYPE = new TypeTable("JsProxy").fn("new", 1, -1, JsProxy::construct).build();

  private static final int FUNCTION = 2;

  final int handle;
  private final JsObjects objects;

  /**
   * This function as a method; null until it was found as one. The same each time, so that bound
   * methods are equal.
   */
  private JsMethod method;

  JsProxy(JsObjects objects, int handle) {
    this.objects = objects;
    this.handle = handle;
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  @Override
  public void repr(PyContext ctx, StringBuilder out) {
    out.append("<JsProxy ").append(handle).append('>');
  }

  @Override
  public int hash(PyContext ctx) {
    return handle;
  }

  @Override
  public PyObject binary(PyContext ctx, int op, PyObject other) {
    return op == Op.EQUAL && other instanceof JsProxy proxy
        ? PyBool.of(proxy.handle == handle)
        : null;
  }

  /** A function comes bound to the object it was found in, as JavaScript's {@code this}. */
  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    PyObject value = get(name);
    return value instanceof JsMethod method ? new PyBoundMethod(method, this) : value;
  }

  /** The property, a JsMethod when it is a JavaScript function, or null when there is none. */
  PyObject get(PyStr name) {
    WireReader reply = objects.call(JsObjects.GET, handle, name);
    int found = reply.nextByte();
    if (found == 0) {
      return null;
    }
    PyObject value = objects.values.read(reply);
    return found == FUNCTION && value instanceof JsProxy function ? function.asMethod() : value;
  }

  private JsMethod asMethod() {
    if (method == null) {
      method = new JsMethod(this);
    }
    return method;
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    if (value == null) {
      return false;
    }
    objects.call(JsObjects.SET, handle, name, value);
    return true;
  }

  @Override
  public PyObject getItem(PyContext ctx, PyObject index) {
    return objects.callForValue(JsObjects.GET_ITEM, handle, index);
  }

  @Override
  public void setItem(PyContext ctx, PyObject index, PyObject value) {
    objects.call(JsObjects.SET_ITEM, handle, index, value);
  }

  /** A promise gives what {@code await} needs; anything else its JavaScript iterator. */
  @Override
  public PyObject iter(PyContext ctx) {
    if (get(JsFfiModule.THEN) != null) {
      return JsFfiModule.awaitPromise(ctx, this);
    }
    return new JsIterator(objects, (JsProxy) objects.callForValue(JsObjects.ITERATE, handle));
  }

  @Override
  public boolean isTrue(PyContext ctx) {
    return true;
  }

  @Override
  public boolean isCallable() {
    return true;
  }

  @Override
  public PyObject call(PyContext ctx, PyObject[] args, int at, int nargs, int nkw) {
    return callWith(ctx, JsUndefined.UNDEFINED, args, at, nargs, nkw);
  }

  /**
   * Calls the function with a {@code this}; keyword arguments make an object that comes last.
   * Operands: this, number of keywords, their names and values, then the arguments.
   */
  PyObject callWith(PyContext ctx, PyObject self, PyObject[] args, int at, int nargs, int nkw) {
    PyObject[] operands = new PyObject[2 + 2 * nkw + nargs];
    operands[0] = self;
    operands[1] = PyInt.of(nkw);
    System.arraycopy(args, at + nargs, operands, 2, 2 * nkw);
    System.arraycopy(args, at, operands, 2 + 2 * nkw, nargs);
    return objects.callForValue(JsObjects.CALL, handle, operands);
  }

  /** Class.new(*args) -> JsProxy: JavaScript's {@code new Class(...args)}. */
  private static PyObject construct(PyContext ctx, PyObject[] args, int at, int nargs) {
    JsProxy self = (JsProxy) args[at];
    PyObject[] operands = new PyObject[nargs - 1];
    System.arraycopy(args, at + 1, operands, 0, nargs - 1);
    return self.objects.callForValue(JsObjects.CONSTRUCT, self.handle, operands);
  }

  /** A proxy of the proxy that JavaScript has of {@code value}. */
  PyObject wrap(PyObject value) {
    return objects.callForValue(JsObjects.WRAP, handle, value);
  }

  /** {@code value} as plain JavaScript data. */
  PyObject convert(PyObject value) {
    return objects.callForValue(JsObjects.CONVERT, handle, value);
  }
}
