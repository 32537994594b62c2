package org.pykopi.web.host;

import org.pykopi.serial.wire.WasmRegion;
import org.teavm.interop.Import;

/**
 * The bridge of the WebAssembly build: imported functions and linear memory. Only the WebAssembly
 * entry point may reach this class, because the JavaScript target cannot compile its imports.
 */
public final class WasmBridge extends WasmRegion implements Bridge {
  @Override
  public int poll() {
    return hostPoll();
  }

  @Override
  public int awaitInput() {
    return hostAwaitInput();
  }

  @Override
  public int inputReady() {
    return hostInputReady();
  }

  @Override
  public int takeInput(int length) {
    return hostTakeInput(length);
  }

  @Override
  public void write(int stream, int length) {
    hostWrite(stream, length);
  }

  @Override
  public void flush() {
    hostFlush();
  }

  @Override
  public void sleep(double milliseconds) {
    hostSleep(milliseconds);
  }

  @Override
  public double epochMillis() {
    return hostEpochMillis();
  }

  @Override
  public double elapsedMillis() {
    return hostElapsedMillis();
  }

  @Override
  public int localOffsetSeconds(double epochSeconds) {
    return hostLocalOffsetSeconds(epochSeconds);
  }

  @Override
  public void random(int length) {
    hostRandom(length);
  }

  @Override
  public void fileChanged(int length) {
    hostFileChanged(length);
  }

  @Override
  public void fileRemoved(int length) {
    hostFileRemoved(length);
  }

  @Override
  public void sendPart(int length) {
    hostSendPart(length);
  }

  @Override
  public int callScript(int length) {
    return hostCallScript(length);
  }

  @Override
  public void receivePart(int at) {
    hostReceivePart(at);
  }

  @Import(module = "pykopi", name = "poll")
  private static native int hostPoll();

  @Import(module = "pykopi", name = "awaitInput")
  private static native int hostAwaitInput();

  @Import(module = "pykopi", name = "inputReady")
  private static native int hostInputReady();

  @Import(module = "pykopi", name = "takeInput")
  private static native int hostTakeInput(int length);

  @Import(module = "pykopi", name = "write")
  private static native void hostWrite(int stream, int length);

  @Import(module = "pykopi", name = "flush")
  private static native void hostFlush();

  @Import(module = "pykopi", name = "sleep")
  private static native void hostSleep(double milliseconds);

  @Import(module = "pykopi", name = "epochMillis")
  private static native double hostEpochMillis();

  @Import(module = "pykopi", name = "elapsedMillis")
  private static native double hostElapsedMillis();

  @Import(module = "pykopi", name = "localOffsetSeconds")
  private static native int hostLocalOffsetSeconds(double epochSeconds);

  @Import(module = "pykopi", name = "random")
  private static native void hostRandom(int length);

  @Import(module = "pykopi", name = "fileChanged")
  private static native void hostFileChanged(int length);

  @Import(module = "pykopi", name = "fileRemoved")
  private static native void hostFileRemoved(int length);

  @Import(module = "pykopi", name = "sendPart")
  private static native void hostSendPart(int length);

  @Import(module = "pykopi", name = "callScript")
  private static native int hostCallScript(int length);

  @Import(module = "pykopi", name = "receivePart")
  private static native void hostReceivePart(int at);
}
