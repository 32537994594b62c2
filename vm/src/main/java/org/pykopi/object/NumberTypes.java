package org.pykopi.object;

/**
 * The types of numbers. They are not in {@link PyInt}, {@link PyFloat} and {@link PyBool} because
 * TeaVM calls the static initialiser of a class wherever the class is used for the first time as
 * far as it knows: these three are used by every arithmetic instruction and so have none that does
 * more than make a few objects.
 */
public final class NumberTypes {
  public static final PyType INT = IntMethods.table();
  public static final PyType FLOAT =
      new TypeTable("float").constructor(FloatArithmetic::make).build();
  public static final PyType BOOL =
      new TypeTable("bool").base(INT).constructor(PyBool::make).build();

  private NumberTypes() {}
}
