package org.pykopi.bytecode;

/**
 * What the numbers in code that lies in memory stand for: those a program reads with {@code id()}
 * and {@code uctypes.addressof()}.
 */
public interface MachineWords {
  /** A function in memory: its code and the table with its argument names, constants, children. */
  record Function(byte[] code, long[] table) {}

  /** The name with that number; null when there is none. */
  String nameAt(int number);

  /** A constant, of a kind that {@link ConstantPool} names or any object of the machine. */
  Object constant(long word);

  /** The function that lies at an address. */
  Function functionAt(long address);
}
