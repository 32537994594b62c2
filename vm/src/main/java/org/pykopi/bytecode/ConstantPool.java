package org.pykopi.bytecode;

/**
 * The two tables that all code objects of one module share.
 *
 * <p>{@code names} is the table behind every opcode with a name operand, and behind the function
 * and argument names; entry 0 is the source file. {@code constants} is the table behind {@code
 * LOAD_CONST_OBJ}; its entries are {@code String} (str), {@code byte[]} (bytes), {@code BigInteger}
 * or {@code Long} (int), {@code Double} (float), {@link ComplexConstant}, {@code Object[]} (tuple)
 * and {@link Constant}. Nobody changes either array after the module is complete.
 */
public record ConstantPool(String[] names, Object[] constants) {}
