package org.pykopi.compiler;

import java.util.List;
import org.pykopi.syntax.Ast;
import org.pykopi.syntax.Ast.Expression;

/**
 * The parts of {@code for name in range(start, end, step)} when it can be compiled as a counting
 * loop.
 *
 * @param start null for 0
 * @param end an expression
 * @param step not 0
 */
record RangeLoop(Expression start, Expression end, long step) {
  /**
   * Gives null when the loop needs an iterator: another target or iterable, or a step that is no
   * constant.
   */
  static RangeLoop of(Ast.For loop) {
    boolean callsRange =
        loop.target() instanceof Ast.Name
            && loop.iterable() instanceof Ast.Postfix postfix
            && postfix.base() instanceof Ast.Name name
            && name.name().equals("range")
            && postfix.trailers().size() == 1
            && postfix.trailers().get(0) instanceof Ast.CallTrailer;
    if (!callsRange) {
      return null;
    }
    Ast.Trailer call = ((Ast.Postfix) loop.iterable()).trailers().get(0);
    return of(((Ast.CallTrailer) call).arguments());
  }

  private static RangeLoop of(List<Ast.Argument> arguments) {
    int count = arguments.size();
    if (count < 1 || count > 3) {
      return null;
    }
    for (Ast.Argument argument : arguments) {
      if (argument.kind() != Ast.ArgumentKind.PLAIN) {
        return null;
      }
    }
    Long step = count == 3 ? smallInt(arguments.get(2).value()) : Long.valueOf(1);
    if (step == null || step == 0) {
      return null;
    }
    Expression start = count == 1 ? null : arguments.get(0).value();
    Expression end = arguments.get(count == 1 ? 0 : 1).value();
    return new RangeLoop(start, end, step);
  }

  /** Gives null when the expression is no small int. */
  static Long smallInt(Expression expression) {
    boolean isSmallInt =
        expression instanceof Ast.Constant constant
            && constant.isLeaf()
            && constant.value() instanceof Long;
    return isSmallInt ? (Long) ((Ast.Constant) expression).value() : null;
  }
}
