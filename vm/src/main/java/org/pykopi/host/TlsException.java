package org.pykopi.host;

/**
 * Something of TLS failed. Numbers and names are those that Mbed TLS gives, as Python programs
 * compare them.
 */
public final class TlsException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  public static final int BAD_INPUT = -0x7100;
  public static final int BAD_CONFIG = -0x5e80;
  public static final int HANDSHAKE_FAILURE = -0x6e00;
  public static final int INVALID_RECORD = -0x7200;
  public static final int NO_CLIENT_CERTIFICATE = -0x7480;
  public static final int ALERT = -0x7780;
  public static final int END_OF_STREAM = -0x7280;

  /** A key that cannot be read. */
  public static final int INVALID_KEY = 1;

  /** A certificate that cannot be read. */
  public static final int INVALID_CERTIFICATE = 2;

  /** The other side's certificate is not good enough; the message says why. */
  public static final int NOT_VERIFIED = 3;

  /** One of the constants; below 0 for those of Mbed TLS. */
  public final int code;

  public TlsException(int code, String message) {
    super(message, null, false, false);
    this.code = code;
  }

  public TlsException(int code) {
    this(code, nameOf(code));
  }

  private static String nameOf(int code) {
    switch (code) {
      case BAD_INPUT:
        return "MBEDTLS_ERR_SSL_BAD_INPUT_DATA";
      case BAD_CONFIG:
        return "MBEDTLS_ERR_SSL_BAD_CONFIG";
      case HANDSHAKE_FAILURE:
        return "MBEDTLS_ERR_SSL_HANDSHAKE_FAILURE";
      case INVALID_RECORD:
        return "MBEDTLS_ERR_SSL_INVALID_RECORD";
      case NO_CLIENT_CERTIFICATE:
        return "MBEDTLS_ERR_SSL_NO_CLIENT_CERTIFICATE";
      case ALERT:
        return "MBEDTLS_ERR_SSL_FATAL_ALERT_MESSAGE";
      case END_OF_STREAM:
        return "MBEDTLS_ERR_SSL_CONN_EOF";
      default:
        return "";
    }
  }
}
