package org.pykopi.cli;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.security.cert.Certificate;
import java.security.cert.CertificateEncodingException;
import java.util.Arrays;
import javax.net.ssl.SSLEngine;
import javax.net.ssl.SSLEngineResult;
import javax.net.ssl.SSLEngineResult.HandshakeStatus;
import javax.net.ssl.SSLEngineResult.Status;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLPeerUnverifiedException;
import org.pykopi.host.Tls;
import org.pykopi.host.TlsException;

/**
 * One TLS connection around the JDK's engine. Encrypted bytes are asked for record by record, a
 * record being {@code kind (1) version (2) length (2) content}, so that nothing that follows is
 * taken from the stream; datagrams come whole.
 */
final class JvmTlsSession implements Tls.Session {
  private static final int RECORD_HEADER = 5;
  private static final int LARGEST_DATAGRAM = 1 << 15;
  private static final ByteBuffer NOTHING = ByteBuffer.allocate(0);

  private final SSLEngine engine;
  private final boolean isDatagram;
  private final JvmTlsContext.Trust trust;

  /** The record that is coming in. */
  private byte[] record = {};

  private int recordLength;

  /** Plain bytes to be read. */
  private ByteBuffer plain = NOTHING;

  private final ByteArrayOutputStream output = new ByteArrayOutputStream();
  private ByteBuffer packet;
  private boolean hasStarted;
  private boolean isDone;
  private boolean isEnded;

  JvmTlsSession(SSLEngine engine, boolean isDatagram, JvmTlsContext.Trust trust) {
    this.engine = engine;
    this.isDatagram = isDatagram;
    this.trust = trust;
    packet = ByteBuffer.allocate(engine.getSession().getPacketBufferSize());
  }

  // ---- the handshake ----

  @Override
  public boolean handshake() {
    try {
      if (!hasStarted) {
        hasStarted = true;
        engine.beginHandshake();
      }
      while (advance()) {
        isDone |= engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
      }
      isDone |= engine.getHandshakeStatus() == HandshakeStatus.NOT_HANDSHAKING;
      return isDone;
    } catch (SSLException e) {
      throw failure(e);
    }
  }

  /** One step of what the engine wants; false when it wants nothing or has to wait. */
  private boolean advance() throws SSLException {
    switch (engine.getHandshakeStatus()) {
      case NEED_TASK -> {
        for (Runnable task = engine.getDelegatedTask();
            task != null;
            task = engine.getDelegatedTask()) {
          task.run();
        }
        return true;
      }
      case NEED_WRAP -> {
        return wrap(NOTHING) != Status.CLOSED;
      }
      case NEED_UNWRAP, NEED_UNWRAP_AGAIN -> {
        boolean isAgain = engine.getHandshakeStatus() == HandshakeStatus.NEED_UNWRAP_AGAIN;
        return !isEnded && (isAgain || needed() == 0) && unwrap();
      }
      default -> {
        return false;
      }
    }
  }

  private TlsException failure(SSLException e) {
    if (trust.failure != null) {
      RuntimeException reason = trust.failure;
      trust.failure = null;
      sendAlert();
      throw reason;
    }
    sendAlert();
    String message = String.valueOf(e.getMessage());
    if (message.contains("fatal alert")) {
      return new TlsException(TlsException.ALERT);
    }
    if (message.contains("Empty client certificate chain")) {
      return new TlsException(TlsException.NO_CLIENT_CERTIFICATE);
    }
    boolean isRecord = message.contains("SSL message") || message.contains("record");
    return new TlsException(
        isRecord ? TlsException.INVALID_RECORD : TlsException.HANDSHAKE_FAILURE);
  }

  /** The engine may want to tell the other side why. */
  private void sendAlert() {
    try {
      while (engine.getHandshakeStatus() == HandshakeStatus.NEED_WRAP) {
        if (wrap(NOTHING) != Status.OK) {
          return;
        }
      }
    } catch (SSLException e) {
      isEnded = true;
    }
  }

