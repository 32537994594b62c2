/**
 * Facts of the MicroPython v6.3 bytecode format: the opcode table, the code object, its line table,
 * the `.mpy` file reader and writer, the listing and the verifier. Read {@link
 * org.pykopi.bytecode.Opcode} first, then {@link org.pykopi.bytecode.CodeObject}. Knows nothing of
 * the object model or the compiler; may import {@code util}.
 */
package org.pykopi.bytecode;
