package org.pykopi.object;

/**
 * Builds a built-in module from its table of functions and constants; made anew for each runtime.
 */
public final class ModuleTable extends MemberTable<ModuleTable> {
  private final String name;

  public ModuleTable(String name) {
    this.name = name;
  }

  @Override
  ModuleTable self() {
    return this;
  }

  /** The module; Python code can read its members but not change them. */
  public PyModule build() {
    return new PyModule(name, members, new PyStr[0]);
  }

  /** The module with members that Python code may change, and add more. */
  public PyModule buildWritable() {
    return new PyModule(name, members, null);
  }

  /** The module of which Python code may change just these members. */
  public PyModule buildWritable(String... changeable) {
    PyStr[] names = new PyStr[changeable.length];
    for (int i = 0; i < names.length; i++) {
      names[i] = PyStr.intern(changeable[i]);
    }
    return new PyModule(name, members, names);
  }
}
