/**
 * The three things the flasher and the board driver need from outside: a {@link SerialPort}, a
 * {@link Clock} and a {@link Log}. Read {@link SerialPort} first. Imports nothing.
 *
 * <p>The other packages of this module build on these three and arrive with the flasher: {@code
 * slip} (frames), {@code rom} (boot-loader commands), {@code chip} (constants of each chip), {@code
 * image} (firmware header), {@code flash} (erase, write, verify), {@code repl} (raw REPL and
 * files), and {@code web}, the only package that names JavaScript.
 */
package org.pykopi.serial.port;
