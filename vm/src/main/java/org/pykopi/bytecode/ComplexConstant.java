package org.pykopi.bytecode;

/** A complex number in a constant table. */
public record ComplexConstant(double re, double im) {}
