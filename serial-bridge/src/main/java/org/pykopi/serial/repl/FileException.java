package org.pykopi.serial.repl;

import org.pykopi.serial.port.DeviceException;

/** The board's file system refused something. */
public final class FileException extends DeviceException {
  private static final long serialVersionUID = 1L;

  public static final int ENOENT = 2;
  public static final int EEXIST = 17;
  public static final int ENOTDIR = 20;
  public static final int EISDIR = 21;
  public static final int EINVAL = 22;
  public static final int ENOSPC = 28;
  public static final int EROFS = 30;
  public static final int ENOTEMPTY = 39;

  private final int errno;

  FileException(String step, int errno) {
    super(step, describe(errno), errno == ENOSPC ? "Remove files from the board first" : "");
    this.errno = errno;
  }

  /** The number that boards use, which is Linux's. */
  public int errno() {
    return errno;
  }

  /** The words of Unix for an error number. */
  public static String describe(int errno) {
    return switch (errno) {
      case ENOENT -> "no such file or directory";
      case 5 -> "input/output error";
      case 13 -> "permission denied";
      case EEXIST -> "file exists";
      case 19 -> "no such device";
      case ENOTDIR -> "not a directory";
      case EISDIR -> "is a directory";
      case EINVAL -> "invalid argument";
      case ENOSPC -> "no space left on the board";
      case EROFS -> "read-only file system";
      case ENOTEMPTY -> "directory not empty";
      default -> "error " + errno;
    };
  }
}
