/**
 * The command {@code device}: flashes and drives a board from a terminal, with the names and the
 * behaviour of {@code esptool} and {@code mpremote}. Start at {@link
 * org.pykopi.serial.cli.DeviceCommand}. JVM only; imports everything else of this module but {@code
 * web}.
 */
package org.pykopi.serial.cli;
