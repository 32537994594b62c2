package org.pykopi.compiler;

/**
 * What the compiler knows about a value in a viper function. All but OBJECT, NONE, UNKNOWN and CAST
 * are machine words; while the VM runs such code a word is an int object: from -2^63 for INT, from
 * 0 for UINT and the pointers. A BOOL is any of these, or a bool object.
 */
public enum ViperType {
  OBJECT("object", 0),
  BOOL("bool", 0),
  INT("int", 0),
  UINT("uint", 0),
  PTR("ptr", 0),
  PTR8("ptr8", 1),
  PTR16("ptr16", 2),
  PTR32("ptr32", 4),

  /** None; 0 when it is taken for a word. */
  NONE("None", 0),

  /** A local variable that nothing was stored in so far. */
  UNKNOWN("None", 0),

  /** The name of a type as a function, as in {@code int(x)}. */
  CAST("None", 0);

  /** As annotations and messages name it. */
  public final String text;

  /** Bytes of the items that it points to, 0 when it cannot be indexed. */
  public final int itemSize;

  ViperType(String text, int itemSize) {
    this.text = text;
    this.itemSize = itemSize;
  }

  /** The type of an annotation; null for a name that is none. */
  public static ViperType ofName(String name) {
    for (ViperType type : values()) {
      if (type.text.equals(name) && type.ordinal() < NONE.ordinal()) {
        return type;
      }
    }
    return null;
  }

  /** Whether arithmetic is done on machine words. */
  public boolean isInteger() {
    return this == INT || this == UINT;
  }

  public boolean isPointer() {
    return ordinal() >= PTR.ordinal() && ordinal() <= PTR32.ordinal();
  }

  /** Whether values cannot be negative. */
  boolean isUnsigned() {
    return this == UINT || isPointer();
  }
}
