package org.pykopi.web;

import org.pykopi.web.host.WasmBridge;
import org.teavm.interop.Export;

/** Exports of the WebAssembly build. */
public final class WasmMain {
  private static Session session;

  private WasmMain() {}

  public static void main(String[] args) {}

  @Export(name = "create")
  public static void create(int mode, int profile) {
    session = new Session(new WasmBridge(), mode, profile);
  }

  @Export(name = "warmUp")
  public static int warmUp() {
    return session.warmUp();
  }

  @Export(name = "addArgument")
  public static void addArgument(int size) {
    session.exchange.addArgument(size);
  }

  @Export(name = "fillArgument")
  public static void fillArgument(int at, int count) {
    session.exchange.fillArgument(at, count);
  }

  @Export(name = "resultSize")
  public static int resultSize() {
    return session.exchange.resultSize();
  }

  @Export(name = "takeResult")
  public static void takeResult(int at) {
    session.exchange.takeResult(at);
  }

  @Export(name = "reset")
  public static void reset(int profile) {
    session.reset(profile);
  }

  @Export(name = "useImage")
  public static int useImage() {
    return session.useImage();
  }

  @Export(name = "start")
  public static void start() {
    session.start();
  }

  @Export(name = "feed")
  public static int feed(int value) {
    return session.feed(value);
  }

  @Export(name = "run")
  public static void run() {
    session.run();
  }

  @Export(name = "compile")
  public static int compile() {
    return session.compile();
  }

  @Export(name = "files")
  public static int files(int operation) {
    return session.files(operation);
  }

  @Export(name = "execute")
  public static void execute(int allowsAwait) {
    session.execute(allowsAwait != 0);
  }

  @Export(name = "importModule")
  public static void importModule() {
    session.importModule();
  }

  @Export(name = "registerModule")
  public static void registerModule() {
    session.registerModule();
  }

  @Export(name = "proxy")
  public static void proxy(int operation, int handle) {
    session.proxy(operation, handle);
  }
}
