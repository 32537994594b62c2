package org.pykopi.host;

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
    Environment environment) {}
