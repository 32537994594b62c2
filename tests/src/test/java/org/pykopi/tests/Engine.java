package org.pykopi.tests;

/** Something that runs Python programs, each in a virtual machine of its own. */
interface Engine extends AutoCloseable {
  /** Short name, as {@code known-failures.txt} uses it. */
  String name();

  /**
   * Runs a program as {@code __main__} to its end.
   *
   * @return all it wrote to standard output and standard error, in order, a traceback included
   */
  String run(Program program) throws Exception;

  @Override
  void close();
}
