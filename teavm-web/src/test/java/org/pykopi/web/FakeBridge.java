package org.pykopi.web;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import org.pykopi.web.host.Bridge;

/** The JavaScript side in Java: collects output and changes, interrupts on demand. */
final class FakeBridge implements Bridge {
  final byte[] exchange = new byte[EXCHANGE_SIZE];
  final ByteArrayOutputStream output = new ByteArrayOutputStream();
  final List<String> changes = new ArrayList<>();
  boolean isInterrupted;
  byte[] input = {};
  private int inputAt;

  /** How often somebody asked. */
  int polls;

  @Override
  public int poll() {
    polls++;
    boolean asked = isInterrupted;
    isInterrupted = false;
    return asked ? 1 : 0;
  }

  @Override
  public int awaitInput() {
    return inputAt < input.length ? input.length - inputAt : -1;
  }

  @Override
  public int inputReady() {
    return input.length - inputAt;
  }

  @Override
  public int takeInput(int length) {
    int count = Math.min(length, input.length - inputAt);
    System.arraycopy(input, inputAt, exchange, 0, count);
    inputAt += count;
    return count;
  }

  @Override
  public void write(int stream, int length) {
    output.write(exchange, 0, length);
  }

  @Override
  public void flush() {}

  @Override
  public void sleep(double milliseconds) {}

  @Override
  public double epochMillis() {
    return 1_700_000_000_000.0;
  }

  @Override
  public double elapsedMillis() {
    return System.nanoTime() / 1e6;
  }

  @Override
  public int localOffsetSeconds(double epochSeconds) {
    return 0;
  }

  @Override
  public void random(int length) {}

  @Override
  public void fileChanged(int length) {
    changes.add("+" + text(length));
  }

  @Override
  public void fileRemoved(int length) {
    changes.add("-" + text(length));
  }

  private String text(int length) {
    return new String(exchange, 0, length, StandardCharsets.UTF_8);
  }

  @Override
  public void sendPart(int length) {}

  @Override
  public int callScript(int length) {
    return 0;
  }

  @Override
  public void receivePart(int at) {}

  @Override
  public void put(int at, byte[] source, int offset, int length) {
    System.arraycopy(source, offset, exchange, at, length);
  }

  @Override
  public void get(int at, byte[] target, int offset, int length) {
    System.arraycopy(exchange, at, target, offset, length);
  }
}
