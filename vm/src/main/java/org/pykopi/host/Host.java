package org.pykopi.host;

import org.pykopi.host.board.Board;

/**
 * Everything outside the virtual machine, in one bundle. The JVM command line, the browser worker
 * and the tests each make one; the machine never reaches around it.
 *
 * @param tls null where there is no encryption
 */
public record Host(
    Console console,
    Clock clock,
    FileSystem files,
    Entropy entropy,
    Poll poll,
    Environment environment,
    Board board,
    Network network,
    Tls tls) {
  /** A host with a board and a network of its own, both in memory, and without encryption. */
  public Host(
      Console console,
      Clock clock,
      FileSystem files,
      Entropy entropy,
      Poll poll,
      Environment environment) {
    this(console, clock, files, entropy, poll, environment, new Board(), new MemoryNetwork(), null);
  }
}
