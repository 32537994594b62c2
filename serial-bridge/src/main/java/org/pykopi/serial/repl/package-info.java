/**
 * Drives a board that runs MicroPython: finds its prompt, runs programs, moves files. Read {@link
 * RawRepl} first (the prompt for tools), then {@link BoardFiles}. Imports {@code port} and {@code
 * hash}, nothing else; speaks only to a {@link org.pykopi.serial.port.SerialPort}, whatever is
 * behind it.
 */
package org.pykopi.serial.repl;
