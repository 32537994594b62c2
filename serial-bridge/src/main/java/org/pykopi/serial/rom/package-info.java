/**
 * The protocol of the boot loader in the ROM, and of the helper program (stub) that speaks the same
 * one with a few commands more. {@link BootLoader} has a method for each command, {@link Link}
 * carries packets. Imports port, hash, slip and chip.
 *
 * <p>A request is {@code 00 command size16 checksum32 data}, an answer {@code 01 command size16
 * value32 data status}, both in a SLIP frame, all numbers little endian. Source: Espressif's
 * document "Serial Protocol".
 */
package org.pykopi.serial.rom;
