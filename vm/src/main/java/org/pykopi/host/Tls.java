package org.pykopi.host;

import java.util.List;

/**
 * Encryption of streams. An embedder may have none. What fails throws {@link TlsException}; nothing
 * here reads or writes a stream: the machine carries the bytes.
 */
public interface Tls {
  /** Result of {@link Session#read} and {@link Session#write} when more has to come first. */
  int WANTS_MORE = -1;

  // How a certificate of the other side is looked at.
  int VERIFY_NONE = 0;
  int VERIFY_OPTIONAL = 1;
  int VERIFY_REQUIRED = 2;

  /** Name and version of what does the work. */
  String version();

  /** Names of the ciphers, the best first. */
  List<String> ciphers();

  /** Settings for connections, all as at the start. */
  Context context(boolean isDatagram);

  /** Asked about each certificate of a chain, the last one first. */
  interface Verifier {
    /** 0 to accept; {@code depth} is 0 for the certificate of the other side itself. */
    int verify(byte[] certificate, int depth);
  }

  /** Settings for connections. */
  interface Context {
    /** Fails when a key, as text (PEM) or as bytes (DER), cannot be read. */
    void checkKey(byte[] key);

    /** Sets the own key and certificates, each as text (PEM) or as bytes (DER). */
    void setKey(byte[] key, byte[] certificates);

    /** Adds certificates to trust. */
    void addTrusted(byte[] certificates);

    /** Allows only these ciphers. */
    void setCiphers(List<String> names);

    void setVerifyMode(int mode);

    /** Null for nobody. */
    void setVerifier(Verifier verifier);

    /**
     * A new connection.
     *
     * @param hostName name of the other side, or null
     */
    Session open(boolean isServer, String hostName);
  }

  /** One connection: plain bytes on one side, encrypted ones on the other. */
  interface Session {
    /** Goes on with the handshake; whether it is done. */
    boolean handshake();

    /** Takes plain bytes that came: how many, 0 at the end, or WANTS_MORE. */
    int read(byte[] target, int offset, int length);

    /** Plain bytes that {@link #read} would give without more from the other side. */
    int pending();

    /** Encrypts plain bytes: how many, or WANTS_MORE while the handshake is not done. */
    int write(byte[] source, int offset, int length);

    /** How many encrypted bytes are needed next, at least 1. */
    int needed();

    /** Encrypted bytes that came. */
    void receive(byte[] source, int offset, int length);

    /** Encrypted bytes that are to be sent, and forgets them; null for none. */
    byte[] takeOutput();

    /** Says good-bye to the other side. */
    void close();

    /** The certificate of the other side, or null. */
    byte[] peerCertificate();

    /** Name of the cipher in use. */
    String cipher();

    /** Version of the protocol in use. */
    String protocol();
  }
}
