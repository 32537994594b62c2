/**
 * The work on a board: connect, identify, erase, write, verify, read back, reset. {@link Flasher}
 * is what others use; {@link Session} holds the connection and restores it after errors. Imports
 * port, hash, chip, rom, image.
 */
package org.pykopi.serial.flash;
