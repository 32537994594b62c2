package org.pykopi.serial.webrepl;

import org.pykopi.serial.port.PortException;

/** A WebSocket to a board. */
public interface MessageChannel {
  /** One message: terminal text, or binary data of the file protocol. */
  record Message(boolean isText, byte[] data) {}

  /** What the user knows it by: {@code ws://192.168.4.1:8266}. */
  String name();

  /** Connects; on an open channel it does nothing. */
  void open() throws PortException;

  /** Gives the connection back. A second call does nothing. */
  void close();

  boolean isOpen();

  /** Sends one message. Text that is not UTF-8 may end the connection. */
  void send(boolean isText, byte[] data) throws PortException;

  /** The next message; null when none came in this time. */
  Message receive(int timeoutMillis) throws PortException;

  /** Says what to run, once, when the connection is lost; null for nothing. */
  void onDisconnect(Runnable notice);
}
