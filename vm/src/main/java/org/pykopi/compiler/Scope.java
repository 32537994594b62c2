package org.pykopi.compiler;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Position;

/**
 * A block of code with its own names: module, class body, function, lambda or comprehension. Data
 * only; {@link Scopes} holds the rules. Filled while names are resolved, read while code is
 * emitted.
 */
final class Scope {
  enum Kind {
    MODULE("<module>"),
    CLASS(null),
    LAMBDA("<lambda>"),
    LIST_COMPREHENSION("<listcomp>"),
    DICT_COMPREHENSION("<dictcomp>"),
    SET_COMPREHENSION("<setcomp>"),
    GENERATOR("<genexpr>"),
    FUNCTION(null);

    /** The name of code without one of its own. */
    final String defaultName;

    Kind(String defaultName) {
      this.defaultName = defaultName;
    }

    /** Whether assigned names are local variables. */
    boolean isFunctionLike() {
      return this != MODULE && this != CLASS;
    }

    boolean isComprehension() {
      return isFunctionLike() && this != FUNCTION && this != LAMBDA;
    }
  }

  /** What a name stands for in one scope. */
  enum Binding {
    UNDECIDED,
    GLOBAL_IMPLICIT,
    /** Assigned in a module or class body, so that inner functions do not close over it. */
    GLOBAL_IMPLICIT_ASSIGNED,
    GLOBAL_EXPLICIT,
    /** Used by this scope alone. */
    LOCAL,
    /** Owned by this scope, used by inner ones too. */
    CELL,
    /** Owned by an outer scope. */
    FREE
  }

  /** What a parameter is; NONE for other names. */
  enum Parameter {
    NONE,
    PLAIN,
    STAR,
    DOUBLE_STAR
  }

  /** One name of a scope. */
  static final class Identifier {
    final String name;
    Binding binding;
    Parameter parameter = Parameter.NONE;

    /** What the annotation of a viper function's parameter says. */
    ViperType viperType = ViperType.OBJECT;

    /** The frame slot of a LOCAL, CELL or FREE name, known after {@link Scopes#assignLocals}. */
    int local;

    Identifier(String name, Binding binding) {
      this.name = name;
      this.binding = binding;
    }

    boolean isParameter() {
      return parameter != Parameter.NONE;
    }
  }

  final Kind kind;

  /** Null for the module. */
  final Scope parent;

  /** The function, class, lambda or comprehension; null for the module. */
  final Ast.Node definition;

  final String simpleName;
  final CodeObject.Emitter emitter;

  /** Inner scopes in the order the compiler meets them. */
  final List<Scope> children = new ArrayList<>();

  /** In the order of appearance, arguments first. */
  final List<Identifier> identifiers = new ArrayList<>();

  private final Map<String, Identifier> byName = new HashMap<>();

  /** A sum of the FLAG_ constants of {@link CodeObject}. */
  int flags;

  int positionalArgs;
  int keywordOnlyArgs;
  int defaultPositionalArgs;
  int localCount;

  /** What the annotation of a viper function says. */
  ViperType returnType = ViperType.OBJECT;

  Scope(Kind kind, Scope parent, Ast.Node definition, String name, CodeObject.Emitter emitter) {
    this.kind = kind;
    this.parent = parent;
    this.definition = definition;
    this.simpleName = name != null ? name : kind.defaultName;
    this.emitter = emitter;
    if (parent != null) {
      parent.children.add(this);
    }
  }

  /** Where the definition begins; the first line of a module. */
  Position position() {
    return definition == null ? new Position(1, 1) : definition.position();
  }

  boolean isGenerator() {
    return (flags & CodeObject.FLAG_GENERATOR) != 0;
  }

  /** The name of a frame slot; a star for one without a name. */
  String localName(int local) {
    for (Identifier identifier : identifiers) {
      boolean isLocal =
          identifier.isParameter()
              || identifier.binding == Binding.LOCAL
              || identifier.binding == Binding.CELL
              || identifier.binding == Binding.FREE;
      if (isLocal && identifier.local == local) {
        return identifier.name;
      }
    }
    return "*";
  }

  /** Gives null when the scope does not know the name. */
  Identifier find(String name) {
    return byName.get(name);
  }

  /** The identifier; a new one gets the binding. */
  Identifier findOrAdd(String name, Binding binding) {
    Identifier identifier = byName.get(name);
    if (identifier == null) {
      identifier = new Identifier(name, binding);
      identifiers.add(identifier);
      byName.put(name, identifier);
    }
    return identifier;
  }
}
