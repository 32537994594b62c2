package org.pykopi.cli;

import java.io.IOException;
import java.net.Socket;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.security.PrivateKey;
import java.security.PublicKey;
import java.security.cert.CertificateException;
import java.security.cert.CertificateExpiredException;
import java.security.cert.CertificateNotYetValidException;
import java.security.cert.X509Certificate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import javax.net.ssl.KeyManager;
import javax.net.ssl.KeyManagerFactory;
import javax.net.ssl.SNIHostName;
import javax.net.ssl.SNIServerName;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.TrustManager;
import javax.net.ssl.X509ExtendedTrustManager;
import org.pykopi.host.Tls;
import org.pykopi.host.TlsException;

/**
 * Settings of TLS connections. Certificates are checked here and not by the JDK's usual rules: only
 * those that the program gave are trusted, and the reasons for a refusal read as those of Mbed TLS.
 */
final class JvmTlsContext implements Tls.Context {
  private static final char[] NO_PASSWORD = {};
  private static final String NOT_TRUSTED =
      "\nThe certificate is not correctly signed by the trusted CA\n";
  private static final String EXPIRED = "\nThe certificate validity has expired\n";
  private static final String FUTURE = "\nThe certificate validity starts in the future\n";
  private static final String OTHER_NAME =
      "\nThe certificate Common Name (CN) does not match with the expected CN\n";
  private static final int DNS_NAME = 2;

  private final boolean isDatagram;
  private PrivateKey key;
  private X509Certificate[] own;
  private final List<X509Certificate> trusted = new ArrayList<>();
  private String[] ciphers;
  private int verifyMode;
  private Tls.Verifier verifier;

  JvmTlsContext(boolean isDatagram) {
    this.isDatagram = isDatagram;
  }

  @Override
  public void checkKey(byte[] newKey) {
    KeyFile.readKey(newKey);
  }

  @Override
  public void setKey(byte[] newKey, byte[] certificates) {
    PrivateKey read = KeyFile.readKey(newKey);
    X509Certificate[] chain = KeyFile.readCertificates(certificates);
    if (chain.length == 0) {
      throw KeyFile.invalidCertificate();
    }
    key = read;
    own = chain;
  }

  @Override
  public void addTrusted(byte[] certificates) {
    X509Certificate[] read = KeyFile.readCertificates(certificates);
    if (read.length == 0) {
      throw KeyFile.invalidCertificate();
    }
    trusted.addAll(Arrays.asList(read));
  }

  @Override
  public void setCiphers(List<String> names) {
    List<String> supported = Arrays.asList(JvmTls.engine().getSupportedCipherSuites());
    String[] wanted = new String[names.size()];
    for (int i = 0; i < wanted.length; i++) {
      wanted[i] = JvmTls.fromName(names.get(i));
      if (!supported.contains(wanted[i])) {
        throw new TlsException(TlsException.BAD_CONFIG);
      }
    }
    if (wanted.length == 0) {
      throw new TlsException(TlsException.BAD_CONFIG);
    }
    ciphers = wanted;
  }

  @Override
  public void setVerifyMode(int mode) {
    verifyMode = mode;
  }

  @Override
  public void setVerifier(Tls.Verifier verifier) {
    this.verifier = verifier;
  }

  @Override
  public Tls.Session open(boolean isServer, String hostName) {
    try {
      SSLContext context = SSLContext.getInstance(isDatagram ? "DTLS" : "TLS");
      Trust trust = new Trust(isServer ? null : hostName);
      context.init(keyManagers(), new TrustManager[] {trust}, null);
      SSLEngine engine = context.createSSLEngine();
      engine.setUseClientMode(!isServer);
      SSLParameters parameters = engine.getSSLParameters();
      if (!isServer && hostName != null) {
        setServerName(parameters, hostName);
      }
      if (isServer && verifyMode == Tls.VERIFY_REQUIRED) {
        parameters.setNeedClientAuth(true);
      } else if (isServer && verifyMode == Tls.VERIFY_OPTIONAL) {
        parameters.setWantClientAuth(true);
      }
      if (isServer && !isDatagram) {
        // Here both sides know that the handshake has failed before they go on.
        parameters.setProtocols(new String[] {"TLSv1.2"});
      }
      if (ciphers != null) {
        parameters.setCipherSuites(ciphers);
      }
      engine.setSSLParameters(parameters);
      return new JvmTlsSession(engine, isDatagram, trust);
    } catch (GeneralSecurityException | IOException | IllegalArgumentException e) {
      throw new TlsException(TlsException.BAD_CONFIG);
    }
  }

