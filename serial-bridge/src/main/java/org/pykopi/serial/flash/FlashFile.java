package org.pykopi.serial.flash;

/** Bytes, the address where they go, and a name for messages. */
public record FlashFile(String name, int address, byte[] data) {}
