package org.pykopi.serial.port;

/** Who watches a long piece of work, and may stop it. */
public interface Progress {
  /** Shows nothing, stops nothing. */
  Progress NONE = (step, done, total) -> true;

  /**
   * {@code done} of {@code total} bytes of this step are through; {@code total} is 0 for a step
   * that has no parts. A step that waits is told again and again. Returns false to stop: the work
   * then ends with {@link CancelledException} at the next place where the board stays usable.
   */
  boolean update(String step, long done, long total);
}
