package org.pykopi.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.InputStream;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Programs that use {@code tls} and {@code ssl}, with a key of their own made by keytool. */
final class JvmTlsTest {
  private static final String PASSWORD = "password";

  /** Two streams that end in each other; they never wait. */
  private static final String STREAMS =
      """
      class End(io.IOBase):
          def __init__(self):
              self.data = b""
          def readinto(self, buf):
              if not self.data:
                  return None
              n = min(len(buf), len(self.data))
              buf[:n] = self.data[:n]
              self.data = self.data[n:]
              return n
          def write(self, buf):
              self.other.data += bytes(buf)
              return len(buf)
          def ioctl(self, request, arg):
              return 0 if request == 4 else arg & (5 if self.data else 4)
      def pair():
          a, b = End(), End()
          a.other, b.other = b, a
          return a, b
      key = open("key.der", "rb").read()
      cert = open("cert.der", "rb").read()
      """;

  private static final String PIPE =
      "import io, ssl, tls\n"
          + STREAMS
          + """
          def meet(client, server):
              for i in range(10):
                  client.read(1)
                  server.read(1)
          def attempt(f, *args, **kw):
              try:
                  return f(*args, **kw)
              except (OSError, ValueError, TypeError) as e:
                  print(repr(e))
          server_context = tls.SSLContext(tls.PROTOCOL_TLS_SERVER)
          server_context.load_cert_chain(cert, key)
          """;

  @TempDir static Path folder;

  @BeforeAll
  static void makeKey() throws Exception {
    Path store = folder.resolve("store.p12");
    Path keytool = Path.of(System.getProperty("java.home"), "bin", "keytool");
    String settings =
        "-genkeypair -alias own -keyalg EC -groupname secp256r1 -storetype PKCS12 -validity 20000"
            + " -startdate 2020/01/01 -dname CN=pykopi.test -ext san=dns:pykopi.test,dns:*.test.it";
    String[] command = (keytool + " " + settings + " -storepass " + PASSWORD).split(" ");
    Process process =
        new ProcessBuilder(command)
            .command(append(command, "-keystore", store.toString()))
            .redirectErrorStream(true)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .start();
    assertThat(process.waitFor()).isZero();
    KeyStore keys = KeyStore.getInstance("PKCS12");
    try (InputStream in = Files.newInputStream(store)) {
      keys.load(in, PASSWORD.toCharArray());
    }
    byte[] key = keys.getKey("own", PASSWORD.toCharArray()).getEncoded();
    byte[] certificate = keys.getCertificate("own").getEncoded();
    Files.write(folder.resolve("key.der"), key);
    Files.write(folder.resolve("cert.der"), certificate);
    Files.writeString(folder.resolve("key.pem"), pem("PRIVATE KEY", key));
    Files.writeString(folder.resolve("cert.pem"), pem("CERTIFICATE", certificate));
  }

  private static List<String> append(String[] command, String... more) {
    List<String> all = new ArrayList<>(List.of(command));
    all.addAll(List.of(more));
    return all;
  }

  private static String pem(String kind, byte[] data) {
    String text = Base64.getMimeEncoder(64, new byte[] {'\n'}).encodeToString(data);
    return "-----BEGIN " + kind + "-----\n" + text + "\n-----END " + kind + "-----\n";
  }

  private static String run(String program) throws Exception {
    return run("micropython", program);
  }

  private static String run(String profile, String program) throws Exception {
    Files.writeString(folder.resolve("program.py"), program);
    URL classes = Main.class.getProtectionDomain().getCodeSource().getLocation();
    Process process =
        new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(),
                "-cp",
                Path.of(classes.toURI()).toString(),
                "org.pykopi.cli.Main",
                "-X",
                "profile=" + profile,
                "program.py")
            .directory(folder.toFile())
            .redirectErrorStream(true)
            .start();
    process.getOutputStream().close();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void carriesDataBetweenTwoStreams() throws Exception {
    String program =
        PIPE
            + """
            context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
            context.load_verify_locations(cert)
            context.set_ciphers(["TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256"])
            a, b = pair()
            client = context.wrap_socket(a, server_hostname="pykopi.test", do_handshake_on_connect=False)
            server = server_context.wrap_socket(b, server_side=True, do_handshake_on_connect=False)
            print(client, client.write(b"early"), client.read(5))
            meet(client, server)
            print(client.write(b"hello"), server.read(3), server.ioctl(3, 1), server.read(9))
            big = bytes(range(256)) * 300
            sent = got = 0
            while got < len(big):
                sent += client.write(big[sent:]) or 0
                got += len(server.read(5000) or b"")
            print(sent, got, server.write(b"line\\nnext"), client.readline(), client.cipher())
            print(client.getpeercert(True) == cert, server.getpeercert(True))
            client.close()
            print(client.ioctl(3, 5), server.read(5), server.read(5))
            attempt(client.read, 1)
            """;
    assertThat(run(program))
        .isEqualTo(
            """
            <SSLSocket> None None
            5 b'hel' 1 b'lo'
            76800 76800 9 b'line\\n' ('TLS-ECDHE-ECDSA-WITH-AES-128-GCM-SHA256', 'TLSv1.2')
            True None
            32 b'' b''
            OSError(-28928, 'MBEDTLS_ERR_SSL_BAD_INPUT_DATA')
            """);
  }

