package org.pykopi.serial.web;

import org.pykopi.serial.port.PortException;
import org.pykopi.serial.webrepl.MessageChannel;

/** The WebSocket that the page opened. Text messages are the line; how they are cut is lost. */
final class PageChannel implements MessageChannel {
  private final Page page;
  private final PagePort line;

  PageChannel(Page page, PagePort line) {
    this.page = page;
    this.line = line;
  }

  @Override
  public String name() {
    return line.name();
  }

  @Override
  public void open() throws PortException {
    if (!line.isOpen()) {
      line.open(0);
    }
  }

  @Override
  public void close() {
    line.close();
  }

  @Override
  public boolean isOpen() {
    return line.isOpen();
  }

  @Override
  public void send(boolean isText, byte[] data) throws PortException {
    if (isText) {
      line.write(data, 0, data.length);
      return;
    }
    for (int done = 0; done < data.length; done += Page.EXCHANGE_SIZE) {
      int count = Math.min(Page.EXCHANGE_SIZE, data.length - done);
      page.put(0, data, done, count);
      line.check("send", page.sendBinary(count));
    }
  }

  @Override
  public Message receive(int timeoutMillis) throws PortException {
    int size = line.check("receive", page.receive(timeoutMillis));
    if (size == 0) {
      return null;
    }
    boolean isText = size < Page.BINARY;
    byte[] data = new byte[isText ? size : size - Page.BINARY];
    page.get(0, data, 0, data.length);
    return new Message(isText, data);
  }

  @Override
  public void onDisconnect(Runnable notice) {
    line.onDisconnect(notice);
  }
}
