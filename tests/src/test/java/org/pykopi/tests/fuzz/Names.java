package org.pykopi.tests.fuzz;

import java.util.ArrayList;
import java.util.List;

/**
 * The names that a place in a generated program can use. A block starts with a copy of the names
 * around it, so what it adds is not used after it, where it may be unbound.
 */
final class Names {
  /** A variable; one that is only read belongs to an outer function or is a loop's own counter. */
  record Variable(String name, Kind kind, boolean isAssignable) {}

  /**
   * A function of this program.
   *
   * @param parameters their kinds, by position; {@code named} are their names
   * @param required how many of them have no default
   * @param keywordOnly names of the keyword-only ones, all with a default
   */
  record Function(
      String name,
      List<Kind> parameters,
      List<String> named,
      int required,
      List<String> keywordOnly,
      Kind result) {}

  /** An object: the name of the variable and its class. */
  record Instance(String name, Type type) {}

  /** A class of this program; its attributes are ints. */
  static final class Type {
    final String name;
    final List<Kind> parameters = new ArrayList<>();
    final List<String> attributes = new ArrayList<>();

    /** Methods without self; those of the bases too. */
    final List<Function> methods = new ArrayList<>();

    /** Names of operators and protocols: {@code __add__}, {@code __len__} ... */
    final List<String> special = new ArrayList<>();

    Type(String name) {
      this.name = name;
    }
  }

  final List<Variable> variables = new ArrayList<>();
  final List<Function> functions = new ArrayList<>();
  final List<Function> generators = new ArrayList<>();
  final List<Type> types = new ArrayList<>();
  final List<Instance> instances = new ArrayList<>();

  /** How deep in loops; what is assigned there must not grow without limit. */
  int loops;

  /** Whether in a function, so that {@code return} can stand here. */
  boolean isInFunction;

  Names() {}

  /** The names of a block inside of these. */
  Names inner() {
    Names inner = new Names();
    inner.variables.addAll(variables);
    inner.functions.addAll(functions);
    inner.generators.addAll(generators);
    inner.types.addAll(types);
    inner.instances.addAll(instances);
    inner.loops = loops;
    inner.isInFunction = isInFunction;
    return inner;
  }

  /** The names of a function inside of these: outer variables can only be read. */
  Names function() {
    Names inner = inner();
    inner.variables.replaceAll(outer -> new Variable(outer.name, outer.kind, false));
    inner.loops = 1;
    inner.isInFunction = true;
    return inner;
  }

  /** The variables of a kind; all for ANY. */
  List<Variable> of(Kind kind) {
    return variables.stream()
        .filter(variable -> kind == Kind.ANY || variable.kind == kind)
        .toList();
  }

  List<Variable> assignable() {
    return variables.stream().filter(Variable::isAssignable).toList();
  }

  List<Function> functionsOf(Kind kind) {
    return functions.stream().filter(function -> function.result == kind).toList();
  }

  void add(String name, Kind kind) {
    forget(name);
    variables.add(new Variable(name, kind, true));
  }

  void addReadOnly(String name, Kind kind) {
    forget(name);
    variables.add(new Variable(name, kind, false));
  }

  void forget(String name) {
    variables.removeIf(variable -> variable.name.equals(name));
    instances.removeIf(instance -> instance.name.equals(name));
  }
}
