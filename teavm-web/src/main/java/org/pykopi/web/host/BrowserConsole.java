package org.pykopi.web.host;

import org.pykopi.host.Console;

/** The standard streams; batching and back-pressure are done on the JavaScript side. */
final class BrowserConsole implements Console {
  private final Bridge bridge;
  private final boolean isTerminal;

  BrowserConsole(Bridge bridge, boolean isTerminal) {
    this.bridge = bridge;
    this.isTerminal = isTerminal;
  }

  @Override
  public int read(byte[] target, int offset, int length) {
    if (length == 0) {
      return 0;
    }
    int ready = bridge.awaitInput();
    if (ready <= 0) {
      return ready;
    }
    int count = bridge.takeInput(Math.min(length, Bridge.EXCHANGE_SIZE));
    bridge.get(0, target, offset, count);
    return count;
  }

  @Override
  public boolean isReadReady() {
    return bridge.inputReady() != 0;
  }

  @Override
  public void write(byte[] source, int offset, int length) {
    send(Bridge.OUTPUT, source, offset, length);
  }

  @Override
  public void writeError(byte[] source, int offset, int length) {
    send(Bridge.ERROR, source, offset, length);
  }

  @Override
  public void flush() {
    bridge.flush();
  }

  @Override
  public boolean isTerminal() {
    return isTerminal;
  }

  private void send(int stream, byte[] source, int offset, int length) {
    int sent = 0;
    while (sent < length) {
      int count = Math.min(length - sent, Bridge.EXCHANGE_SIZE);
      bridge.put(0, source, offset + sent, count);
      bridge.write(stream, count);
      sent += count;
    }
  }
}
