package org.pykopi.module;

import org.pykopi.object.PyContext;

/**
 * Anything that bytes are read from or written to: files, the console, memory, objects of Python
 * classes derived from {@code io.IOBase}. Python errors are raised, never returned. {@link
 * Streams#of} finds the stream behind a Python object.
 */
interface Stream {
  /**
   * Result of {@link #read} and {@link #write} of a non-blocking stream that can do nothing now.
   */
  int WOULD_BLOCK = -1;

  /** In Pycopy: a write can do nothing before bytes from the other side came. */
  int WANTS_READ = -2;

  /** In Pycopy: a read can do nothing before bytes are sent. */
  int WANTS_WRITE = -3;

  // Requests of ioctl, as the reference numbers them.
  int IOCTL_FLUSH = 1;
  int IOCTL_SEEK = 2;
  int IOCTL_POLL = 3;
  int IOCTL_CLOSE = 4;
  int IOCTL_FILENO = 10;
  int IOCTL_BUFFER_SIZE = 11;

  // Bits of IOCTL_POLL's argument and result.
  int POLL_READ = 1;
  int POLL_WRITE = 4;

  /** Whether {@code read} gives str and counts characters. */
  boolean isText();

  /** Reads up to {@code length} bytes: their number, 0 at the end, or {@link #WOULD_BLOCK}. */
  int read(PyContext ctx, byte[] target, int offset, int length);

  /** Writes up to {@code length} bytes: their number, or {@link #WOULD_BLOCK}. */
  int write(PyContext ctx, byte[] source, int offset, int length);

  /** Moves to {@code offset} from start (0), here (1) or end (2); returns the new position. */
  long seek(PyContext ctx, long offset, int whence);

  void flush(PyContext ctx);

  void close(PyContext ctx);

  /** Any other request; raises OSError(EINVAL) when the stream does not know it. */
  int ioctl(PyContext ctx, int request, int argument);
}
