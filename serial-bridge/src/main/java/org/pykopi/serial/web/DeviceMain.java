package org.pykopi.serial.web;

import org.pykopi.serial.wire.Exchange;
import org.pykopi.serial.wire.WireReader;
import org.teavm.interop.Export;

/** Exports of the WebAssembly build: one line to one board. */
public final class DeviceMain {
  private static final WasmPage PAGE = new WasmPage();
  private static final Exchange EXCHANGE = new Exchange(PAGE);
  private static DeviceSession session;

  private DeviceMain() {}

  public static void main(String[] args) {}

  @Export(name = "addArgument")
  public static void addArgument(int size) {
    EXCHANGE.addArgument(size);
  }

  @Export(name = "fillArgument")
  public static void fillArgument(int at, int count) {
    EXCHANGE.fillArgument(at, count);
  }

  @Export(name = "resultSize")
  public static int resultSize() {
    return EXCHANGE.resultSize();
  }

  @Export(name = "takeResult")
  public static void takeResult(int at) {
    EXCHANGE.takeResult(at);
  }

  /** Takes what the page knows of the port from the request. */
  @Export(name = "create")
  public static void create() {
    session = new DeviceSession(PAGE, request());
  }

  /** Serves the request; waits. Returns a status of {@link DeviceSession}. */
  @Export(name = "operate")
  public static int operate() {
    int status = session.serve(request());
    EXCHANGE.answer(session.reply());
    return status;
  }

  private static WireReader request() {
    return new WireReader(EXCHANGE.nextBytes());
  }
}
