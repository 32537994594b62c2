package org.pykopi.serial.repl;

/** Who follows a program that runs on the board. Called between two reads of the port. */
public interface ProgramWatcher {
  /** Follows nothing and never stops the program. */
  ProgramWatcher NONE = new ProgramWatcher() {};

  /** Bytes the program wrote, as they come; the array is reused. */
  default void output(byte[] data, int offset, int length) {}

  /** True stops the program with Ctrl-C. Asked about twenty times a second. */
  default boolean wantsStop() {
    return false;
  }

  /** What was typed for the program since the last call; null for nothing. */
  default byte[] input() {
    return null;
  }
}
