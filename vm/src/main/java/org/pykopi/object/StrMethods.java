package org.pykopi.object;

/** Methods of {@code str}. */
final class StrMethods {
  private StrMethods() {}

  static PyType table() {
    return new TypeTable("str").build();
  }
}
