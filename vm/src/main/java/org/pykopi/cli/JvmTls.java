package org.pykopi.cli;

import java.security.GeneralSecurityException;
import java.util.ArrayList;
import java.util.List;
import javax.net.ssl.KeyManager;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.TrustManager;
import org.pykopi.host.Tls;

/** TLS by the JDK. Names of ciphers are those of Mbed TLS: the JDK's with other separators. */
final class JvmTls implements Tls {
  private static final String OLD_RSA = "TLS_RSA_";
  private static final String NEWEST = "TLS1-3-";

  @Override
  public String version() {
    return "Java " + System.getProperty("java.version");
  }

  @Override
  public List<String> ciphers() {
    List<String> names = new ArrayList<>();
    for (boolean isOld : new boolean[] {false, true}) {
      for (boolean isWeaker : new boolean[] {false, true}) {
        for (String cipher : engine().getSupportedCipherSuites()) {
          boolean isCipher = cipher.startsWith("TLS_") && !cipher.endsWith("_SCSV");
          if (isCipher
              && cipher.startsWith(OLD_RSA) == isOld
              && cipher.contains("_128_") == isWeaker) {
            names.add(toName(cipher));
          }
        }
      }
    }
    return names;
  }

  static SSLEngine engine() {
    try {
      // Without managers of its own the JDK would read its file of trusted certificates.
      SSLContext context = SSLContext.getInstance("TLS");
      context.init(new KeyManager[0], new TrustManager[0], null);
      return context.createSSLEngine();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  /** {@code TLS_AES_256_GCM_SHA384} is {@code TLS1-3-AES-256-GCM-SHA384}, others keep all words. */
  static String toName(String cipher) {
    String name = cipher.replace('_', '-');
    return cipher.contains("_WITH_") ? name : NEWEST + name.substring(4);
  }

  /** What the JDK calls a cipher. */
  static String fromName(String name) {
    String cipher = name.replace('-', '_');
    return name.startsWith(NEWEST) ? "TLS_" + cipher.substring(NEWEST.length()) : cipher;
  }

  @Override
  public Context context(boolean isDatagram) {
    return new JvmTlsContext(isDatagram);
  }
}