  private KeyManager[] keyManagers() throws GeneralSecurityException, IOException {
    if (key == null) {
      return new KeyManager[0];
    }
    KeyStore store = KeyStore.getInstance("PKCS12");
    store.load(null, NO_PASSWORD);
    store.setKeyEntry("own", key, NO_PASSWORD, own);
    KeyManagerFactory factory = KeyManagerFactory.getInstance("SunX509");
    factory.init(store, NO_PASSWORD);
    return factory.getKeyManagers();
  }

  /** An address is no name to ask for. */
  private static void setServerName(SSLParameters parameters, String hostName) {
    try {
      List<SNIServerName> names = List.of(new SNIHostName(hostName));
      parameters.setServerNames(names);
    } catch (IllegalArgumentException e) {
      parameters.setServerNames(List.of());
    }
  }

  /** Looks at the certificates of one connection. */
  final class Trust extends X509ExtendedTrustManager {
    private final String hostName;

    /** What stopped the handshake, for the machine; null for nothing. */
    RuntimeException failure;

    Trust(String hostName) {
      this.hostName = hostName;
    }

    private void check(X509Certificate[] chain) throws CertificateException {
      if (verifyMode == Tls.VERIFY_NONE) {
        return;
      }
      try {
        String reasons = reasonsAgainst(chain) + nameReason(chain[0]);
        askVerifier(chain);
        if (!reasons.isEmpty() && verifyMode == Tls.VERIFY_REQUIRED) {
          throw new TlsException(TlsException.NOT_VERIFIED, reasons);
        }
      } catch (RuntimeException e) {
        failure = e;
        throw new CertificateException(e);
      }
    }

    private void askVerifier(X509Certificate[] chain) throws CertificateException {
      for (int depth = chain.length - 1; verifier != null && depth >= 0; depth--) {
        if (verifier.verify(chain[depth].getEncoded(), depth) != 0) {
          throw new TlsException(-0x3000, "MBEDTLS_ERR_X509_FATAL_ERROR");
        }
      }
    }

    private String nameReason(X509Certificate certificate) throws CertificateException {
      return hostName == null || isFor(certificate, hostName) ? "" : OTHER_NAME;
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, Socket socket)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkClientTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public void checkServerTrusted(X509Certificate[] chain, String type, SSLEngine engine)
        throws CertificateException {
      check(chain);
    }

    @Override
    public X509Certificate[] getAcceptedIssuers() {
      return trusted.toArray(new X509Certificate[0]);
    }
  }

  /** Follows the chain up to a certificate that is trusted. */
  private String reasonsAgainst(X509Certificate[] chain) {
    String reasons = validity(chain[0]);
    X509Certificate last = chain[0];
    for (int i = 1; i < chain.length && !isTrusted(last) && issued(chain[i], last); i++) {
      last = chain[i];
      reasons += validity(last);
    }
    return isTrusted(last) ? reasons : reasons + NOT_TRUSTED;
  }

  private boolean isTrusted(X509Certificate certificate) {
    for (X509Certificate root : trusted) {
      if (root.equals(certificate) || issued(root, certificate)) {
        return true;
      }
    }
    return false;
  }

  private static boolean issued(X509Certificate issuer, X509Certificate certificate) {
    if (!issuer.getSubjectX500Principal().equals(certificate.getIssuerX500Principal())) {
      return false;
    }
    try {
      PublicKey publicKey = issuer.getPublicKey();
      certificate.verify(publicKey);
      return true;
    } catch (GeneralSecurityException e) {
      return false;
    }
  }

  private static String validity(X509Certificate certificate) {
    try {
      certificate.checkValidity();
      return "";
    } catch (CertificateExpiredException e) {
      return EXPIRED;
    } catch (CertificateNotYetValidException e) {
      return FUTURE;
    }
  }

  /** Whether a certificate names that host; its common name counts when it has no other names. */
  private static boolean isFor(X509Certificate certificate, String hostName)
      throws CertificateException {
    Collection<List<?>> names = certificate.getSubjectAlternativeNames();
    if (names != null) {
      for (List<?> name : names) {
        boolean isDns = Integer.valueOf(DNS_NAME).equals(name.get(0));
        if (isDns && matches(String.valueOf(name.get(1)), hostName)) {
          return true;
        }
      }
      return false;
    }
    for (String part : certificate.getSubjectX500Principal().getName().split(",")) {
      if (part.startsWith("CN=") && matches(part.substring(3), hostName)) {
        return true;
      }
    }
    return false;
  }

  private static boolean matches(String pattern, String hostName) {
    String wanted = pattern.toLowerCase(Locale.ROOT);
    String name = hostName.toLowerCase(Locale.ROOT);
    int dot = name.indexOf('.');
    return wanted.equals(name)
        || (wanted.startsWith("*.") && dot > 0 && wanted.substring(1).equals(name.substring(dot)));
  }
}
