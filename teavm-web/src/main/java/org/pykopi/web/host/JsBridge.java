package org.pykopi.web.host;

import org.teavm.jso.JSBody;
import org.teavm.jso.JSByRef;
import org.teavm.jso.JSObject;

/**
 * The bridge of the JavaScript build: a host object with the same functions. The exchange is a Java
 * array that JavaScript sees as an Int8Array.
 */
public final class JsBridge implements Bridge {
  /** The functions that the page hands over; their names are those of the WebAssembly imports. */
  public interface JsHost extends JSObject {
    int poll();

    int awaitInput();

    int inputReady();

    int takeInput(int length);

    void write(int stream, int length);

    void flush();

    void sleep(double milliseconds);

    double epochMillis();

    double elapsedMillis();

    int localOffsetSeconds(double epochSeconds);

    void random(int length);

    void fileChanged(int length);

    void fileRemoved(int length);

    void sendPart(int length);

    int callScript(int length);

    void receivePart(int at);
  }

  private final JsHost host;
  private final byte[] exchange = new byte[EXCHANGE_SIZE];

  public JsBridge(JsHost host) {
    this.host = host;
    shareExchange(host, exchange);
  }

  @JSBody(
      params = {"host", "bytes"},
      script = "host.exchange = new Uint8Array(bytes.buffer, bytes.byteOffset, bytes.byteLength);")
  private static native void shareExchange(JsHost host, @JSByRef byte[] bytes);

  /** JavaScript frames are larger: about 150 levels fit a worker's stack. */
  @Override
  public int maxDepth() {
    return 100;
  }

  @Override
  public int poll() {
    return host.poll();
  }

  @Override
  public int awaitInput() {
    return host.awaitInput();
  }

  @Override
  public int inputReady() {
    return host.inputReady();
  }

  @Override
  public int takeInput(int length) {
    return host.takeInput(length);
  }

  @Override
  public void write(int stream, int length) {
    host.write(stream, length);
  }

  @Override
  public void flush() {
    host.flush();
  }

  @Override
  public void sleep(double milliseconds) {
    host.sleep(milliseconds);
  }

  @Override
  public double epochMillis() {
    return host.epochMillis();
  }

  @Override
  public double elapsedMillis() {
    return host.elapsedMillis();
  }

  @Override
  public int localOffsetSeconds(double epochSeconds) {
    return host.localOffsetSeconds(epochSeconds);
  }

  @Override
  public void random(int length) {
    host.random(length);
  }

  @Override
  public void fileChanged(int length) {
    host.fileChanged(length);
  }

  @Override
  public void fileRemoved(int length) {
    host.fileRemoved(length);
  }

  @Override
  public void sendPart(int length) {
    host.sendPart(length);
  }

  @Override
  public int callScript(int length) {
    return host.callScript(length);
  }

  @Override
  public void receivePart(int at) {
    host.receivePart(at);
  }

  @Override
  public void put(int at, byte[] source, int offset, int length) {
    System.arraycopy(source, offset, exchange, at, length);
  }

  @Override
  public void get(int at, byte[] target, int offset, int length) {
    System.arraycopy(exchange, at, target, offset, length);
  }
}
