package org.pykopi.object;

import java.util.HashMap;
import java.util.Map;

/**
 * {@code str}: text as a Java string, indexed by code point in O(1). Names of attributes, globals and keyword arguments are
 * interned: one object for each text, compared by identity.
 */
public final class PyStr extends PyObject {
  /** First of all statics: the tables of all types intern names while they are made. */
  private static final Map<String, PyStr> INTERNED = new HashMap<>();

  public static final PyType TYPE = StrMethods.table();
  public static final PyStr EMPTY = intern("");

  public final String value;

  /** Whether this is the one interned object of its text. */
  private boolean isInterned;

  private int hash;

  private PyStr(String value) {
    this.value = value;
  }

  /** A string of this text; the empty one is shared. */
  public static PyStr of(String value) {
    return value.isEmpty() ? EMPTY : new PyStr(value);
  }

  /** The one interned string of this text. */
  public static PyStr intern(String value) {
    PyStr found = INTERNED.get(value);
    if (found == null) {
      found = new PyStr(value);
      found.isInterned = true;
      INTERNED.put(value, found);
    }
    return found;
  }

  /** The interned string of the same text. */
  public PyStr interned() {
    return isInterned ? this : intern(value);
  }

  @Override
  public PyType type() {
    return TYPE;
  }

  /** Hash of the text; never 0. */
  public int textHash() {
    int result = hash;
    if (result == 0) {
      result = value.hashCode();
      hash = result = result == 0 ? 1 : result;
    }
    return result;
  }

  @Override
  public int hash(PyContext ctx) {
    return textHash();
  }

  /** Whether both have the same text. */
  public boolean sameText(PyStr other) {
    return this == other
        || (!(isInterned && other.isInterned)
            && textHash() == other.textHash()
            && value.equals(other.value));
  }
}
