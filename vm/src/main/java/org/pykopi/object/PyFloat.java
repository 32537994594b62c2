package org.pykopi.object;

/** {@code float}: an IEEE 754 double. */
public final class PyFloat extends PyObject {
  public static final PyType TYPE = new TypeTable("float").build();

  public final double value;

  public PyFloat(double value) {
    this.value = value;
  }

  @Override
  public PyType type() {
    return TYPE;
  }
}
