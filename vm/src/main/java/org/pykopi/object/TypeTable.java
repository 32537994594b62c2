package org.pykopi.object;

/**
 * Builds a built-in type from its table. Methods take the object itself as their first argument, so
 * a method with one more argument is {@code fn2}. Class and static methods are marked by {@link
 * #classMethod} and {@link #staticMethod}.
 */
public final class TypeTable extends MemberTable<TypeTable> {
  private final String name;
  private PyType[] bases = PyType.NO_BASES;
  private PyType.NativeConstructor constructor;

  public TypeTable(String name) {
    this.name = name;
  }

  @Override
  TypeTable self() {
    return this;
  }

  public TypeTable base(PyType base) {
    bases = new PyType[] {base};
    return this;
  }

  /** What calling the type does; without it, Python code cannot make such objects. */
  public TypeTable constructor(PyType.NativeConstructor make) {
    constructor = make;
    return this;
  }

  /** A native attribute that is computed when read. */
  public TypeTable property(String member, Native.Getter getter) {
    return constant(member, new PyNativeProperty(getter));
  }

  /** The table entry of that name becomes a class method: its first argument is the type. */
  public TypeTable classMethod(String member) {
    PyStr key = PyStr.intern(member);
    return constant(member, new PyClassMethod(members.getStr(key)));
  }

  /** The table entry of that name becomes a static method. */
  public TypeTable staticMethod(String member) {
    PyStr key = PyStr.intern(member);
    return constant(member, new PyStaticMethod(members.getStr(key)));
  }

  /**
   * The method of that name is seen in Pycopy only. Types are shared by all runtimes, so the
   * question is asked when the attribute is read.
   */
  public TypeTable pycopyOnly(String member) {
    PyObject function = members.getStr(PyStr.intern(member));
    return property(
        member, (ctx, self) -> ctx.profile.isPycopy() ? new PyBoundMethod(function, self) : null);
  }

  public PyType build() {
    return new PyType(name, bases, members, constructor, false);
  }
}
