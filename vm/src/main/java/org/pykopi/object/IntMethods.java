package org.pykopi.object;

/** Methods of {@code int}. */
final class IntMethods {
  private IntMethods() {}

  static PyType table() {
    return new TypeTable("int").build();
  }
}
