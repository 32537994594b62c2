package org.pykopi.serial.cli;

/** The command line asks for something that can not be done; the message says what. */
final class CommandException extends Exception {
  private static final long serialVersionUID = 1L;

  CommandException(String message) {
    super(message);
  }
}
