package org.pykopi.tests.fuzz;

/** What the program generator knows about a value. */
enum Kind {
  INT,
  FLOAT,
  BOOL,
  STR,
  BYTES,
  /** A list of ints. */
  INTS,
  /** A list of strings. */
  STRS,
  /** A tuple of ints and strings. */
  TUPLE,
  /** A dictionary of strings to ints. */
  DICT,
  /** A set of ints. */
  SET,
  /** None, or any of the others. */
  ANY;

  private static final Kind[] ALL = values();

  static Kind any(Dice dice) {
    return dice.chance(25) ? INT : ALL[dice.below(ALL.length)];
  }
}
