package org.pykopi.serial.web;

/** What the page asks for. {@code board.ts} has the same names in the same order. */
enum Request {
  /** (int baud, int milliseconds) -> text of the Python, text of the machine. */
  FIND,
  /** (text program) -> byte 1 if stopped, text of the traceback. */
  RUN,
  /** () -> for each file and folder: text path, int size, byte 1 for a folder. */
  LIST,
  /** (text path) -> bytes. */
  READ,
  /** (text path, bytes) -> (). */
  WRITE,
  /** (text from, text to) -> (). */
  RENAME,
  /** (text path) -> (): with all that is in it. */
  REMOVE,
  /** (text path) -> (). */
  MAKE_FOLDER,
  /** () -> (). */
  SOFT_RESET,
  /** () -> (). */
  HARD_RESET,
  /** (int baud) -> for each fact: text name, text value. */
  IDENTIFY,
  /**
   * (int baud, byte 1 to erase all before, then for each part: text name, int address, bytes) ->
   * ().
   */
  FLASH,
  /** (int baud) -> (). */
  ERASE,
  /** (int baud) -> bytes. */
  READ_FLASH,
  /** () -> (). */
  CLOSE;

  private static final Request[] ALL = values();

  static Request of(int number) {
    return ALL[number];
  }
}
