package org.pykopi.cli;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.PrivateKey;
import java.security.cert.CertificateFactory;
import java.security.cert.X509Certificate;
import java.security.spec.PKCS8EncodedKeySpec;
import java.util.Base64;
import java.util.List;
import org.pykopi.host.TlsException;

/**
 * Keys and certificates as they lie in files. The JDK reads keys in PKCS 8 only, so those in the
 * older forms are wrapped:
 *
 * <pre>
 * PKCS 8   SEQUENCE { INTEGER 0, SEQUENCE algorithm, OCTET STRING key }
 * PKCS 1   SEQUENCE { INTEGER 0, INTEGER modulus, ... }                       RSA
 * SEC 1    SEQUENCE { INTEGER 1, OCTET STRING key, [0] curve, ... }           EC
 * </pre>
 */
final class KeyFile {
  private static final String BEGIN = "-----BEGIN ";
  private static final int SEQUENCE = 0x30;
  private static final int INTEGER = 0x02;
  private static final int OCTET_STRING = 0x04;
  private static final int CURVE = 0xa0;

  /** Object identifiers with tag and length: rsaEncryption and NULL; ecPublicKey. */
  private static final byte[] RSA = {
    0x06, 0x09, 0x2a, (byte) 0x86, 0x48, (byte) 0x86, (byte) 0xf7, 0x0d, 0x01, 0x01, 0x01, 0x05, 0
  };

  private static final byte[] EC = {
    0x06, 0x07, 0x2a, (byte) 0x86, 0x48, (byte) 0xce, 0x3d, 0x02, 0x01
  };

  private KeyFile() {}

  static X509Certificate[] readCertificates(byte[] data) {
    try {
      return CertificateFactory.getInstance("X.509")
          .generateCertificates(new ByteArrayInputStream(data))
          .toArray(new X509Certificate[0]);
    } catch (GeneralSecurityException | ArrayStoreException e) {
      throw invalidCertificate();
    }
  }

  static TlsException invalidCertificate() {
    return new TlsException(TlsException.INVALID_CERTIFICATE, "invalid cert");
  }

  static PrivateKey readKey(byte[] data) {
    try {
      byte[] wrapped = wrap(decode(data));
      for (String algorithm : List.of("RSA", "EC", "EdDSA")) {
        PrivateKey key = tryKey(algorithm, wrapped);
        if (key != null) {
          return key;
        }
      }
    } catch (IllegalArgumentException | IndexOutOfBoundsException e) {
      throw invalidKey();
    }
    throw invalidKey();
  }

  private static TlsException invalidKey() {
    return new TlsException(TlsException.INVALID_KEY, "invalid key");
  }

  private static PrivateKey tryKey(String algorithm, byte[] wrapped) {
    try {
      return KeyFactory.getInstance(algorithm).generatePrivate(new PKCS8EncodedKeySpec(wrapped));
    } catch (GeneralSecurityException e) {
      return null;
    }
  }

  /** The bytes of a key that may be text. */
  private static byte[] decode(byte[] data) {
    String text = new String(data, StandardCharsets.ISO_8859_1);
    int begin = text.indexOf(BEGIN);
    while (begin >= 0 && text.startsWith("EC PARAMETERS", begin + BEGIN.length())) {
      begin = text.indexOf(BEGIN, begin + 1);
    }
    if (begin < 0) {
      return data;
    }
    int from = text.indexOf('\n', begin);
    int to = text.indexOf("-----END", from);
    return Base64.getMimeDecoder().decode(text.substring(from, to));
  }

  private static byte[] wrap(byte[] key) {
    int at = contentOf(key, 0);
    int second = end(key, at);
    switch (key[second] & 0xff) {
      case INTEGER:
        return wrap(RSA, key);
      case OCTET_STRING:
        int curve = end(key, second);
        if (curve >= key.length || (key[curve] & 0xff) != CURVE) {
          throw invalidKey();
        }
        int from = contentOf(key, curve);
        byte[] algorithm = join(EC, java.util.Arrays.copyOfRange(key, from, end(key, curve)));
        return wrap(algorithm, key);
      default:
        return key;
    }
  }

  private static byte[] wrap(byte[] algorithm, byte[] key) {
    byte[] version = {INTEGER, 1, 0};
    byte[] content = join(version, item(SEQUENCE, algorithm), item(OCTET_STRING, key));
    return item(SEQUENCE, content);
  }

  private static byte[] join(byte[]... parts) {
    ByteArrayOutputStream all = new ByteArrayOutputStream();
    for (byte[] part : parts) {
      all.writeBytes(part);
    }
    return all.toByteArray();
  }

  private static byte[] item(int tag, byte[] content) {
    int length = content.length;
    byte[] head =
        length < 0x80
            ? new byte[] {(byte) tag, (byte) length}
            : length < 0x100
                ? new byte[] {(byte) tag, (byte) 0x81, (byte) length}
                : new byte[] {(byte) tag, (byte) 0x82, (byte) (length >> 8), (byte) length};
    return join(head, content);
  }

  /** Where the content of the item at that place begins. */
  private static int contentOf(byte[] data, int at) {
    int first = data[at + 1] & 0xff;
    return at + 2 + (first < 0x80 ? 0 : first & 0x7f);
  }

  /** Where the item at that place ends. */
  private static int end(byte[] data, int at) {
    int first = data[at + 1] & 0xff;
    int length = first;
    if (first >= 0x80) {
      length = 0;
      for (int i = 0; i < (first & 0x7f); i++) {
        length = length << 8 | data[at + 2 + i] & 0xff;
      }
    }
    return contentOf(data, at) + length;
  }
}
