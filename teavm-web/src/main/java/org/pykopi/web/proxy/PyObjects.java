package org.pykopi.web.proxy;

import org.pykopi.object.Attributes;
import org.pykopi.object.BufferView;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.Operators;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyDict;
import org.pykopi.object.PyException;
import org.pykopi.object.PyList;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.serial.wire.WireReader;
import org.pykopi.serial.wire.WireWriter;
import org.pykopi.web.host.Bridge;

/**
 * Operations of JavaScript on Python objects: each takes a message and answers with one.
 *
 * <pre>
 *   -> operands as Values
 *   <- 0, result    or    1, name of the exception's type, its traceback as text
 * </pre>
 */
public final class PyObjects {
  private static final int RELEASE = 0;
  private static final int CALL = 1;
  private static final int GET = 2;
  private static final int SET = 3;
  private static final int DELETE = 4;
  private static final int HAS = 5;
  private static final int NAMES = 6;
  private static final int ITERATE = 7;
  private static final int NEXT = 8;
  private static final int CONTENT = 9;
  private static final int RESUME = 10;

  /** Kinds of content. */
  private static final int NO_CONTENT = 0;

  private static final int ITEMS = 1;
  private static final int PAIRS = 2;
  private static final int BYTES = 3;

  /** How a generator came back. */
  private static final int RETURNED = 0;

  private static final int YIELDED = 1;

  private static final PyStr SEND = PyStr.intern("send");
  private static final PyStr THROW = PyStr.intern("throw");

  /** Text of an exception with its traceback. */
  public interface Formatter {
    String format(PyException exception);
  }

  private final PyContext ctx;
  private final Formatter formatter;
  private final PyHandles handles = new PyHandles();
  private final JsObjects jsObjects;
  private final Values values;

  public PyObjects(PyContext ctx, Bridge bridge, Formatter formatter) {
    this.ctx = ctx;
    this.formatter = formatter;
    jsObjects = new JsObjects(ctx, bridge);
    values = new Values(ctx, jsObjects, handles);
    jsObjects.values = values;
    JsProxy globalThis = jsObjects.proxyOf(JsObjects.GLOBAL_THIS);
    ctx.modules.putName("js", new JsModule(globalThis));
    ctx.modules.putName("jsffi", JsFfiModule.create(globalThis));
  }

  /** What a piece of work gives, as a message. */
  public interface Work {
    PyObject get();
  }

  /** Runs {@code work} and makes a message of its value or exception. */
  public byte[] answer(Work work) {
    WireWriter out = new WireWriter().addByte(0);
    try {
      values.write(out, work.get());
      return out.toBytes();
    } catch (PyException e) {
      return failure(e);
    }
  }

  private byte[] failure(PyException e) {
    return new WireWriter()
        .addByte(1)
        .addText(e.value.type().name)
        .addText(formatter.format(e))
        .toBytes();
  }

  /** Makes a JavaScript object importable. */
  public void registerModule(String name, byte[] value) {
    ctx.modules.putName(name, values.read(new WireReader(value)));
  }

  /** One operation on the Python object of a handle. */
  public byte[] call(int operation, int handle, byte[] message) {
    WireWriter out = new WireWriter().addByte(0);
    if (operation == RELEASE) {
      handles.release(handle);
      return out.toBytes();
    }
    try {
      perform(operation, handles.get(handle), new WireReader(message), out);
      return out.toBytes();
    } catch (PyException e) {
      return failure(e);
    }
  }

  private void perform(int operation, PyObject object, WireReader in, WireWriter out) {
    switch (operation) {
      case CALL -> values.write(out, object.call(ctx, readArguments(in)));
      case GET -> values.write(out, get(object, in.nextText()));
      case SET -> out.addByte(set(object, in.nextText(), values.read(in)) ? 1 : 0);
      case DELETE -> out.addByte(set(object, in.nextText(), null) ? 1 : 0);
      case HAS -> out.addByte(has(object, in.nextText()) ? 1 : 0);
      case NAMES -> writeNames(object, out);
      case ITERATE -> values.write(out, object.iter(ctx));
      case NEXT -> writeNext(object, out);
      case CONTENT -> writeContent(object, out);
      case RESUME -> resume(object, values.read(in), values.read(in), out);
      default -> out.addByte(0);
    }
  }

