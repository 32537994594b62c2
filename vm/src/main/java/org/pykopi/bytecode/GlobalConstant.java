package org.pykopi.bytecode;

/**
 * A constant of a file of version 5 that is the value a global name has when the file is loaded.
 */
public record GlobalConstant(String name) {}
