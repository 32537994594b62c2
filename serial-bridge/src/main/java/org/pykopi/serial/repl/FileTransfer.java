package org.pykopi.serial.repl;

import org.pykopi.serial.port.DeviceException;
import org.pykopi.serial.port.Progress;

/**
 * Another way for the contents of files than the raw prompt, for lines that have one. The board
 * waits at the raw prompt meanwhile; {@link BoardFiles} checks what was moved.
 */
public interface FileTransfer {
  /** Whether it can carry a file of this name. */
  boolean accepts(String path);

  /** Writes a file; the folder is there. */
  void put(String path, byte[] data, Progress progress) throws DeviceException;

  /** Reads a file that is there and has this size. */
  byte[] get(String path, long size, Progress progress) throws DeviceException;
}
