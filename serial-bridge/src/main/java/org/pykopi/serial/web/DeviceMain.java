package org.pykopi.serial.web;

import org.teavm.interop.Export;

/** Exports of the WebAssembly build: one line to one board. */
public final class DeviceMain {
  private static final WasmPage PAGE = new WasmPage();
  private static final Mailbox MAILBOX = new Mailbox(PAGE);
  private static DeviceSession session;

  private DeviceMain() {}

  public static void main(String[] args) {}

  @Export(name = "addRequest")
  public static void addRequest(int size) {
    MAILBOX.addRequest(size);
  }

  @Export(name = "fillRequest")
  public static void fillRequest(int at, int count) {
    MAILBOX.fillRequest(at, count);
  }

  @Export(name = "replySize")
  public static int replySize() {
    return MAILBOX.replySize();
  }

  @Export(name = "takeReply")
  public static void takeReply(int at) {
    MAILBOX.takeReply(at);
  }

  /** Takes what the page knows of the port from the request. */
  @Export(name = "create")
  public static void create() {
    session = new DeviceSession(PAGE, MAILBOX.request());
  }

  /** Serves the request; waits. Returns a status of {@link DeviceSession}. */
  @Export(name = "operate")
  public static int operate() {
    int status = session.serve(MAILBOX.request());
    MAILBOX.answer(session.reply());
    return status;
  }
}
