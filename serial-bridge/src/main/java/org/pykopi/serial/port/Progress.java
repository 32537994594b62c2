package org.pykopi.serial.port;

/** Who watches a long piece of work, and may stop it. Called between two packets. */
public interface Progress {
  /** Shows nothing, stops nothing. */
  Progress NONE = (step, done, total) -> true;

  /**
   * {@code done} of {@code total} bytes of this step are through. Returns false to stop: the work
   * then ends with {@link CancelledException} at the next place where the board stays usable.
   */
  boolean update(String step, long done, long total);
}
