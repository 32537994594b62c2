package org.pykopi.bytecode;

/**
 * Operands of {@code NATIVE_CONVERT} and {@code NATIVE_CAST}: what becomes of a value. The first
 * four start from any object, the others from a machine word or None, which counts as 0.
 */
public final class NativeConversion {
  private NativeConversion() {}

  /** The truth. */
  public static final int OBJECT_TO_BOOL = 0;

  /** The lowest 64 bits of an int, signed. */
  public static final int OBJECT_TO_INT = 1;

  /** The lowest 64 bits of an int, unsigned. */
  public static final int OBJECT_TO_UINT = 2;

  /** The address of a buffer, or an int that is one. */
  public static final int OBJECT_TO_POINTER = 3;

  public static final int TO_INT = 4;

  /** Also to a pointer. */
  public static final int TO_UINT = 5;

  /** To a bool object. */
  public static final int TO_BOOL = 6;

  /** Leaves the word as it is. */
  public static final int NOTHING = 7;

  /** The operand of {@code NATIVE_CONVERT} is the conversion plus the depth times this. */
  public static final int DEPTH = 8;
}