  private Status wrap(ByteBuffer source) throws SSLException {
    while (true) {
      packet.clear();
      SSLEngineResult result = engine.wrap(source, packet);
      if (result.getStatus() == Status.BUFFER_OVERFLOW) {
        packet = ByteBuffer.allocate(2 * packet.capacity());
        continue;
      }
      output.write(packet.array(), 0, packet.position());
      return result.getStatus();
    }
  }

  /** Decrypts the record; false when it is not complete. */
  private boolean unwrap() throws SSLException {
    ByteBuffer source = ByteBuffer.wrap(record, 0, recordLength);
    ByteBuffer target = ByteBuffer.allocate(engine.getSession().getApplicationBufferSize());
    SSLEngineResult result = engine.unwrap(source, target);
    if (result.getStatus() == Status.BUFFER_UNDERFLOW) {
      return false;
    }
    recordLength = source.remaining();
    System.arraycopy(record, source.position(), record, 0, recordLength);
    isEnded |= result.getStatus() == Status.CLOSED;
    if (target.position() > 0) {
      target.flip();
      plain = target;
    }
    return result.bytesConsumed() > 0 || result.getHandshakeStatus() != HandshakeStatus.NEED_UNWRAP;
  }

  // ---- plain bytes ----

  @Override
  public int read(byte[] target, int offset, int length) {
    try {
      if (!isDone && !handshake()) {
        return isEnded ? 0 : Tls.WANTS_MORE;
      }
      while (!plain.hasRemaining()) {
        if (isEnded) {
          return 0;
        }
        boolean isComplete = needed() == 0;
        if (!isComplete || !unwrap()) {
          return Tls.WANTS_MORE;
        }
        while (advance()) {
          isEnded |= engine.isInboundDone();
        }
      }
      int count = Math.min(length, plain.remaining());
      plain.get(target, offset, count);
      return count;
    } catch (SSLException e) {
      throw failure(e);
    }
  }

  @Override
  public int pending() {
    return plain.remaining();
  }

  @Override
  public int write(byte[] source, int offset, int length) {
    if (!isDone && !handshake()) {
      return Tls.WANTS_MORE;
    }
    try {
      ByteBuffer data = ByteBuffer.wrap(source, offset, length);
      int before = data.remaining();
      Status status = wrap(data);
      if (status == Status.CLOSED) {
        throw new TlsException(TlsException.END_OF_STREAM);
      }
      return before - data.remaining();
    } catch (SSLException e) {
      throw failure(e);
    }
  }

  // ---- encrypted bytes ----

  @Override
  public int needed() {
    if (isDatagram) {
      return recordLength > 0 ? 0 : LARGEST_DATAGRAM;
    }
    if (recordLength < RECORD_HEADER) {
      return RECORD_HEADER - recordLength;
    }
    int content = (record[3] & 0xff) << 8 | record[4] & 0xff;
    return Math.max(0, RECORD_HEADER + content - recordLength);
  }

  @Override
  public void receive(byte[] source, int offset, int length) {
    if (recordLength + length > record.length) {
      record = Arrays.copyOf(record, Math.max(1024, 2 * (recordLength + length)));
    }
    System.arraycopy(source, offset, record, recordLength, length);
    recordLength += length;
    boolean isHeader = !isDatagram && recordLength >= RECORD_HEADER;
    if (isHeader && (record[0] < 20 || record[0] > 24 || record[1] != 3)) {
      throw new TlsException(TlsException.INVALID_RECORD);
    }
  }

  @Override
  public byte[] takeOutput() {
    if (output.size() == 0) {
      return null;
    }
    byte[] bytes = output.toByteArray();
    output.reset();
    return bytes;
  }

  @Override
  public void close() {
    if (isDone) {
      engine.closeOutbound();
      sendAlert();
    }
  }

  // ---- what was agreed ----

  @Override
  public byte[] peerCertificate() {
    try {
      Certificate[] chain = engine.getSession().getPeerCertificates();
      return chain[0].getEncoded();
    } catch (SSLPeerUnverifiedException | CertificateEncodingException e) {
      return null;
    }
  }

  @Override
  public String cipher() {
    return JvmTls.toName(engine.getSession().getCipherSuite());
  }

  @Override
  public String protocol() {
    return engine.getSession().getProtocol();
  }
}
