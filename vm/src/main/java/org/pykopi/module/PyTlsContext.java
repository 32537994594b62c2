package org.pykopi.module;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.host.Tls;
import org.pykopi.host.TlsException;
import org.pykopi.object.Args;
import org.pykopi.object.BufferView;
import org.pykopi.object.Errors;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyList;
import org.pykopi.object.PyMemoryView;
import org.pykopi.object.PyNone;
import org.pykopi.object.PyObject;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyType;
import org.pykopi.object.Signature;
import org.pykopi.object.TypeTable;

/** {@code tls.SSLContext}: settings for encrypted streams. */
final class PyTlsContext extends PyObject {
  private static final Signature WRAP =
      Signature.of(
          "self",
          "sock",
          "/",
          "*",
          "server_side=False",
          "do_handshake_on_connect=True",
          "server_hostname=None",
          "client_id=None",
          "do_handshake=");

  static final PyType TYPE =
      new TypeTable("SSLContext")
          .constructor(PyTlsContext::make)
          .fn1("get_ciphers", PyTlsContext::get_ciphers)
          .fn2("set_ciphers", PyTlsContext::set_ciphers)
          .fn3("load_cert_chain", PyTlsContext::load_cert_chain)
          .fn3("set_cert_key", PyTlsContext::set_cert_key)
          .pycopyOnly("set_cert_key")
          .fn2("load_verify_locations", PyTlsContext::load_verify_locations)
          .fnKw("wrap_socket", WRAP, PyTlsContext::wrap_socket)
          .build();

  private static final PyStr VERIFY_MODE = PyStr.intern("verify_mode");
  private static final PyStr VERIFY_CALLBACK = PyStr.intern("verify_callback");

  private final Tls.Context context;
  private final boolean isDatagram;
  private final boolean isServer;
  private int verifyMode;
  private PyObject verifyCallback = PyNone.NONE;

  private PyTlsContext(Tls.Context context, int protocol) {
    this.context = context;
    isDatagram = (protocol & TlsModule.DATAGRAM) != 0;
    isServer = (protocol & TlsModule.SERVER) != 0;
    setVerifyMode(isServer ? Tls.VERIFY_NONE : Tls.VERIFY_REQUIRED);
  }

  private void setVerifyMode(int mode) {
    verifyMode = mode;
    context.setVerifyMode(mode);
  }

