package org.pykopi.bytecode;

/**
 * Everything a `.mpy` file stores before the opcodes of a code object.
 *
 * @param signature sizes, flags and argument counts
 * @param nameIndexes indexes into the name table: the simple name, then one per argument
 *     (positional, then keyword-only)
 * @param lines the encoded line table
 * @param cells the locals that become cells when the function starts, each 0..255
 */
public record Prelude(Signature signature, int[] nameIndexes, LineTable lines, int[] cells) {}
