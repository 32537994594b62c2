/**
 * What the flasher and the board driver need from outside: a {@link SerialPort}, a {@link Clock}, a
 * {@link Log} and somebody who watches ({@link Progress}); and how failures are told ({@link
 * DeviceException}). Read {@link SerialPort} first. Imports nothing.
 *
 * <p>All of this module is blocking Java without threads. The other packages build on this one.
 */
package org.pykopi.serial.port;