  /**
   * SSLContext(protocol) -> SSLContext: new settings for clients or for servers. In Pycopy they are
   * for both, the protocol counts for nothing and certificates are not looked at.
   */
  private static PyObject make(
      PyContext ctx, PyType type, PyObject[] args, int at, int nargs, int nkw) {
    if (ctx.profile.isPycopy()) {
      Args.checkCount(ctx, nargs, nkw, 0, 1);
      PyTlsContext context = new PyTlsContext(ctx.host.tls().context(false), 0);
      context.setVerifyMode(Tls.VERIFY_NONE);
      return context;
    }
    Args.checkCount(ctx, nargs, nkw, 1, 1);
    int protocol = Args.toInt(ctx, args[at]);
    boolean isDatagram = (protocol & TlsModule.DATAGRAM) != 0;
    return new PyTlsContext(ctx.host.tls().context(isDatagram), protocol);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  private static PyTlsContext self(PyContext ctx, PyObject value) {
    if (Args.unwrap(value) instanceof PyTlsContext context) {
      return context;
    }
    throw Errors.wrongSelf(ctx, "SSLContext", value);
  }

  // ---- attributes ----

  @Override
  public PyObject getOwnAttribute(PyContext ctx, PyStr name) {
    if (name == VERIFY_MODE) {
      return PyInt.of(verifyMode);
    }
    return name == VERIFY_CALLBACK ? verifyCallback : null;
  }

  @Override
  public boolean setAttribute(PyContext ctx, PyStr name, PyObject value) {
    if (value == null) {
      return false;
    }
    if (name == VERIFY_MODE) {
      setVerifyMode(Args.toInt(ctx, value));
      return true;
    }
    if (name == VERIFY_CALLBACK) {
      verifyCallback = value;
      context.setVerifier(value == PyNone.NONE ? null : (data, depth) -> verify(ctx, data, depth));
      return true;
    }
    return false;
  }

  private int verify(PyContext ctx, byte[] certificate, int depth) {
    PyObject view = new PyMemoryView(new BufferView(certificate, 0, certificate.length, 'B', true));
    return Args.toInt(ctx, verifyCallback.call2(ctx, view, PyInt.of(depth)));
  }

  // ---- settings ----

  /** get_ciphers() -> list: names of all ciphers. */
  private static PyObject get_ciphers(PyContext ctx, PyObject self) {
    PyList names = new PyList();
    for (String name : ctx.host.tls().ciphers()) {
      names.append(ctx, PyStr.of(name));
    }
    return names;
  }

  /** set_ciphers(names): allows only these ciphers. */
  private static PyObject set_ciphers(PyContext ctx, PyObject self, PyObject names) {
    List<String> wanted = new ArrayList<>();
    for (PyObject name : Args.toItems(ctx, names)) {
      wanted.add(Args.toText(ctx, name));
    }
    try {
      self(ctx, self).context.setCiphers(wanted);
    } catch (TlsException e) {
      throw TlsModule.error(ctx, e);
    }
    return PyNone.NONE;
  }

  /** The bytes of a str or bytes argument. */
  private static byte[] data(PyContext ctx, PyObject value) {
    BufferView view = ctx.profile.isPycopy() ? Args.toBuffer(ctx, value) : value.buffer();
    return view == null ? Args.toStr(ctx, value).buffer().copy() : view.copy();
  }

  /** load_cert_chain(cert, key): sets the own certificate and its key, PEM or DER. */
  private static PyObject load_cert_chain(
      PyContext ctx, PyObject self, PyObject certificates, PyObject key) {
    byte[] keyData = data(ctx, key);
    PyTlsContext context = self(ctx, self);
    try {
      if (certificates.buffer() == null) {
        // A bad key is told of before a missing certificate.
        context.context.checkKey(keyData);
      }
      context.context.setKey(keyData, data(ctx, certificates));
    } catch (TlsException e) {
      throw TlsModule.error(ctx, e);
    }
    return PyNone.NONE;
  }

  /** set_cert_key(cert, key): Pycopy's name for the same; both have to be buffers. */
  private static PyObject set_cert_key(
      PyContext ctx, PyObject self, PyObject certificates, PyObject key) {
    Args.toBuffer(ctx, key);
    return load_cert_chain(ctx, self, certificates, key);
  }

  /** load_verify_locations(cadata): adds certificates to trust, PEM or DER. */
  private static PyObject load_verify_locations(PyContext ctx, PyObject self, PyObject cadata) {
    try {
      self(ctx, self).context.addTrusted(data(ctx, cadata));
    } catch (TlsException e) {
      throw TlsModule.error(ctx, e);
    }
    return PyNone.NONE;
  }

  /**
   * wrap_socket(sock, *, server_side=False, do_handshake_on_connect=True, server_hostname=None,
   * client_id=None) -> SSLSocket: an encrypted stream over another one. Pycopy says {@code
   * do_handshake}.
   */
  private static PyObject wrap_socket(PyContext ctx, PyObject[] bound) {
    PyTlsContext context = self(ctx, bound[0]);
    Streams.of(ctx, bound[1]);
    boolean isServer = context.isServer || bound[2].isTrue(ctx);
    String hostName = bound[4] == PyNone.NONE ? null : Args.toText(ctx, bound[4]);
    if (hostName == null && context.verifyMode == Tls.VERIFY_REQUIRED && !bound[2].isTrue(ctx)) {
      throw Errors.valueError(ctx, "CERT_REQUIRED requires server_hostname");
    }
    try {
      if (context.isDatagram && context.isServer && bound[5].buffer() == null) {
        throw new TlsException(TlsException.BAD_INPUT);
      }
      Tls.Session session = context.context.open(isServer, hostName);
      PyTlsSocket socket = new PyTlsSocket(session, bound[1]);
      PyObject shakesHands = bound[6] == null ? bound[3] : bound[6];
      if (shakesHands.isTrue(ctx)) {
        socket.shakeHands(ctx);
      }
      return socket;
    } catch (TlsException e) {
      throw TlsModule.error(ctx, e);
    }
  }
}
