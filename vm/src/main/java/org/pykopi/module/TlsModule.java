package org.pykopi.module;

import org.pykopi.host.Tls;
import org.pykopi.host.TlsException;
import org.pykopi.object.Errors;
import org.pykopi.object.ExceptionTypes;
import org.pykopi.object.ModuleTable;
import org.pykopi.object.PyBaseException;
import org.pykopi.object.PyContext;
import org.pykopi.object.PyException;
import org.pykopi.object.PyInt;
import org.pykopi.object.PyModule;
import org.pykopi.object.PyStr;
import org.pykopi.object.PyTuple;

/**
 * {@code tls}: encrypted streams, where the host has them; {@code ssl} is built on it in Python.
 */
public final class TlsModule {
  private TlsModule() {}

  static final int SERVER = 1;
  static final int DATAGRAM = 2;

  public static PyModule create(PyContext ctx) {
    Tls tls = ctx.host.tls();
    if (tls == null) {
      throw Errors.importError(ctx, "no module named 'tls': this machine has no encryption");
    }
    return new ModuleTable("tls")
        .constant("SSLContext", PyTlsContext.TYPE)
        .when(ctx.profile.isMicropython())
        .constant("MBEDTLS_VERSION", PyStr.of(tls.version()))
        .constant("PROTOCOL_TLS_CLIENT", PyInt.of(0))
        .constant("PROTOCOL_TLS_SERVER", PyInt.of(SERVER))
        .constant("PROTOCOL_DTLS_CLIENT", PyInt.of(DATAGRAM))
        .constant("PROTOCOL_DTLS_SERVER", PyInt.of(DATAGRAM | SERVER))
        .constant("CERT_NONE", PyInt.of(Tls.VERIFY_NONE))
        .constant("CERT_OPTIONAL", PyInt.of(Tls.VERIFY_OPTIONAL))
        .constant("CERT_REQUIRED", PyInt.of(Tls.VERIFY_REQUIRED))
        .build();
  }

  /** The Python error for what the host says. */
  static PyException error(PyContext ctx, TlsException e) {
    if (e.code >= 0) {
      return Errors.valueError(ctx, e.getMessage());
    }
    PyTuple arguments = PyTuple.of(PyInt.of(e.code), PyStr.of(e.getMessage()));
    return new PyException(new PyBaseException(ExceptionTypes.OS_ERROR, arguments));
  }
}
