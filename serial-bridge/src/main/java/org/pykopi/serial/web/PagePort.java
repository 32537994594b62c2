package org.pykopi.serial.web;

import java.nio.charset.StandardCharsets;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/**
 * The line that the page opened for this board: Web Serial, WebUSB, a WebSocket or the VM in the
 * page. Which one it is makes no difference here; for adapters whose driver is ours see {@link
 * PageUsb}.
 */
final class PagePort implements SerialPort {
  private final Page page;
  private final String name;
  private final UsbId usbId;
  private final boolean hasSignals;
  private boolean isOpen;
  private Runnable onDisconnect;

  /** {@code usbId} may be null. */
  PagePort(Page page, String name, UsbId usbId, boolean hasSignals) {
    this.page = page;
    this.name = name;
    this.usbId = usbId;
    this.hasSignals = hasSignals;
  }

  @Override
  public String name() {
    return name;
  }

  @Override
  public UsbId usbId() {
    return usbId;
  }

  @Override
  public void open(int baud) throws PortException {
    if (isOpen) {
      setBaudRate(baud);
      return;
    }
    check("open " + name, page.open(baud));
    isOpen = true;
  }

  @Override
  public void close() {
    isOpen = false;
    page.close();
  }

  @Override
  public boolean isOpen() {
    return isOpen;
  }

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    if (check("read", page.available(timeoutMillis)) == 0) {
      return 0;
    }
    int count = page.take(Math.min(length, Page.EXCHANGE_SIZE));
    page.get(0, buffer, offset, count);
    return count;
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    for (int done = 0; done < length; done += Page.EXCHANGE_SIZE) {
      int count = Math.min(Page.EXCHANGE_SIZE, length - done);
      page.put(0, data, offset + done, count);
      check("write", page.send(count));
    }
  }

  @Override
  public void discardInput() throws PortException {
    while (check("read", page.available(0)) > 0) {
      page.take(Page.EXCHANGE_SIZE);
    }
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) throws PortException {
    check("set the control lines", page.setSignals(dtr ? 1 : 0, rts ? 1 : 0));
  }

  @Override
  public boolean hasSignals() {
    return hasSignals;
  }

  @Override
  public void setBaudRate(int baud) throws PortException {
    check("set the speed", page.setBaudRate(baud));
  }

  @Override
  public void onDisconnect(Runnable notice) {
    onDisconnect = notice;
  }

  /** What the page answered to a step; when that is that it failed, the line is closed. */
  int check(String step, int result) throws PortException {
    if (result != Page.FAILED) {
      return result;
    }
    if (isOpen) {
      isOpen = false;
      if (onDisconnect != null) {
        onDisconnect.run();
      }
    }
    byte[] problem = new byte[page.problem()];
    page.get(0, problem, 0, problem.length);
    throw new PortException(step, new String(problem, StandardCharsets.UTF_8), "");
  }
}
