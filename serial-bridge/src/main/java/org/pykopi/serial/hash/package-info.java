/**
 * Hashes by which the contents of a board are checked: {@link Md5} for flash memory, {@link Sha256}
 * for files and firmware images. Imports nothing.
 */
package org.pykopi.serial.hash;
