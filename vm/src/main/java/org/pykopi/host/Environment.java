package org.pykopi.host;

/** Process environment variables. */
public interface Environment {
  /** The value, or null when the variable is not set. */
  String get(String name);

  /** Sets a variable, or removes it when {@code value} is null. */
  void set(String name, String value);
}
