package org.pykopi.bytecode;

import java.util.List;

/**
 * Machine code of one function, as a file of version 5 holds it.
 *
 * @param isViper a viper function, which has no prelude
 * @param code with the prelude of a native function at its end
 * @param preludeOffset where the prelude starts
 * @param links the places where the loader puts the numbers of names
 * @param constants in the order of their places: indexes into the module's table
 */
public record NativeCode(
    boolean isViper, byte[] code, int preludeOffset, List<Link> links, int[] constants) {
  /** The place holds the number of a name. */
  public static final int NUMBER = 1;

  /** The place holds a str object. */
  public static final int OBJECT = 2;

  /** A place in the code, what is there, and the name. */
  public record Link(int offset, int kind, String name) {}
}
