package org.pykopi.serial.repl;

/** A program on the board ended with an exception. */
public final class PythonException extends org.pykopi.serial.port.DeviceException {
  private static final long serialVersionUID = 1L;

  private final String traceback;

  PythonException(String step, String traceback) {
    super(step, lastLine(traceback), "");
    this.traceback = traceback;
  }

  /** All that the board wrote about it, with line ends as they came. */
  public String traceback() {
    return traceback;
  }

  /** The line that names the exception: {@code OSError: [Errno 2] ENOENT}. */
  public static String lastLine(String traceback) {
    String text = traceback.strip();
    int start = Math.max(text.lastIndexOf('\n'), text.lastIndexOf('\r')) + 1;
    return text.substring(start);
  }

  /** Name of the exception's class. */
  public String typeName() {
    String line = lastLine(traceback);
    int colon = line.indexOf(':');
    return colon < 0 ? line : line.substring(0, colon);
  }

  /**
   * The number of an OSError, 0 for any other exception. Boards write {@code OSError: [Errno 2]
   * ENOENT}, {@code OSError: 2} or {@code OSError: (2, 'text')}.
   */
  public int errno() {
    if (!typeName().equals("OSError")) {
      return 0;
    }
    String line = lastLine(traceback);
    int value = 0;
    boolean hasDigits = false;
    for (int i = line.indexOf(':'); i >= 0 && i < line.length(); i++) {
      char c = line.charAt(i);
      if (c >= '0' && c <= '9' && value < 100_000) {
        value = 10 * value + c - '0';
        hasDigits = true;
      } else if (hasDigits) {
        break;
      }
    }
    return value;
  }
}
