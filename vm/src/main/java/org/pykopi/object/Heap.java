package org.pykopi.object;

import org.pykopi.host.Environment;

/**
 * The counted heap: what buffers, texts and containers have asked for since the latest collection.
 * Java collects by itself and tells little, so the count starts anew when it reaches the size of
 * the heap. With a limit the host is asked then how much is alive after a collection; what does not
 * fit is a MemoryError.
 */
public final class Heap {
  private static final int DEFAULT_SIZE = 1 << 24;

  private int size = DEFAULT_SIZE;
  private int counted;

  /** Where the limit is watched, else null. */
  private Environment watched;

  /** What the machine itself took when the limit was set. */
  private long base;

  /** Sets the size; from now on it is a limit, if the host can tell what is in use. */
  public void limit(Environment environment, long bytes) {
    size = (int) Math.min(bytes, Integer.MAX_VALUE / 2);
    base = environment.memoryInUse();
    watched = base < 0 ? null : environment;
  }

  public boolean isLimited() {
    return watched != null;
  }

  public int size() {
    return size;
  }

  /** Bytes asked for since the latest collection, and with a limit those alive then. */
  public int counted() {
    return Math.min(counted, size);
  }

  /** Counts an object of at most {@link PyContext#MAX_ALLOCATION} bytes before it is made. */
  void count(PyContext ctx, int bytes) {
    counted += bytes;
    if (counted > size || counted < 0) {
      if (watched != null) {
        ctx.forgetEnded();
      }
      collected();
      if (watched != null && counted > size - bytes) {
        throw Errors.memoryError(ctx, bytes);
      }
      counted += Math.min(bytes, size);
    }
  }

  /** A collection, by the program or because the count is full. */
  public void collected() {
    counted = 0;
    if (watched != null) {
      counted = (int) Math.min(Math.max(0, watched.memoryInUse() - base), Integer.MAX_VALUE / 2);
    }
  }
}
