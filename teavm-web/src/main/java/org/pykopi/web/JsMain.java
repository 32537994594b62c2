package org.pykopi.web;

import org.pykopi.web.host.JsBridge;
import org.teavm.jso.JSExport;

/** Exports of the JavaScript build. */
public final class JsMain {
  private static Session session;

  private JsMain() {}

  public static void main(String[] args) {}

  @JSExport
  public static void create(JsBridge.JsHost host, int mode, int profile) {
    session = new Session(new JsBridge(host), mode, profile);
  }

  @JSExport
  public static void addArgument(int size) {
    session.exchange.addArgument(size);
  }

  @JSExport
  public static void fillArgument(int at, int count) {
    session.exchange.fillArgument(at, count);
  }

  @JSExport
  public static int resultSize() {
    return session.exchange.resultSize();
  }

  @JSExport
  public static void takeResult(int at) {
    session.exchange.takeResult(at);
  }

  @JSExport
  public static void reset(int profile) {
    session.reset(profile);
  }

  @JSExport
  public static int useImage() {
    return session.useImage();
  }

  @JSExport
  public static void start() {
    session.start();
  }

  @JSExport
  public static int feed(int value) {
    return session.feed(value);
  }

  @JSExport
  public static void run() {
    session.run();
  }

  @JSExport
  public static int compile() {
    return session.compile();
  }

  @JSExport
  public static int files(int operation) {
    return session.files(operation);
  }

  @JSExport
  public static void execute(int allowsAwait) {
    session.execute(allowsAwait != 0);
  }

  @JSExport
  public static void importModule() {
    session.importModule();
  }

  @JSExport
  public static void registerModule() {
    session.registerModule();
  }

  @JSExport
  public static void proxy(int operation, int handle) {
    session.proxy(operation, handle);
  }
}
