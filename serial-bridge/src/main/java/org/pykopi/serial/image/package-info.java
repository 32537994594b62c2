/**
 * Firmware files: what their header says, whether they are whole, for which chip and memory they
 * are made, and the partition table inside. {@link FirmwareImage} is one image; {@link
 * FirmwareCheck} compares a file with a board before anything is erased. Imports port, hash, chip.
 */
package org.pykopi.serial.image;
