package org.pykopi.tests.serial;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.util.concurrent.TimeUnit;
import org.pykopi.serial.port.PortException;
import org.pykopi.serial.port.SerialPort;
import org.pykopi.serial.port.UsbId;

/**
 * A program behind a pseudo terminal, which the tool {@code script} provides. The terminal passes
 * all bytes on as they are; only Ctrl-C interrupts, while the program lets it.
 */
final class ProcessPort implements SerialPort {
  private static final String MODES = "stty raw -echo isig quit undef susp undef; exec ";

  private final String command;
  private Process process;

  ProcessPort(String command) {
    this.command = command;
  }

  @Override
  public String name() {
    return command;
  }

  @Override
  public UsbId usbId() {
    return null;
  }

  @Override
  public void open(int baud) throws PortException {
    try {
      process =
          new ProcessBuilder("script", "-qfec", MODES + command, "/dev/null")
              .redirectErrorStream(true)
              .start();
    } catch (IOException e) {
      throw new PortException("start " + command, e.getMessage(), "");
    }
  }

  @Override
  public void close() {
    process.descendants().forEach(ProcessHandle::destroyForcibly);
    process.destroyForcibly();
    try {
      process.waitFor(5, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public boolean isOpen() {
    return process != null && process.isAlive();
  }

  @Override
  public int read(byte[] buffer, int offset, int length, int timeoutMillis) throws PortException {
    long end = System.nanoTime() + timeoutMillis * 1_000_000L;
    InputStream in = process.getInputStream();
    try {
      while (in.available() == 0) {
        if (!process.isAlive()) {
          throw PortException.lost("read");
        }
        if (System.nanoTime() >= end) {
          return 0;
        }
        Thread.sleep(0, 200_000);
      }
      return in.read(buffer, offset, Math.min(length, in.available()));
    } catch (IOException e) {
      throw PortException.lost("read");
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return 0;
    }
  }

  @Override
  public void write(byte[] data, int offset, int length) throws PortException {
    OutputStream out = process.getOutputStream();
    try {
      out.write(data, offset, length);
      out.flush();
    } catch (IOException e) {
      throw PortException.lost("write");
    }
  }

  @Override
  public void discardInput() throws PortException {
    byte[] dropped = new byte[1024];
    while (read(dropped, 0, dropped.length, 0) > 0) {
      // Dropped.
    }
  }

  @Override
  public void setSignals(boolean dtr, boolean rts) {}

  @Override
  public boolean hasSignals() {
    return false;
  }

  @Override
  public void setBaudRate(int baud) {}

  @Override
  public void onDisconnect(Runnable notice) {}
}
