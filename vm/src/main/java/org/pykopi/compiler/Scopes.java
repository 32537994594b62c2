package org.pykopi.compiler;

import java.util.List;
import org.pykopi.compiler.Scope.Binding;
import org.pykopi.compiler.Scope.Identifier;
import org.pykopi.compiler.Scope.Parameter;
import org.pykopi.syntax.Ast.Position;
import org.pykopi.syntax.PySyntaxError;

/**
 * The rules that decide what each name stands for.
 *
 * <p>First the compiler walks every scope, outer ones before inner ones, and reports uses,
 * assignments and declarations here. After each walk {@link #closeOver} turns names that an
 * enclosing function owns into FREE ones. When all scopes are done {@link #assignLocals} numbers
 * the frame slots, again outer scopes first.
 */
final class Scopes {
  private static final String CLASS_CELL = "__class__";

  private Scopes() {}

  /** The name is read. */
  static void use(Scope scope, String name) {
    scope.findOrAdd(name, Binding.GLOBAL_IMPLICIT);
  }

  /** The name is assigned or deleted. */
  static Identifier assign(Scope scope, String name) {
    Identifier identifier = scope.findOrAdd(name, Binding.GLOBAL_IMPLICIT);
    if (identifier.binding == Binding.GLOBAL_IMPLICIT) {
      boolean isLocal = scope.kind.isFunctionLike();
      identifier.binding = isLocal ? Binding.LOCAL : Binding.GLOBAL_IMPLICIT_ASSIGNED;
    }
    return identifier;
  }

  /**
   * {@code target := ...} in a comprehension binds the name in the scope around it, one level up.
   */
  static void assignFromComprehension(Scope scope, String target, Position position) {
    Identifier outer = assign(scope.parent, target);
    if (outer.binding == Binding.GLOBAL_EXPLICIT) {
      scope.findOrAdd(target, Binding.GLOBAL_EXPLICIT);
      return;
    }
    Identifier identifier = scope.findOrAdd(target, Binding.UNDECIDED);
    if (scope.parent.parent == null) {
      declareGlobal(scope, identifier, position);
      return;
    }
    if (identifier.binding == Binding.GLOBAL_IMPLICIT) {
      identifier.binding = Binding.UNDECIDED; // used before; decide again
    }
    declareNonlocal(scope, identifier, position);
  }

  /** {@code global name}. */
  static void declareGlobal(Scope scope, Identifier identifier, Position position) {
    if (identifier.binding != Binding.UNDECIDED && identifier.binding != Binding.GLOBAL_EXPLICIT) {
      throw new PySyntaxError(position, "identifier redefined as global");
    }
    identifier.binding = Binding.GLOBAL_EXPLICIT;
    Scope module = scope;
    while (module.parent != null) {
      module = module.parent;
    }
    Identifier global = module.find(identifier.name);
    if (global != null) {
      global.binding = Binding.GLOBAL_EXPLICIT;
    }
  }

  /** {@code nonlocal name}. */
  static void declareNonlocal(Scope scope, Identifier identifier, Position position) {
    if (identifier.binding == Binding.UNDECIDED) {
      identifier.binding = Binding.GLOBAL_IMPLICIT;
      closeOver(scope, identifier);
      if (identifier.binding == Binding.GLOBAL_IMPLICIT) {
        throw new PySyntaxError(position, "no binding for nonlocal found");
      }
    } else if (identifier.binding != Binding.FREE) {
      throw new PySyntaxError(position, "identifier redefined as nonlocal");
    }
  }

  /** Looks for the owners of all names that are only read in this scope. */
  static void closeOver(Scope scope) {
    for (Identifier identifier : scope.identifiers) {
      if (identifier.binding == Binding.GLOBAL_IMPLICIT) {
        closeOver(scope, identifier);
      }
    }
  }

  private static void closeOver(Scope scope, Identifier identifier) {
    for (Scope outer = scope.parent; outer != null && outer.parent != null; outer = outer.parent) {
      Identifier found = outer.find(identifier.name);
      if (found != null) {
        if (found.binding == Binding.LOCAL
            || found.binding == Binding.CELL
            || found.binding == Binding.FREE) {
          identifier.binding = Binding.FREE;
          handDown(scope, identifier.name);
        }
        return;
      }
    }
  }

  /** Makes the name a cell of its owner, and free in the scopes between. */
  private static void handDown(Scope scope, String name) {
    for (Scope outer = scope.parent; ; outer = outer.parent) {
      Identifier identifier = outer.findOrAdd(name, Binding.UNDECIDED);
      if (identifier.binding != Binding.UNDECIDED) {
        if (identifier.binding == Binding.LOCAL) {
          identifier.binding = Binding.CELL;
        }
        return;
      }
      identifier.binding = Binding.FREE;
    }
  }

  // ---- frame slots ----

  /** Numbers the locals: names handed in by the parent, arguments and locals, cells. */
  static void assignLocals(Scope scope, boolean isPycopy) {
    moveStarParameterLast(scope, isPycopy);
    int count = 0;
    for (Identifier identifier : scope.identifiers) {
      if (scope.kind == Scope.Kind.CLASS && identifier.name.equals(CLASS_CELL)) {
        continue; // takes a slot only as a cell
      }
      if (scope.kind.isFunctionLike() && identifier.binding == Binding.GLOBAL_IMPLICIT) {
        identifier.binding = Binding.GLOBAL_EXPLICIT;
      }
      if (identifier.binding == Binding.LOCAL || identifier.isParameter()) {
        identifier.local = count++;
      }
    }
    for (Identifier identifier : scope.identifiers) {
      if (identifier.binding == Binding.CELL && !identifier.isParameter()) {
        identifier.local = count++;
      }
    }
    scope.localCount = count;
    if (scope.parent != null) {
      insertFreeLocals(scope);
    }
  }

  /**
   * {@code *args} goes behind the keyword-only arguments. It changes places with the last of them;
   * in Pycopy all of them move up.
   */
  private static void moveStarParameterLast(Scope scope, boolean isPycopy) {
    List<Identifier> identifiers = scope.identifiers;
    int lastPlain = -1;
    for (int i = identifiers.size() - 1; i >= 0; i--) {
      Identifier identifier = identifiers.get(i);
      if (identifier.parameter == Parameter.STAR) {
        if (lastPlain >= 0 && isPycopy) {
          identifiers.add(lastPlain, identifiers.remove(i));
        } else if (lastPlain >= 0) {
          identifiers.set(i, identifiers.get(lastPlain));
          identifiers.set(lastPlain, identifier);
        }
        return;
      }
      if (lastPlain < 0 && identifier.parameter == Parameter.PLAIN) {
        lastPlain = i;
      }
    }
  }

  /** Free names come first, in the order of the parent, and count as positional arguments. */
  private static void insertFreeLocals(Scope scope) {
    int count = 0;
    for (Identifier outer : scope.parent.identifiers) {
      if (outer.binding == Binding.CELL || outer.binding == Binding.FREE) {
        Identifier inner = scope.find(outer.name);
        if (inner != null && inner.binding == Binding.FREE) {
          inner.local = count++;
        }
      }
    }
    if (count > 0) {
      for (Identifier identifier : scope.identifiers) {
        if (identifier.binding != Binding.FREE || identifier.isParameter()) {
          identifier.local += count;
        }
      }
      scope.positionalArgs += count;
      scope.localCount += count;
    }
  }
}
