package org.pykopi.web.proxy;

import java.lang.ref.Reference;
import java.lang.ref.ReferenceQueue;
import java.lang.ref.WeakReference;
import java.util.HashMap;
import java.util.Map;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;
import org.pykopi.serial.wire.WireReader;
import org.pykopi.serial.wire.WireWriter;
import org.pykopi.web.host.Bridge;

/**
 * The JavaScript objects that Python holds, and the operations on them. JavaScript keeps each in a
 * table under its handle until Python has dropped the proxy.
 *
 * <pre>
 *   -> operation, handle, operands as Values
 *   <- 0, value    or    1, value of the error, its name, its message
 * </pre>
 */
final class JsObjects {
  static final int GET = 0;
  static final int SET = 1;
  static final int CALL = 2;
  static final int CONSTRUCT = 3;
  static final int ITERATE = 4;
  static final int NEXT = 5;
  static final int GET_ITEM = 6;
  static final int SET_ITEM = 7;
  static final int RELEASE = 8;
  static final int WRAP = 9;
  static final int CONVERT = 10;
  static final int KEYS = 11;

  static final int GLOBAL_THIS = 0;

  private static final int FAILED = 1;
  private static final PyStr NAME = PyStr.intern("name");
  private static final PyStr MESSAGE = PyStr.intern("message");

  private final PyContext ctx;
  private final Bridge bridge;
  private final Map<Integer, ProxyReference> proxies = new HashMap<>();
  private final ReferenceQueue<JsProxy> dropped = new ReferenceQueue<>();
  Values values;

  JsObjects(PyContext ctx, Bridge bridge) {
    this.ctx = ctx;
    this.bridge = bridge;
  }

  /** The one proxy of a handle that JavaScript has sent. */
  JsProxy proxyOf(int handle) {
    ProxyReference known = proxies.get(handle);
    JsProxy proxy = known == null ? null : known.get();
    if (proxy == null) {
      proxy = new JsProxy(this, handle);
      int before = known == null ? 0 : known.timesReceived;
      known = new ProxyReference(proxy, dropped, before);
      proxies.put(handle, known);
    }
    known.timesReceived++;
    return proxy;
  }

  /**
   * Gives handles back whose proxies are gone. JavaScript counts how often it has sent a handle and
   * keeps the object when another one is on its way.
   */
  private void releaseDropped() {
    for (Reference<?> next = dropped.poll(); next != null; next = dropped.poll()) {
      ProxyReference reference = (ProxyReference) next;
      if (reference.handle != GLOBAL_THIS && proxies.get(reference.handle) == reference) {
        proxies.remove(reference.handle);
        call(RELEASE, reference.handle, PyInt.of(reference.timesReceived));
      }
    }
  }

  /** Does an operation; the reply is read further by the caller. An error becomes a JsException. */
  WireReader call(int operation, int handle, PyObject... operands) {
    if (operation != RELEASE) {
      releaseDropped();
    }
    WireWriter message = new WireWriter().addByte(operation).addInt(handle);
    message.addInt(operands.length);
    for (PyObject operand : operands) {
      values.write(message, operand);
    }
    return send(message);
  }

  PyObject callForValue(int operation, int handle, PyObject... operands) {
    return values.read(call(operation, handle, operands));
  }

  /** The JsException for a JavaScript error. */
  PyObject exceptionOf(JsProxy error) {
    PyObject name = Values.orNone(error.get(NAME));
    PyObject message = Values.orNone(error.get(MESSAGE));
    return new PyBaseException(JsFfiModule.JS_EXCEPTION, PyTuple.of(error, name, message));
  }

  private WireReader send(WireWriter message) {
    byte[] bytes = message.toBytes();
    int at = 0;
    while (bytes.length - at > Bridge.EXCHANGE_SIZE) {
      bridge.put(0, bytes, at, Bridge.EXCHANGE_SIZE);
      bridge.sendPart(Bridge.EXCHANGE_SIZE);
      at += Bridge.EXCHANGE_SIZE;
    }
    bridge.put(0, bytes, at, bytes.length - at);
    int size = bridge.callScript(bytes.length - at);
    WireReader reply = new WireReader(receive(size));
    if (reply.nextByte() == FAILED) {
      PyTuple args = PyTuple.of(values.read(reply), values.read(reply), values.read(reply));
      throw new PyException(new PyBaseException(JsFfiModule.JS_EXCEPTION, args));
    }
    return reply;
  }

  /** The reply; its first part is in the exchange already. */
  private byte[] receive(int size) {
    byte[] reply = new byte[size];
    for (int at = 0; at < size; at += Bridge.EXCHANGE_SIZE) {
      if (at > 0) {
        bridge.receivePart(at);
      }
      bridge.get(0, reply, at, Math.min(Bridge.EXCHANGE_SIZE, size - at));
    }
    return reply;
  }

  private static final class ProxyReference extends WeakReference<JsProxy> {
    final int handle;
    int timesReceived;

    ProxyReference(JsProxy proxy, ReferenceQueue<JsProxy> queue, int timesReceived) {
      super(proxy, queue);
      this.handle = proxy.handle;
      this.timesReceived = timesReceived;
    }
  }
}
