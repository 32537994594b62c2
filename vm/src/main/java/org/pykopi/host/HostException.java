package org.pykopi.host;

/** A host call failed; carries the POSIX error number that Python sees as {@code OSError.errno}. */
public final class HostException extends RuntimeException {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int EIO = 5;
  public static final int EBADF = 9;
  public static final int EAGAIN = 11;
  public static final int EACCES = 13;
  public static final int EEXIST = 17;
  public static final int ENODEV = 19;
  public static final int ENOTDIR = 20;
  public static final int EISDIR = 21;
  public static final int EINVAL = 22;
  public static final int ENOSPC = 28;
  public static final int ENOTEMPTY = 39;
  public static final int EOPNOTSUPP = 95;

  public final int errno;

  public HostException(int errno) {
    super("errno " + errno, null, false, false);
    this.errno = errno;
  }
}
