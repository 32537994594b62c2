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
    return new PyModule(name, members, true);
  }

  /** The module with members that Python code may change (builtins, sys). */
  public PyModule buildWritable() {
    return new PyModule(name, members, false);
  }
}
