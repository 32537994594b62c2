package org.pykopi.object;

/**
 * A computed attribute of a built-in type, such as {@code range.start}; lives in the type's table,
 * never seen itself.
 */
final class PyNativeProperty extends PyObject {
  static final PyType TYPE = new TypeTable("property").build();

  final Native.Getter getter;

  PyNativeProperty(Native.Getter getter) {
    this.getter = getter;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
