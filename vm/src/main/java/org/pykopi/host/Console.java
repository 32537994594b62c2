package org.pykopi.host;

/** The three standard streams as bytes. All calls are made from the machine's one thread. */
public interface Console {
  /**
   * Reads standard input into {@code target}, waiting for at least one byte.
   *
   * @return number of bytes read, 0 when interrupted (the machine then asks {@link Poll}), or -1 at
   *     end of input
   */
  int read(byte[] target, int offset, int length);

  /** Whether {@link #read} would return at once. */
  boolean isReadReady();

  /** Writes bytes to standard output; may be batched until {@link #flush}. */
  void write(byte[] source, int offset, int length);

  /** Writes bytes to standard error; keeps its place relative to standard output. */
  void writeError(byte[] source, int offset, int length);

  /** Sends on what was written; called before every wait. */
  void flush();

  /** Whether a person sits at the other end, so that a prompt, echo and line editing make sense. */
  boolean isTerminal();

  /**
   * Tells a terminal that has modes to pass on every key at once and without echo, or to go back to
   * what programs expect. Asked for around prompts; terminals that always do so ignore it.
   */
  default void setRaw(boolean isRaw) {}
}
