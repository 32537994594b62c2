package org.pykopi.serial.port;

/**
 * A port that writes all that passes to a log at level trace: {@code > 00 08} sent, {@code < 01 08}
 * received, {@code = dtr 1 rts 0} control lines, {@code = 921600 baud} speed.
 */
public final class LoggedPort implements SerialPort {
  private final SerialPort port;
  private final Log log;

  public LoggedPort(SerialPort port, Log log) {
    this.port = port;
    this.log = log;
  }

  @Override
  public String name() {
    return port.name();
  }

  @Override
  public UsbId usbId() {
    return port.usbId();
  }

  @Override
  public void open(int baud) throws PortException {
    trace("= open " + name() + " at " + baud + " baud");
    port.open(baud);
  }

  @Override
  public void close() {
    trace("= close");
    port.close();
  }

  @Override
  public boolean isOpen() {
    return port.isOpen();
  }

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    int count = port.read(buffer, offset, length, timeoutMillis);
    if (count > 0) {
      traceBytes("< ", buffer, offset, count);
    }
    return count;
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    traceBytes("> ", data, offset, length);
    port.write(data, offset, length);
  }

  @Override
  public void discardInput() throws PortException {
    port.discardInput();
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) throws PortException {
    trace("= dtr " + (dtr ? 1 : 0) + " rts " + (rts ? 1 : 0));
    port.setSignals(dtr, rts);
  }

  @Override
  public boolean hasSignals() {
    return port.hasSignals();
  }

  @Override
  public void setBaudRate(int baud) throws PortException {
    trace("= " + baud + " baud");
    port.setBaudRate(baud);
  }

  @Override
  public void onDisconnect(Runnable notice) {
    port.onDisconnect(notice);
  }

  private void trace(String text) {
    if (log.isOn(Log.Level.TRACE)) {
      log.write(Log.Level.TRACE, text);
    }
  }

  private void traceBytes(String mark, byte[] data, int offset, int length) {
    if (log.isOn(Log.Level.TRACE)) {
      log.write(Log.Level.TRACE, mark + Hex.spaced(data, offset, length));
    }
  }
}
