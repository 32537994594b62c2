package org.pykopi.bytecode;

/**
 * The code of one block as version 5 has it; what the machine runs is {@link CodeObject#bytecode}
 * all the same.
 *
 * @param bytecode the instructions, coded as {@link Opcode5} tells; names are indexes into the name
 *     table of the module
 * @param lines the steps of the line table, without the zero at its end
 * @param constants the constants in the order of their loads: indexes into the module's table
 * @param cachesLookups whether bytes for cached places are in the bytecode
 */
public record Mpy5Code(byte[] bytecode, LineTable lines, int[] constants, boolean cachesLookups) {}
