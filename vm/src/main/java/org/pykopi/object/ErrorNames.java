package org.pykopi.object;

/** Names of POSIX error numbers (Linux values), as OSError shows them. */
public final class ErrorNames {
  private ErrorNames() {}

  private static final int[] CODES = {
    1, 2, 5, 9, 11, 12, 13, 17, 19, 20, 21, 22, 28, 39, 95, 98, 103, 104, 105, 107, 110, 111, 113,
    114, 115
  };
  private static final String[] NAMES = {
    "EPERM",
    "ENOENT",
    "EIO",
    "EBADF",
    "EAGAIN",
    "ENOMEM",
    "EACCES",
    "EEXIST",
    "ENODEV",
    "ENOTDIR",
    "EISDIR",
    "EINVAL",
    "ENOSPC",
    "ENOTEMPTY",
    "EOPNOTSUPP",
    "EADDRINUSE",
    "ECONNABORTED",
    "ECONNRESET",
    "ENOBUFS",
    "ENOTCONN",
    "ETIMEDOUT",
    "ECONNREFUSED",
    "EHOSTUNREACH",
    "EALREADY",
    "EINPROGRESS"
  };

  public static int count() {
    return CODES.length;
  }

  public static int codeAt(int i) {
    return CODES[i];
  }

  public static String nameAt(int i) {
    return NAMES[i];
  }

  /** The name of an error number, or null. */
  public static String nameOf(int code) {
    for (int i = 0; i < CODES.length; i++) {
      if (CODES[i] == code) {
        return NAMES[i];
      }
    }
    return null;
  }
}