  @Test
  void tellsPycopyWhichWayHasToComeFirst() throws Exception {
    String program =
        "import uio as io, ussl\n"
            + STREAMS
            + """
            context = ussl.SSLContext()
            for wrong in ((b"!", key), (None, key), (cert, b"!")):
                try:
                    context.set_cert_key(*wrong)
                except (OSError, ValueError):
                    print("refused")
                except TypeError as e:
                    print(e)
            context.set_cert_key(cert, key)
            a, b = pair()
            client = ussl.SSLContext().wrap_socket(a, server_hostname="any", do_handshake=False)
            server = context.wrap_socket(b, server_side=True, do_handshake=False)
            class Full(io.IOBase):
                def write(self, buf):
                    return None
            blocked = ussl.SSLContext().wrap_socket(Full(), do_handshake=False)
            print(blocked.read(1) == io.WANT_WRITE)
            print(client.write(b"x") == io.WANT_READ, client.read(1))
            for i in range(10):
                client.read(1)
                server.read(1)
            print(client.write(b"hello"), server.read(9), client.getpeercert(True) == cert)
            """;
    assertThat(run("pycopy", program))
        .isEqualTo(
            """
            refused
            object with buffer protocol required
            refused
            True
            True None
            5 b'hello' True
            """);
  }

  @Test
  void refusesWhatItCannotTrust() throws Exception {
    String program =
        PIPE
            + """
            def connect(name, trusted, mode, callback=None):
                context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
                if trusted:
                    context.load_verify_locations(cert)
                context.verify_mode = mode
                context.verify_callback = callback
                a, b = pair()
                client = context.wrap_socket(a, server_hostname=name, do_handshake_on_connect=False)
                server = server_context.wrap_socket(b, server_side=True, do_handshake_on_connect=False)
                attempt(meet, client, server)
                print(attempt(client.write, b"x"), attempt(server.read, 1))
            connect("pykopi.test", True, tls.CERT_REQUIRED)
            connect("a.test.it", True, tls.CERT_REQUIRED)
            connect("other.test", True, tls.CERT_REQUIRED)
            connect("other.test", False, tls.CERT_OPTIONAL)
            connect("pykopi.test", False, tls.CERT_REQUIRED)
            connect(None, False, tls.CERT_NONE)
            def callback(certificate, depth):
                print(bytes(certificate) == cert, depth)
                return depth
            connect("pykopi.test", True, tls.CERT_REQUIRED, callback)
            context = tls.SSLContext(tls.PROTOCOL_TLS_CLIENT)
            attempt(context.wrap_socket, End())
            attempt(context.wrap_socket, 5, server_hostname="x")
            attempt(context.load_cert_chain, b"x", key)
            attempt(context.load_cert_chain, cert, b"x")
            attempt(context.load_verify_locations, b"-----BEGIN CERTIFICATE-----")
            attempt(context.set_ciphers, [])
            a, b = pair()
            b.write(b"no TLS at all")
            attempt(ssl.wrap_socket, a)
            """;
    assertThat(run(program))
        .isEqualTo(
            """
            1 b'x'
            1 b'x'
            ValueError('\\nThe certificate Common Name (CN) does not match with the expected CN\\n',)
            OSError(-9984,)
            OSError(-30592, 'MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE')
            None None
            1 b'x'
            ValueError('\\nThe certificate is not correctly signed by the trusted CA\\n',)
            OSError(-9984,)
            OSError(-30592, 'MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE')
            None None
            1 b'x'
            True 0
            1 b'x'
            ValueError('CERT_REQUIRED requires server_hostname',)
            OSError('stream operation not supported',)
            ValueError('invalid cert',)
            ValueError('invalid key',)
            ValueError('invalid cert',)
            OSError(-24192, 'MBEDTLS_ERR_SSL_BAD_CONFIG')
            OSError(-29184, 'MBEDTLS_ERR_SSL_INVALID_RECORD')
            """);
  }

  @Test
  void servesAndAsksOverSockets() throws Exception {
    String program =
        """
        import asyncio, ssl
        async def serve(reader, writer):
            writer.write(b"<" + await reader.readline() + b">")
            await writer.drain()
            writer.close()
            await writer.wait_closed()
        async def main():
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain("cert.pem", "key.pem")
            async with await asyncio.start_server(serve, "127.0.0.1", 18441, ssl=context):
                reader, writer = await asyncio.open_connection("127.0.0.1", 18441, ssl=True)
                writer.write(b"over the wire\\n")
                await writer.drain()
                print(await reader.read(100), await reader.read())
        asyncio.run(main())
        """;
    assertThat(run(program)).isEqualTo("b'<over the wire\\n>' b''\n");
  }
}
