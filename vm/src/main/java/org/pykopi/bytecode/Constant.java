package org.pykopi.bytecode;

/** The constants that are one of a kind. The other kinds of constants are plain Java values. */
public enum Constant {
  NONE("None"),
  FALSE("False"),
  TRUE("True"),
  ELLIPSIS("Ellipsis");

  /** How Python prints it. */
  public final String repr;

  Constant(String repr) {
    this.repr = repr;
  }
}
