package org.pykopi.compiler;

import java.util.ArrayList;
import java.util.List;
import org.pykopi.bytecode.CodeObject;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.PySyntaxError;

/**
 * What the parts of the compiler share: the emitter, the scope at work and the place in the source.
 */
final class Context {
  final CompileOptions options;
  final Emitter emitter;

  /** All scopes met so far, outer ones before inner ones; grows while names are resolved. */
  final List<Scope> scopes = new ArrayList<>();

  /** The scope being compiled. */
  Scope scope;

  /**
   * Where errors are reported that have no line of their own: the innermost statement or
   * definition.
   */
  Position statement = new Position(1, 1);

  private int nextChild;

  Context(CompileOptions options, Emitter emitter) {
    this.options = options;
    this.emitter = emitter;
  }

  /** Whether the code is to be Pycopy's. */
  boolean isPycopy() {
    return options.profile().isPycopy();
  }

  /** Starts work on a scope, in the phase the emitter is in. */
  void enter(Scope newScope) {
    scope = newScope;
    nextChild = 0;
    if (newScope.definition != null) {
      statement = newScope.definition.position();
    }
  }

  /**
   * The scope of an inner definition: new while resolving, the same one again in the same order
   * while emitting.
   */
  Scope inner(Scope.Kind kind, Ast.Node definition, String name, CodeObject.Emitter kindOfCode) {
    if (!emitter.isResolving()) {
      return scope.children.get(nextChild++);
    }
    Scope inner = new Scope(kind, scope, definition, name, kindOfCode);
    scopes.add(inner);
    return inner;
  }

  /** The string that a body begins with when it is kept as documentation, else null. */
  Ast.Constant documentation(List<Ast.Statement> body) {
    return options.profile().isDev()
            && !body.isEmpty()
            && body.get(0) instanceof Ast.ExpressionStatement first
            && first.value() instanceof Ast.Constant constant
            && constant.value() instanceof String
        ? constant
        : null;
  }

  /**
   * An error at the node. Names and other leaves have no line in the reference's tree; the
   * statement's counts.
   */
  PySyntaxError error(Ast.Node node, String message) {
    boolean isLeaf = isLeaf(node);
    Position position = node.position();
    boolean isElsewhere = isLeaf && position.line() != statement.line() || position.line() == 0;
    return new PySyntaxError(isElsewhere ? statement : position, message);
  }

  private static boolean isLeaf(Ast.Node node) {
    if (node instanceof Ast.Parameter parameter) {
      return parameter.kind() == Ast.ParameterKind.PLAIN
          && parameter.annotation() == null
          && parameter.defaultValue() == null;
    }
    return node instanceof Ast.Name || node instanceof Ast.Constant constant && constant.isLeaf();
  }
}
