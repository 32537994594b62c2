package org.pykopi.module;

/** The module {@code ssl} in Python: what CPython's has, over {@link TlsModule}. */
final class SslSource {
  private SslSource() {}

  static final String SSL =
      """
      # Encrypted streams with the interface of CPython's ssl, as far as it goes.

      import tls
      from tls import *


      # The content of a file when a name is given; keys and certificates may also come as bytes.
      def _content(name_or_data):
          if not isinstance(name_or_data, str):
              return name_or_data
          with open(name_or_data, "rb") as f:
              return f.read()


      class SSLContext:
          def __init__(self, *args):
              self._tls = tls.SSLContext(*args)
              self.verify_mode = CERT_NONE

          @property
          def verify_mode(self):
              return self._tls.verify_mode

          @verify_mode.setter
          def verify_mode(self, mode):
              self._tls.verify_mode = mode

          def load_cert_chain(self, certfile, keyfile):
              self._tls.load_cert_chain(_content(certfile), _content(keyfile))

          def load_verify_locations(self, cafile=None, cadata=None):
              self._tls.load_verify_locations(_content(cafile) if cafile else cadata)

          def wrap_socket(self, sock, server_side=False, do_handshake_on_connect=True, server_hostname=None):
              return self._tls.wrap_socket(
                  sock,
                  server_side=server_side,
                  do_handshake_on_connect=do_handshake_on_connect,
                  server_hostname=server_hostname,
              )


      def wrap_socket(
          sock,
          server_side=False,
          key=None,
          cert=None,
          cert_reqs=CERT_NONE,
          cadata=None,
          server_hostname=None,
          do_handshake=True,
      ):
          context = SSLContext(PROTOCOL_TLS_SERVER if server_side else PROTOCOL_TLS_CLIENT)
          if key or cert:
              context.load_cert_chain(cert, key)
          if cadata:
              context.load_verify_locations(cadata=cadata)
          context.verify_mode = cert_reqs
          return context.wrap_socket(sock, server_side, do_handshake, server_hostname)
      """;
}
