package org.pykopi.object;

/** Methods of {@code dict}. */
final class DictMethods {
  private DictMethods() {}

  static PyType table() {
    return new TypeTable("dict").build();
  }
}