  private PyObject[] readArguments(WireReader in) {
    PyObject[] args = new PyObject[in.nextInt()];
    for (int i = 0; i < args.length; i++) {
      args[i] = values.read(in);
    }
    return args;
  }

  // ---- attributes; the keys of a dict stand for them ----

  private PyObject get(PyObject object, String name) {
    PyStr key = PyStr.intern(name);
    if (object instanceof PyDict dict) {
      PyObject value = dict.getStr(key);
      return value == null ? JsUndefined.UNDEFINED : value;
    }
    return Attributes.load(ctx, object, key);
  }

  private boolean has(PyObject object, String name) {
    PyStr key = PyStr.intern(name);
    return object instanceof PyDict dict
        ? dict.getStr(key) != null
        : Attributes.find(ctx, object, key) != null;
  }

  /** False when the object takes no such attribute. */
  private boolean set(PyObject object, String name, PyObject value) {
    PyStr key = PyStr.intern(name);
    if (!(object instanceof PyDict dict)) {
      return object.setAttribute(ctx, key, value);
    }
    if (value == null) {
      return dict.remove(ctx, key) != null;
    }
    dict.putStr(key, value);
    return true;
  }

  private void writeNames(PyObject object, WireWriter out) {
    PyObject[] names = namesOf(object);
    out.addInt(names.length);
    for (PyObject name : names) {
      values.write(out, name);
    }
  }

  private PyObject[] namesOf(PyObject object) {
    PyObject source =
        object instanceof PyDict
            ? object
            : ctx.builtins.getStr(PyStr.intern("dir")).call1(ctx, object);
    return PyTuple.from(ctx, source).items();
  }

  // ---- iteration and content ----

  private void writeNext(PyObject iterator, WireWriter out) {
    PyObject item;
    try {
      item = iterator.next(ctx);
    } catch (PyException e) {
      if (!Operators.matchesException(ctx, e.value, ExceptionTypes.STOP_ITERATION)) {
        throw e;
      }
      item = null;
    }
    out.addByte(item == null ? 0 : 1);
    if (item != null) {
      values.write(out, item);
    }
  }

  private void writeContent(PyObject object, WireWriter out) {
    BufferView view = object.buffer();
    if (object instanceof PyTuple || object instanceof PyList) {
      PyObject[] items = PyTuple.from(ctx, object).items();
      out.addByte(ITEMS).addInt(items.length);
      for (PyObject item : items) {
        values.write(out, item);
      }
    } else if (object instanceof PyDict dict) {
      out.addByte(PAIRS).addInt(dict.size());
      for (int e = dict.nextEntry(0); e >= 0; e = dict.nextEntry(e + 1)) {
        values.write(out, dict.keyAt(e));
        values.write(out, dict.valueAt(e));
      }
    } else if (view != null) {
      byte[] bytes = view.copy();
      out.addByte(BYTES).addBytes(bytes, 0, bytes.length);
    } else {
      out.addByte(NO_CONTENT);
    }
  }

  // ---- coroutines ----

  /** One step of a coroutine: {@code thrown} when not None, else {@code sent}. */
  private void resume(PyObject coroutine, PyObject sent, PyObject thrown, WireWriter out) {
    try {
      PyObject value =
          thrown == PyNone.NONE
              ? Attributes.callMethod(ctx, coroutine, SEND, sentValue(sent))
              : Attributes.callMethod(ctx, coroutine, THROW, asException(thrown));
      out.addByte(YIELDED);
      values.write(out, value);
    } catch (PyException e) {
      if (!Operators.matchesException(ctx, e.value, ExceptionTypes.STOP_ITERATION)) {
        throw e;
      }
      out.addByte(RETURNED);
      values.write(out, e.base().value());
    }
  }

  private static PyObject sentValue(PyObject sent) {
    return sent == JsUndefined.UNDEFINED ? PyNone.NONE : sent;
  }

  private PyObject asException(PyObject thrown) {
    return thrown instanceof JsProxy error ? jsObjects.exceptionOf(error) : thrown;
  }
}
