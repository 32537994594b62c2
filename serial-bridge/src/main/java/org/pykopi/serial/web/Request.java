package org.pykopi.serial.web;

/** What the page asks for. {@code board.ts} has the same names in the same order. */
enum Request {
  /**
   * (int baud, int milliseconds) -> text of the Python, text of the machine, int version of
   * compiled files or 0.
   */
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
  /**
   * (int baud) -> int bytes of flash memory or -1, int address of firmware, int number of facts;
   * for each fact: text name, text value; for each partition: text label, text type, text subtype,
   * int address, int size.
   */
  IDENTIFY,
  /**
   * (int baud, byte 1 to erase all before, then for each part: text name, int address, bytes) ->
   * ().
   */
  FLASH,
  /** (int baud, int address, int size or 0 for all the memory) -> (). */
  ERASE,
  /** (int baud, int address, int size or 0 for all the memory) -> bytes. */
  READ_FLASH,
  /** () -> (). */
  CLOSE;

  private static final Request[] ALL = values();

  static Request of(int number) {
    return ALL[number];
  }
}
