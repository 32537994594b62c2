package org.pykopi.object;

/** What {@code object()} makes: good as a unique marker. */
final class PyPlainObject extends PyObject {
  @Override
  public PyType type() {
    return PyType.OBJECT;
  }
}
