package org.pykopi.object;

/** The types {@code type} and {@code object}. */
final class TypeMethods {
  private TypeMethods() {}

  static PyType makeType() {
    return new TypeTable("type").build();
  }

  static PyType makeObject() {
    return new TypeTable("object").build();
  }
}
