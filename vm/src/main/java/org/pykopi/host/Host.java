package org.pykopi.host;

import org.pykopi.host.board.Board;

/**
 * Everything outside the virtual machine, in one bundle. The JVM command line, the browser worker
 * and the tests each make one; the machine never reaches around it.
 */
public record Host(
    Console console,
    Clock clock,
    FileSystem files,
    Entropy entropy,
    Poll poll,
    Environment environment,
    Board board,
    Network network) {
  /** A host with a board and a network of its own, both in memory. */
  public Host(
      Console console,
      Clock clock,
      FileSystem files,
      Entropy entropy,
      Poll poll,
      Environment environment) {
    this(console, clock, files, entropy, poll, environment, new Board(), new MemoryNetwork());
  }
}
