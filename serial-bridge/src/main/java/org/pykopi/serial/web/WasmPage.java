package org.pykopi.serial.web;

import org.pykopi.serial.wire.WasmRegion;
import org.teavm.interop.Import;

/** The page behind imported functions and linear memory. */
final class WasmPage extends WasmRegion implements Page {
  @Override
  public int open(int baud) {
    return hostOpen(baud);
  }

  @Override
  public void close() {
    hostClose();
  }

  @Override
  public int available(double timeoutMillis) {
    return hostAvailable(timeoutMillis);
  }

  @Override
  public int take(int length) {
    return hostTake(length);
  }

  @Override
  public int send(int length) {
    return hostSend(length);
  }

  @Override
  public int setSignals(int dtr, int rts) {
    return hostSetSignals(dtr, rts);
  }

  @Override
  public int setBaudRate(int baud) {
    return hostSetBaudRate(baud);
  }

  @Override
  public int describe() {
    return hostDescribe();
  }

  @Override
  public int claim(int interfaceNumber) {
    return hostClaim(interfaceNumber);
  }

  @Override
  public void carry(int in, int out, int packet, int header) {
    hostCarry(in, out, packet, header);
  }

  @Override
  public int control(int type, int request, int value, int index, int length) {
    return hostControl(type, request, value, index, length);
  }

  @Override
  public int receive(double timeoutMillis) {
    return hostReceive(timeoutMillis);
  }

  @Override
  public int sendBinary(int length) {
    return hostSendBinary(length);
  }

  @Override
  public int problem() {
    return hostProblem();
  }

  @Override
  public int loadStub(int nameLength) {
    return hostLoadStub(nameLength);
  }

  @Override
  public int takeStub(int at) {
    return hostTakeStub(at);
  }

  @Override
  public double millis() {
    return hostMillis();
  }

  @Override
  public void sleep(double millis) {
    hostSleep(millis);
  }

  @Override
  public void log(int level, int length) {
    hostLog(level, length);
  }

  @Override
  public void output(int length) {
    hostOutput(length);
  }

  @Override
  public int stopAsked() {
    return hostStopAsked();
  }

  @Override
  public int takeTyped() {
    return hostTakeTyped();
  }

  @Override
  public int progress(int stepLength, double done, double total) {
    return hostProgress(stepLength, done, total);
  }

  @Import(module = "pykopi", name = "open")
  private static native int hostOpen(int baud);

  @Import(module = "pykopi", name = "close")
  private static native void hostClose();

  @Import(module = "pykopi", name = "available")
  private static native int hostAvailable(double timeoutMillis);

  @Import(module = "pykopi", name = "take")
  private static native int hostTake(int length);

  @Import(module = "pykopi", name = "send")
  private static native int hostSend(int length);

  @Import(module = "pykopi", name = "setSignals")
  private static native int hostSetSignals(int dtr, int rts);

  @Import(module = "pykopi", name = "setBaudRate")
  private static native int hostSetBaudRate(int baud);

  @Import(module = "pykopi", name = "describe")
  private static native int hostDescribe();

  @Import(module = "pykopi", name = "claim")
  private static native int hostClaim(int interfaceNumber);

  @Import(module = "pykopi", name = "carry")
  private static native void hostCarry(int in, int out, int packet, int header);

  @Import(module = "pykopi", name = "control")
  private static native int hostControl(int type, int request, int value, int index, int length);

  @Import(module = "pykopi", name = "receive")
  private static native int hostReceive(double timeoutMillis);

  @Import(module = "pykopi", name = "sendBinary")
  private static native int hostSendBinary(int length);

  @Import(module = "pykopi", name = "problem")
  private static native int hostProblem();

  @Import(module = "pykopi", name = "loadStub")
  private static native int hostLoadStub(int nameLength);

  @Import(module = "pykopi", name = "takeStub")
  private static native int hostTakeStub(int at);

  @Import(module = "pykopi", name = "millis")
  private static native double hostMillis();

  @Import(module = "pykopi", name = "sleep")
  private static native void hostSleep(double millis);

  @Import(module = "pykopi", name = "log")
  private static native void hostLog(int level, int length);

  @Import(module = "pykopi", name = "output")
  private static native void hostOutput(int length);

  @Import(module = "pykopi", name = "stopAsked")
  private static native int hostStopAsked();

  @Import(module = "pykopi", name = "takeTyped")
  private static native int hostTakeTyped();

  @Import(module = "pykopi", name = "progress")
  private static native int hostProgress(int stepLength, double done, double total);
}
